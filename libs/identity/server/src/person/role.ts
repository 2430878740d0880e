import { registerEnumType } from '@nestjs/graphql';

/** What somebody may be in the company. Given by the identity provider's groups at sign-in, never by the person. */
export const roles = ['employee', 'executive', 'hr', 'it', 'moderator', 'works-council', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const RoleEnum = { EMPLOYEE: 'employee', EXECUTIVE: 'executive', HR: 'hr', IT: 'it', MODERATOR: 'moderator', WORKS_COUNCIL: 'works-council', AUDITOR: 'auditor' } as const satisfies Record<string, Role>;

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody is in the company; comes from the identity provider’s groups.',
  valuesMap: {
    EMPLOYEE: { description: 'Everybody who may sign in.' },
    EXECUTIVE: { description: 'Leads the company; carries a visible mark.' },
    HR: { description: 'Reads the engagement indicators.' },
    IT: { description: 'Administers Parvis.' },
    MODERATOR: { description: 'Applies the charter.' },
    WORKS_COUNCIL: { description: 'Represents the employees; reads who of HR has read the engagement indicators.' },
    AUDITOR: { description: 'Sees to it that Parvis is administered well: reads what IT did, and who signed in; administers nothing.' },
  },
});
