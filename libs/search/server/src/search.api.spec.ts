import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { extractAround } from './search-source.ts';
import { searchDomain } from './search.domain.ts';

// Posts and comments are found from the floors where they live: see libs/feed.
const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $first: Int! = 8) { search(text: $text, kinds: $kinds, first: $first) { kind id targetId title extract } }`;

interface Hit {
  kind: string;
  id: string;
  targetId: string;
  title: string;
  extract: string;
}

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

const search = async (viewer: PersonEntity, text: string, variables = {}) => (await api.as(viewer).send<{ search: Hit[] }>(SEARCH, { text, ...variables })).search;

describe('search', () => {
  it('finds each kind as far as the viewer may see it, in the order of the kinds', async () => {
    const person = { kind: 'PERSON', id: ines.id, targetId: ines.id, title: 'Inès Bicyclette', extract: 'Ingénieure · Mobilité' };
    const community = { kind: 'COMMUNITY', id: bikes.id, targetId: bikes.id, title: 'Bicyclettes', extract: bikes.description };

    expect(await search(stranger, 'bicyclettes')).toEqual([person, community]);
    expect((await search(ines, 'bicyclettes')).map(({ title }) => title)).toEqual(['Inès Bicyclette', 'Bicyclettes', 'Bicyclettes secrètes']);
    await expect(api.anonymous().send(SEARCH, { text: 'bicyclettes' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['only people', ['PERSON'], ['PERSON']],
    ['kinds in another order', ['COMMUNITY', 'PERSON'], ['PERSON', 'COMMUNITY']],
    ['a kind twice', ['PERSON', 'PERSON'], ['PERSON']],
    ['a kind that nobody registered here', ['POST'], []],
    ['no kind', [], []],
    ['any kind', null, ['PERSON', 'COMMUNITY']],
  ])('can be of %s', async (_what, kinds, found) => {
    expect((await search(stranger, 'bicyclettes', { kinds })).map(({ kind }) => kind)).toEqual(found);
  });

  it('gives at most as many of each kind as asked for', async () => {
    expect((await search(ines, 'bicyclettes', { first: 1 })).map(({ title }) => title)).toEqual(['Inès Bicyclette', 'Bicyclettes']);
  });

  it.each([0, -1, 21])('refuses %d of each kind, by name', async (first) => {
    await expect(search(ines, 'bicyclettes', { first })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE', field: 'first', params: { max: 20 } });
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
  });

  it('reads no more than the first 200 characters', async () => {
    expect((await search(stranger, `${'bicyclettes '.repeat(30)}`)).length).toBeGreaterThan(0);
  });
});

describe('an extract', () => {
  const long = `${'avant '.repeat(60)}le vélo ${'après '.repeat(60)}`;

  it.each([
    ['a short text, whole, on one line', 'one\n two', 'two', 'one two'],
    ['the part around the word', long, 'vélo', expect.stringMatching(/^…avant .*le vélo après .*…$/)],
    ['the beginning when the word is not there as such', long, 'VELOS', expect.stringMatching(/^avant .*…$/)],
    ['the beginning when there are no words', long, '', expect.stringMatching(/^avant .*…$/)],
  ])('is %s', (_what, text, words, expected) => {
    expect(extractAround(text, words)).toEqual(expected);
    expect(extractAround(text, words).length).toBeLessThanOrEqual(202);
  });

  it('cuts no character in two', () => {
    expect(extractAround('🚲'.repeat(300), 'x').isWellFormed()).toBe(true);
    expect(extractAround(`a${'🚲'.repeat(300)}`, 'x').isWellFormed()).toBe(true);
  });
});
