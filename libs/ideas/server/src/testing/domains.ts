import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { feedDomain } from '@parvis/feed/server';
import { identityDomain } from '@parvis/identity/server';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain, type Domain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { ideasDomain } from '../ideas.domain.ts';

/** What ideas stand on, for their own tests. */
export const testDomains: readonly Domain[] = [platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, ideasDomain];
