import { randomUUID } from 'node:crypto';
import { communitiesDomain } from '@parvis/communities/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { conversationsDomain } from '../conversations.domain.ts';
import { richTextOf } from '../rich-text/rich-text.ts';
import { CommunityTalkModule } from './community-talk.ts';

const domains = [platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain];

/** This floor and those below, with communities to talk about. */
export const startTalk = (env: Record<string, string> = {}): Promise<TestApi> => TestApi.start(domains, { modules: [CommunityTalkModule], env });

const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id parentId } }`;

/** Says something under a community, through the API. */
export async function comment(api: TestApi, by: PersonEntity, about: { id: string }, change: object = {}): Promise<{ id: string; parentId: string | null }> {
  const input = { key: randomUUID(), subject: { type: 'community', id: about.id }, body: richTextOf('Well said'), ...change };
  return (await api.as(by).send<{ addComment: { id: string; parentId: string | null } }>(ADD, { input })).addComment;
}
