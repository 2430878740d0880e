import type { Role, Viewer } from '@parvis/identity/server';
import type { BreakGlassEntity, BreakGlassState } from './break-glass.entity.ts';

export const longestHours = 24;
export const shortestReason = 20;
export const longestReason = 1_000;
/** How long a request waits for the second person. */
export const lapsesAfterHours = 24;

/** Who may say yes: those who stand for the employees, and those who check. Neither administers anything; not HR, which is the employer’s side of what may be read there. */
export const guardianRoles: readonly Role[] = ['works-council', 'auditor'];

/** Whoever is of IT as well is no second person: IT is who asks. */
export const isGuardian = ({ roles }: Pick<Viewer, 'roles'>): boolean => !roles.includes('it') && guardianRoles.some((role) => roles.includes(role));

/** What it is by now: time ends what nobody has ended, and two people who turned out to be one have opened nothing. */
export function stateOf({ state, lapsesAt, endsAt, askedById, decidedById }: BreakGlassEntity, now = new Date()): BreakGlassState {
  if (state === 'asked') return lapsesAt > now ? 'asked' : 'lapsed';
  if (state !== 'approved') return state;
  const areTwo = askedById !== null && decidedById !== null && askedById !== decidedById;
  return areTwo && endsAt !== null && endsAt > now ? 'approved' : 'ended';
}
