import type { CacheRules } from '@parvis/platform/web';

export const operationsCache: CacheRules = {
  embedded: ['ServerHealth', 'HealthFinding', 'HealthFact', 'BackgroundWork', 'JobRun', 'JobFailure', 'GivenUpWork'],
};
