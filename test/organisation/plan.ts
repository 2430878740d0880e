import type { OrganisationPlan } from './records.ts';

export const companyName = 'Hélianor';
export const mailDomain = 'helianor.example';

/** Below this, 14 departments of 5 levels with their known faces do not fit. */
export const fewestPeople = 120;

export const demoPlan = (endsAt: string): OrganisationPlan => ({
  seed: 20_417,
  people: 500,
  communities: 30,
  posts: 2_500,
  months: 12,
  endsAt,
});

/** Refuses what cannot give a coherent company, with one message per fault. */
export function checkPlan(plan: OrganisationPlan): void {
  const faults: string[] = [];
  if (!Number.isSafeInteger(plan.seed)) faults.push('seed must be an integer');
  if (!Number.isSafeInteger(plan.people) || plan.people < fewestPeople) faults.push(`people must be ${fewestPeople} or more`);
  if (!Number.isSafeInteger(plan.communities) || plan.communities < 0 || plan.communities > 65_535) faults.push('communities must be between 0 and 65,535');
  if (!Number.isSafeInteger(plan.posts) || plan.posts < 0) faults.push('posts must be 0 or more');
  if (!(plan.months > 0)) faults.push('months must be above 0');
  if (Number.isNaN(Date.parse(plan.endsAt))) faults.push('endsAt must be an ISO instant');
  if (faults.length > 0) throw new RangeError(`Organisation plan: ${faults.join('; ')}.`);
}
