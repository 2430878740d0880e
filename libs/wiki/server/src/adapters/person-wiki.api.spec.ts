import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi, webOperation } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { wikiDomain } from '../wiki.domain.ts';

const CREATE = `mutation ($input: CreateWikiPageInput!) { createWikiPage(input: $input) { id } }`;
const EDIT = `mutation ($input: EditWikiPageInput!) { editWikiPage(input: $input) { id } }`;
const PAGES = `query ($id: ID!, $first: Int = 20, $after: String) {
  person(id: $id) { contributionCounts { kind count } wikiPages(first: $first, after: $after) { edges { node { id title community { id } } } pageInfo { endCursor hasNextPage } } }
}`;

interface Read {
  contributionCounts: { kind: string; count: number }[];
  wikiPages: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
}

let api: TestApi;
let writer: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let community: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, wikiDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [writer, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  community = await aCommunity().being('closed').animatedBy(member).with(writer).save(api.manager);
});

const write = async (by = writer, where = community) =>
  (await api.as(by).send<{ createWikiPage: { id: string } }>(CREATE, { input: { key: randomUUID(), communityId: where.id, title: 'Bleeding', body: richTextOf('Open the valve.') } })).createWikiPage.id;
const edit = (by: PersonEntity, id: string) => api.as(by).send(EDIT, { input: { id, version: 1, title: 'Bleeding', body: richTextOf('Open both.') } });
const read = async (viewer: PersonEntity, page: object = {}) => (await api.as(viewer).send<{ person: Read }>(PAGES, { id: writer.id, ...page })).person;
const seen = async (viewer: PersonEntity) => {
  const { wikiPages, contributionCounts } = await read(viewer);
  return { pages: wikiPages.edges.map(({ node }) => node.id), count: contributionCounts.find(({ kind }) => kind === 'wiki-page')?.count };
};

describe('the wiki pages of somebody', () => {
  it('are those of which they wrote a version, once each, the newest change of theirs first', async () => {
    const [own, theirs] = [await write(), await write(member)];
    await write(member);
    expect(await seen(member)).toEqual({ pages: [own], count: 1 });
    await edit(writer, theirs);
    expect(await seen(member)).toEqual({ pages: [theirs, own], count: 2 });
    await edit(writer, own);
    expect(await seen(member)).toEqual({ pages: [own, theirs], count: 2 });
  });

  it('show and count for those alone who may read them', async () => {
    const open = await aCommunity().with(writer).save(api.manager);
    const [hidden, told] = [await write(), await write(writer, open)];
    expect([await seen(member), await seen(stranger)]).toEqual([{ pages: [told, hidden], count: 2 }, { pages: [told], count: 1 }]);
    await api.as(member).send(`mutation ($id: ID!) { deleteWikiPage(id: $id) }`, { id: hidden });
    expect(await seen(writer)).toEqual({ pages: [told], count: 1 });
    await expect(api.anonymous().send(PAGES, { id: writer.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('come page by page without a gap or a repeat', async () => {
    const written: string[] = [];
    for (let i = 0; i < 3; i += 1) written.unshift(await write());
    const first = (await read(member, { first: 2 })).wikiPages;
    const last = (await read(member, { first: 2, after: first.pageInfo.endCursor })).wikiPages;
    expect([first, last].flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(written);
    expect([first.pageInfo.hasNextPage, last.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('take four statements however many they are: the person, which pages, these, their communities', async () => {
    const costs: number[] = [];
    await read(member);
    for (let pages = 1; pages <= 4; pages += 1) {
      await write();
      if (pages % 3 === 1) costs.push((await api.statementsOf(() => api.as(member).send(webOperation('PersonWikiPages'), { id: writer.id }))).length);
    }
    expect(costs).toEqual([4, 4]);
  });

  it.each([
    ['a page too large', { first: 51 }, 'PAGE_TOO_LARGE'],
    ['a cursor that is made up', { after: 'nonsense' }, 'CURSOR_INVALID'],
  ])('refuse %s, by name', async (_what, page, code) => {
    await expect(read(member, page)).rejects.toMatchObject({ code });
  });
});
