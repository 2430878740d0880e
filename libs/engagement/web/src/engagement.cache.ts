import type { CacheRules } from '@parvis/platform/web';

export const engagementCache: CacheRules = {
  embedded: ['Engagement', 'DepartmentCrossing', 'DepartmentMatrix'],
};
