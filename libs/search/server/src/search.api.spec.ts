import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from './search.domain.ts';
import { aSearch } from './testing/index.ts';

// Posts and comments are found from the floors where they live: see libs/feed.
let api: TestApi;
let ines: PersonEntity, stranger: PersonEntity;
let bikes: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, searchDomain]);
  ines = await aPerson().named('Inès Bicyclette').in('Mobilité').with({ title: 'Ingénieure' }).save(api.manager);
  stranger = await aPerson().named('Ada Byron').save(api.manager);
  await aPerson().named('Ancien Bicyclette').gone().save(api.manager);
  bikes = await aCommunity().named('Bicyclettes').with(ines).save(api.manager);
  await aCommunity().named('Bicyclettes secrètes').being('secret').with(ines).save(api.manager);
});
afterAll(() => api.stop());

const { answer, hits: search, page } = aSearch(() => api);

describe('search', () => {
  it('finds each kind as far as the viewer may see it, in the order of the kinds, and says how many there are', async () => {
    const person = { kind: 'PERSON', id: ines.id, targetId: ines.id, title: 'Inès [Bicyclette]', extract: 'Ingénieure · Mobilité' };
    const community = { kind: 'COMMUNITY', id: bikes.id, targetId: bikes.id, title: '[Bicyclettes]', extract: bikes.description };

    expect(await answer(stranger, 'bicyclettes')).toEqual({
      words: 'bicyclettes',
      isCorrected: false,
      groups: [{ kind: 'PERSON', count: 1, isMore: false, hits: [person] }, { kind: 'COMMUNITY', count: 1, isMore: false, hits: [community] }],
    });
    expect((await search(ines, 'bicyclettes')).map(({ title }) => title)).toEqual(['Inès [Bicyclette]', '[Bicyclettes]', '[Bicyclettes] secrètes']);
    await expect(api.anonymous().send(`{ search(text: "bicyclettes") { words } }`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(`{ searchHits(text: "bicyclettes", kind: PERSON) { pageInfo { endCursor } } }`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['only people', ['PERSON'], ['PERSON']],
    ['kinds in another order', ['COMMUNITY', 'PERSON'], ['PERSON', 'COMMUNITY']],
    ['a kind twice', ['PERSON', 'PERSON'], ['PERSON']],
    ['no kind', [], []],
    ['any kind', null, ['PERSON', 'COMMUNITY']],
  ])('can be of %s', async (_what, kinds, found) => {
    expect((await search(stranger, 'bicyclettes', { kinds })).map(({ kind }) => kind)).toEqual(found);
  });

  it('gives at most as many of each kind as asked for', async () => {
    expect((await search(ines, 'bicyclettes', { first: 1 })).map(({ title }) => title)).toEqual(['Inès [Bicyclette]', '[Bicyclettes]']);
  });

  it.each([0, -1, 21])('refuses %d of each kind, by name', async (first) => {
    await expect(search(ines, 'bicyclettes', { first })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE', field: 'first', params: { max: 20 } });
  });

  it('leaves out kinds for which a filter means nothing', async () => {
    expect(await search(ines, 'bicyclettes', { filter: { authorId: ines.id } })).toEqual([]);
    expect(await search(ines, 'bicyclettes', { filter: { from: '2020-01-01T00:00:00Z' } })).toEqual([]);
    expect(await search(ines, 'bicyclettes', { filter: { authorId: null, communityId: null } })).toHaveLength(3);
  });

  it.each(['authorId', 'communityId'])('refuses a filter by something that is no id, by name (%s)', async (name) => {
    await expect(search(ines, 'bicyclettes', { filter: { [name]: 'x' } })).rejects.toMatchObject({ code: 'ID_INVALID', field: name });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['operators', '& | ! ( ) : *'],
    ['an open quote', '"'],
    ['a lone minus', '-'],
    ['an open bracket', '& ('],
    ['a zero byte', '\u0000'],
    ['half a character', '\ud83d'],
    ['emoji', '🚲🚲🚲'],
    ['wildcards', '%_%'],
    ['a quote of SQL', "'; DROP TABLE person; --"],
    ['ten thousand characters', 'quaternion '.repeat(1_000)],
  ])('answers %s without an error, and finds nothing', async (_what, text) => {
    await expect(search(ines, text)).resolves.toEqual([]);
    await expect(search(ines, text, { isTyping: true })).resolves.toEqual([]);
  });

  it('reads no more than the first 200 characters', async () => {
    expect((await search(stranger, `${'bicyclettes '.repeat(30)}`)).length).toBeGreaterThan(0);
  });
});

describe('the hits of one kind', () => {
  it('come page by page', async () => {
    const first = await page(ines, 'bicyclettes', { kind: 'COMMUNITY', first: 1 });
    const second = await page(ines, 'bicyclettes', { kind: 'COMMUNITY', first: 1, after: first.endCursor });
    expect([first, second]).toMatchObject([
      { hits: [{ title: '[Bicyclettes]' }], hasNextPage: true },
      { hits: [{ title: '[Bicyclettes] secrètes' }], hasNextPage: false },
    ]);
    expect((await page(stranger, 'bicyclettes', { kind: 'COMMUNITY' })).hits).toHaveLength(1);
  });

  it('are none for no words, or under a filter that means nothing for them', async () => {
    expect((await page(ines, ' ', { kind: 'PERSON' })).hits).toEqual([]);
    expect((await page(ines, 'bicyclettes', { kind: 'PERSON', filter: { communityId: newId() } })).hits).toEqual([]);
  });

  it.each([
    ['a page too large', { first: 51 }, 'PAGE_TOO_LARGE'],
    ['a cursor of elsewhere', { after: 'nonsense' }, 'CURSOR_INVALID'],
    ['an author that is no id', { filter: { authorId: 'x' } }, 'ID_INVALID'],
  ])('refuse %s', async (_what, variables, code) => {
    await expect(page(ines, 'bicyclettes', { kind: 'PERSON', ...variables })).rejects.toMatchObject({ code });
  });
});
