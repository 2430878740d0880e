import { auditDomain } from '@parvis/audit/server';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { engagementDomain } from '@parvis/engagement/server';
import { expertsDomain } from '@parvis/experts/server';
import { feedDomain } from '@parvis/feed/server';
import { houseDomain } from '@parvis/house/server';
import { ideasDomain } from '@parvis/ideas/server';
import { identityDomain } from '@parvis/identity/server';
import { insightsDomain } from '@parvis/insights/server';
import { leadershipDomain } from '@parvis/leadership/server';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { operationsDomain } from '@parvis/operations/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain, type Domain } from '@parvis/platform/server';
import { provisioningDomain } from '@parvis/provisioning/server';
import { searchDomain } from '@parvis/search/server';
import { wikiDomain } from '@parvis/wiki/server';

/** Everything that Parvis is made of, from the ground up. */
export const domains: readonly Domain[] = [
  platformDomain,
  identityDomain,
  auditDomain,
  operationsDomain,
  mediaDomain,
  peopleDomain,
  communitiesDomain,
  provisioningDomain,
  notificationsDomain,
  searchDomain,
  conversationsDomain,
  feedDomain,
  insightsDomain,
  leadershipDomain,
  wikiDomain,
  houseDomain,
  ideasDomain,
  expertsDomain,
  engagementDomain,
];
