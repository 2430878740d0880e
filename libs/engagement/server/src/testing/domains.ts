import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { feedDomain } from '@parvis/feed/server';
import { ideasDomain } from '@parvis/ideas/server';
import { identityDomain } from '@parvis/identity/server';
import { insightsDomain } from '@parvis/insights/server';
import { leadershipDomain } from '@parvis/leadership/server';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain, type Domain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { wikiDomain } from '@parvis/wiki/server';
import { engagementDomain } from '../engagement.domain.ts';

/** This domain and what it listens to. */
export const engagementAndBelow: readonly Domain[] = [
  platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain,
  leadershipDomain, wikiDomain, ideasDomain, insightsDomain, engagementDomain,
];
