import type { Role } from '../person/role.ts';

/** What may be given by hand: everybody is an employee without. */
export type GrantableRole = Exclude<Role, 'employee'>;

/** Whoever watches over IT is not chosen by one person of IT, nor put aside by one. */
export const twoPersonRoles: readonly Role[] = ['auditor', 'works-council'];

/** Who watches and who is watched are not the same person. */
const apart: readonly (readonly [Role, Role])[] = [
  ['auditor', 'it'],
  ['works-council', 'it'],
  ['works-council', 'hr'],
];

/** A role that the person has and that does not go with another; null: nothing stands against it. */
export const apartFrom = (role: Role, held: readonly Role[]): Role | null =>
  held.find((other) => apart.some((pair) => pair.includes(role) && pair.includes(other) && role !== other)) ?? null;
