import { auditCache } from '@parvis/audit/web';
import { communitiesCache } from '@parvis/communities/web';
import { conversationsCache } from '@parvis/conversations/web';
import { engagementCache } from '@parvis/engagement/web';
import { expertsCache } from '@parvis/experts/web';
import { feedCache } from '@parvis/feed/web';
import { houseCache } from '@parvis/house/web';
import { ideasCache, outcomesCache } from '@parvis/ideas/web';
import { identityCache } from '@parvis/identity/web';
import { insightsCache } from '@parvis/insights/web';
import { leadershipCache } from '@parvis/leadership/web';
import { notificationsCache } from '@parvis/notifications/web';
import { operationsCache } from '@parvis/operations/web';
import { peopleCache } from '@parvis/people/web';
import type { CacheRules } from '@parvis/platform/web';
import { provisioningCache } from '@parvis/provisioning/web';
import { searchCache } from '@parvis/search/web';
import { wikiCache } from '@parvis/wiki/web';

export const cacheRules: CacheRules[] = [
  identityCache,
  auditCache,
  operationsCache,
  peopleCache,
  communitiesCache,
  provisioningCache,
  notificationsCache,
  searchCache,
  conversationsCache,
  feedCache,
  insightsCache,
  leadershipCache,
  wikiCache,
  houseCache,
  ideasCache,
  outcomesCache,
  expertsCache,
  engagementCache,
];
