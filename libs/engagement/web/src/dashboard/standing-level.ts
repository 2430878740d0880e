import type { EngagementQueryVariables } from './EngagementPage.generated.ts';

export type StandingLevel = NonNullable<EngagementQueryVariables['level']>;

export const standingLevels: readonly StandingLevel[] = ['EXECUTIVE', 'MANAGER', 'EMPLOYEE'];
