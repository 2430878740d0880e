import type { EngagementQueryVariables } from './EngagementPage.generated.ts';

export type StandingLevel = NonNullable<EngagementQueryVariables['level']>;

export type Seniority = NonNullable<EngagementQueryVariables['seniority']>;

export const standingLevels: readonly StandingLevel[] = ['EXECUTIVE', 'MANAGER', 'EMPLOYEE'];

export const seniorities: readonly Seniority[] = ['FIRST_YEAR', 'ONE_TO_THREE', 'THREE_TO_TEN', 'TEN_OR_MORE'];
