import { registerEnumType } from '@nestjs/graphql';
import type { Role } from '@parvis/identity/server';

/** Areas of the audit log that people may read. */
export const AuditAreaEnum = { ENGAGEMENT: 'engagement', PROVISIONING: 'provisioning', SIGN_IN: 'sign-in', SESSION: 'session', CONFIGURATION: 'configuration', ROLE: 'role', PEOPLE: 'people', BREAK_GLASS: 'break-glass' } as const;
export type AuditArea = (typeof AuditAreaEnum)[keyof typeof AuditAreaEnum];

registerEnumType(AuditAreaEnum, {
  name: 'AuditArea',
  description: 'What a part of the audit log is about. Who may read it is a role.',
  valuesMap: {
    ENGAGEMENT: { description: 'Who read the engagement indicators, or tried to; for the works council.' },
    PROVISIONING: { description: 'What the company’s directory told of people, who let it in, and what IT decided about them; for IT and auditors.' },
    SIGN_IN: { description: 'Sign-ins and sign-outs that were refused, by the reference that their page showed; for IT and auditors.' },
    SESSION: { description: 'Who signed in, and when; for auditors.' },
    CONFIGURATION: { description: 'What IT changed; for IT and auditors.' },
    ROLE: { description: 'Roles given and ended by hand; for IT and auditors.' },
    PEOPLE: { description: 'Departures, returns and sessions ended by hand; for IT and auditors.' },
    BREAK_GLASS: { description: 'Who of IT asked to read in a closed community, who decided, and what came of it; for the works council and auditors.' },
  },
});

/** Who may read each; none reads all. */
export const readersOf: Record<AuditArea, readonly Role[]> = {
  // Not HR, of whom it tells; not IT, which sees whatever it likes without it.
  engagement: ['works-council'],
  provisioning: ['it', 'auditor'],
  'sign-in': ['it', 'auditor'],
  // When colleagues come and go is nobody’s business who runs the server.
  session: ['auditor'],
  configuration: ['it', 'auditor'],
  role: ['it', 'auditor'],
  people: ['it', 'auditor'],
  // Not IT, of whom it tells: whoever asked sees theirs on the page of accesses.
  'break-glass': ['works-council', 'auditor'],
};
