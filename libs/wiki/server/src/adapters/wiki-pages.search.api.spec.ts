import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { aSearch } from '@parvis/search/server/testing';
import { wikiDomain } from '../wiki.domain.ts';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, wikiDomain]);
});
afterAll(() => api.stop());

const found = aSearch(() => api);
const kindsFoundBy = async (viewer: PersonEntity): Promise<string[]> => (await found.hits(viewer, 'xylophone', { kinds: ['PAGE', 'COMMENT'] })).map(({ kind }) => kind).toSorted();

it('finds a page and what is said under it in the community that took it over, and nobody else does', async () => {
  const [animator, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  const [from, into] = [await aCommunity().being('closed').animatedBy(animator).save(api.manager), await aCommunity().being('closed').animatedBy(animator).with(member).save(api.manager)];
  const { createWikiPage: page } = await api.as(animator).send<{ createWikiPage: { id: string } }>('mutation ($input: CreateWikiPageInput!) { createWikiPage(input: $input) { id } }', {
    input: { key: randomUUID(), communityId: from.id, title: 'Tuning', body: richTextOf('How to tune a xylophone.') },
  });
  await api.as(animator).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
    input: { key: randomUUID(), subject: { type: 'wiki-page', id: page.id }, body: richTextOf('My xylophone is out of tune.') },
  });
  expect([await kindsFoundBy(animator), await kindsFoundBy(member)]).toEqual([['COMMENT', 'PAGE'], []]);

  await api.as(animator).send('mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }', { input: { fromId: from.id, intoId: into.id, confirmedContentCount: 100 } });
  expect([await kindsFoundBy(animator), await kindsFoundBy(member), await kindsFoundBy(stranger)]).toEqual([['COMMENT', 'PAGE'], ['COMMENT', 'PAGE'], []]);
});
