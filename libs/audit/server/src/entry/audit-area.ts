import { registerEnumType } from '@nestjs/graphql';
import type { Role } from '@parvis/identity/server';

/** Areas of the audit log that people may read. */
export const AuditAreaEnum = { ENGAGEMENT: 'engagement', PROVISIONING: 'provisioning' } as const;
export type AuditArea = (typeof AuditAreaEnum)[keyof typeof AuditAreaEnum];

registerEnumType(AuditAreaEnum, {
  name: 'AuditArea',
  description: 'What a part of the audit log is about. Who may read it is a role.',
  valuesMap: {
    ENGAGEMENT: { description: 'Who read the engagement indicators, or tried to; for the works council.' },
    PROVISIONING: { description: 'What the company’s directory told of people, who let it in, and what IT decided about them; for IT.' },
  },
});

/** Nobody reads what is written about themselves alone: HR and IT are not among them. */
export const readersOf: Record<AuditArea, readonly Role[]> = { engagement: ['works-council'], provisioning: ['it'] };
