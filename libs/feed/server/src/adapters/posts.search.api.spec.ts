import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { Lexicon, searchDomain } from '@parvis/search/server';
import { aSearch } from '@parvis/search/server/testing';
import { feedDomain } from '../feed.domain.ts';
import { PostEntity } from '../post/post.entity.ts';
import { aPost } from '../testing/index.ts';

const written = { kinds: ['POST', 'COMMENT'] };

let api: TestApi;
let ines: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;
let french: PostEntity, english: PostEntity, hidden: PostEntity;
let commentId: string;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain], { env: { LOG_LEVEL: 'info' } });
  ines = await aPerson().named('Inès Dupont').save(api.manager);
  stranger = await aPerson().save(api.manager);
  french = await aPost().by(ines).saying('Les réunions générales commenceront à midi. #Été').save(api.manager);
  english = await aPost().by(ines).saying('We are planning the workshops of the factories.').save(api.manager);
  closed = await aCommunity().being('closed').with(ines).save(api.manager);
  hidden = await aPost().by(ines).in(closed).saying('Une réunion fermée, a secret workshop, and a xylophone.').save(api.manager);
  commentId = await comment(french, 'Parlons des entrepôts');
  await comment(hidden, 'Les entrepôts fermés');
  await api.app.get(Lexicon).settled();
});
afterAll(() => api.stop());

const found = aSearch(() => api);
const search = (viewer: PersonEntity, text: string, variables = {}) => found.hits(viewer, text, { ...written, ...variables });

async function comment(post: PostEntity, text: string): Promise<string> {
  const input = { key: randomUUID(), subject: { type: 'post', id: post.id }, body: richTextOf(text) };
  return (await api.as(ines).send<{ addComment: { id: string } }>(`mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`, { input })).addComment.id;
}

describe('searching posts', () => {
  it.each([
    ['réunion'], ['REUNIONS'], ['reunion generale'], ['commencer'], ['midi réunion'], ['"réunions générales"'], ['été'], ['réunion -workshop'], ['réunion OR quaternion'],
  ])('finds the French one by « %s »', async (text) => {
    expect((await search(stranger, text)).map(({ id }) => id)).toEqual([french.id]);
  });

  it.each([['workshop'], ['plan'], ['factory'], ['planned workshops'], ['the factory']])('finds the English one by « %s »', async (text) => {
    expect((await search(stranger, text)).map(({ id }) => id)).toEqual([english.id]);
  });

  it.each([
    ['the words in another order, quoted', '"générales réunions"'],
    ['a word that is excluded', 'réunion -midi'],
    ['an excluded word alone', '-midi'],
    ['a word too many', 'réunion quaternion'],
    ['operators alone', '& | ! ( ) : *'],
    ['operators and a word', "quaternion' <-> ("],
    ['emoji', '🙂'],
    ['a zero byte', '\u0000'],
    ['ten thousand operators', ':*&'.repeat(4_000)],
  ])('finds nothing by %s, without an error', async (_what, text) => {
    await expect(search(stranger, text)).resolves.toEqual([]);
    await expect(search(stranger, text, { isTyping: true })).resolves.toEqual([]);
  });

  it('shows what it says, with the words that were looked for, in whatever form', async () => {
    const [hit] = await search(stranger, 'reunion générale -workshop');
    expect(hit).toEqual({ kind: 'POST', id: french.id, targetId: french.id, title: '', extract: 'Les [réunions] [générales] commenceront à midi. #Été' });
  });

  it.each([
    ['the planning of the workshops', {}, 'We are [planning] the [workshops] of the factories.'],
    ['les réunions à midi', {}, 'Les [réunions] générales commenceront à [midi]. #Été'],
    ['the workshop of the fac', { isTyping: true }, 'We are planning the [workshops] of the [factories].'],
    ['workshop of the', { isTyping: true }, 'We are planning the [workshops] of the factories.'],
  ])('marks what « %s » looks for, not the empty words between', async (text, variables, extract) => {
    expect((await search(stranger, text, variables)).map((hit) => hit.extract)).toEqual([extract]);
  });

  it('leaves out those out of sight, from the count too', async () => {
    expect((await found.answer(ines, 'réunion', written)).groups).toMatchObject([{ kind: 'POST', count: 2, isMore: false }]);
    expect((await found.answer(stranger, 'réunion', written)).groups).toMatchObject([{ kind: 'POST', count: 1, isMore: false, hits: [{ id: french.id }] }]);
    expect(await search(ines, 'réunion', { first: 1 })).toHaveLength(1);
  });

  it.each([
    ['a title before a text', { title: 'Chaudières', text: 'Chaudières' }, {}],
    ['a new one before an old one', {}, { createdAt: new Date('2020-01-01') }],
  ])('goes by relevance and age: %s', async (_what, better, worse) => {
    const post = async (change: object) => {
      const saved = await aPost().by(ines).saying('Les chaudières').save(api.manager);
      return api.manager.save(Object.assign(saved, change));
    };
    const [best, worst] = [await post(better), await post(worse)];
    expect((await search(stranger, 'chaudière')).map(({ id }) => id)).toEqual([best.id, worst.id]);
    await api.manager.delete(PostEntity, [worst.id, best.id]);
  });

  it('comes page by page, nothing twice and nothing left out', async () => {
    const posts = [];
    for (let i = 0; i < 7; i += 1) posts.push(await aPost().by(ines).saying('Un trombone').save(api.manager));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Awaited<ReturnType<typeof found.page>> = await found.page(stranger, 'trombone', { kind: 'POST', first: 3, after });
      seen.push(...page.hits.map(({ id }) => id));
      [after, more] = [page.endCursor, page.hasNextPage];
    }
    expect(seen.toSorted()).toEqual(posts.map(({ id }) => id).sort());
  });
});

describe('filters', () => {
  const day = 86_400_000;
  const days = (number: number): string => new Date(Date.now() + number * day).toISOString();

  it.each([
    ['the author', () => ({ authorId: ines.id.toUpperCase() }), 2],
    ['another author', () => ({ authorId: stranger.id }), 0],
    ['the community', () => ({ communityId: closed.id }), 1],
    ['a kind of post', () => ({ facet: 'status' }), 2],
    ['another kind of post', () => ({ facet: 'question' }), 0],
    ['the last day', () => ({ from: days(-1), to: days(1) }), 2],
    ['another day', () => ({ from: days(-2), to: days(-1) }), 0],
    ['a time that ends before it begins', () => ({ from: days(1), to: days(-1) }), 0],
  ])('narrow down to %s', async (_what, filter, count) => {
    expect(await search(ines, 'réunion', { filter: filter() })).toHaveLength(count);
  });

  it.each(['0001-01-02T00:00:00Z', '9998-01-01T00:00:00Z'])('bear a date as wrong as %s, in a post and in the question', async (date) => {
    const lost = await aPost().by(ines).saying('Un astrolabe').save(api.manager);
    await api.manager.update(PostEntity, lost.id, { createdAt: new Date(date) });
    expect((await search(stranger, 'astrolabe')).map(({ id }) => id)).toEqual([lost.id]);
    expect(await search(stranger, 'réunion', { filter: { to: '9999-01-01T00:00:00Z', from: '0001-01-01T00:00:00Z' } })).toHaveLength(1);
    await api.manager.delete(PostEntity, lost.id);
  });

  it('tell nothing of a community out of sight', async () => {
    expect(await search(stranger, 'réunion', { filter: { communityId: closed.id } })).toEqual([]);
    expect(await search(stranger, 'réunion', { filter: { communityId: newId() } })).toEqual([]);
  });

  it('follow a post that moves, and what is said under it', async () => {
    const other = await aCommunity().with(ines).save(api.manager);
    await api.manager.update(PostEntity, hidden.id, { communityId: other.id });
    expect((await search(stranger, 'xylophone', { filter: { communityId: other.id } })).map(({ id }) => id)).toEqual([hidden.id]);
    expect((await search(stranger, 'fermés', { kinds: ['COMMENT'], filter: { communityId: other.id } }))).toHaveLength(1);
    await api.manager.update(PostEntity, hidden.id, { communityId: closed.id });
    expect(await search(stranger, 'xylophone')).toEqual([]);
  });
});

describe('a word that is misspelt', () => {
  it.each([['workhsop', 'workshop'], ['reunoin', 'réunion'], ['entreppots', 'entrepôts']])('(« %s ») is corrected, and that is said', async (typed, meant) => {
    const answer = await found.answer(ines, typed, written);
    expect(answer).toMatchObject({ isCorrected: true, words: meant });
    expect(answer.groups.length).toBeGreaterThan(0);
  });

  it('is looked for as it is when one says so, and when the search is precise', async () => {
    expect(await found.answer(ines, 'workhsop', { ...written, isExact: true })).toEqual({ words: 'workhsop', isCorrected: false, groups: [] });
    expect(await found.answer(ines, '"workhsop"', written)).toMatchObject({ isCorrected: false, groups: [] });
  });

  it('is never corrected into a word that the viewer cannot read anywhere', async () => {
    expect(await found.answer(ines, 'xylophnoe', written)).toMatchObject({ isCorrected: true, words: 'xylophone' });
    expect(await found.answer(stranger, 'xylophnoe', written)).toEqual({ words: 'xylophnoe', isCorrected: false, groups: [] });
  });

  it('of a place out of sight is as good as unwritten', async () => {
    const secretly = await aPost().by(ines).in(closed).saying('workhsop').save(api.manager);
    await api.app.get(Lexicon).settled();
    expect(await found.answer(stranger, 'workhsop', written)).toMatchObject({ isCorrected: true, words: 'workshop' });
    expect(await found.answer(ines, 'workhsop', written)).toMatchObject({ isCorrected: false, groups: [{ hits: [{ id: secretly.id }] }] });
    await api.manager.delete(PostEntity, secretly.id);
  });
});

describe('while one types', () => {
  it.each([['réun', 1], ['midi réu', 1], ['reunion', 1], ['xyl', 0], ['%', 0], ['réunion_', 1]])('« %s » may go on', async (text, count) => {
    expect(await search(stranger, text, { isTyping: true })).toHaveLength(count);
  });

  it('shows the beginning as what matches', async () => {
    expect((await search(stranger, 'commenc', { isTyping: true }))[0]?.extract).toBe('Les réunions générales [commenceront] à midi. #Été');
    expect(await search(stranger, 'commencero', { isExact: true })).toEqual([]);
  });
});

describe('searching comments', () => {
  it('finds them by their words, leads to the post, and leaves out those under a post out of sight', async () => {
    expect(await search(stranger, 'entrepot')).toEqual([{ kind: 'COMMENT', id: commentId, targetId: french.id, title: '', extract: 'Parlons des [entrepôts]' }]);
    expect(await search(ines, 'entrepot')).toHaveLength(2);
  });

  it('finds them by what they say now, and no longer once they are gone', async () => {
    await api.as(ines).send(`mutation ($input: EditCommentInput!) { editComment(input: $input) { id } }`, { input: { id: commentId, body: richTextOf('Parlons des quais') } });
    expect(await search(stranger, 'entrepot')).toEqual([]);
    expect(await search(stranger, 'quai')).toMatchObject([{ id: commentId }]);
    await api.as(ines).send(`mutation ($id: ID!) { deleteComment(id: $id) }`, { id: commentId });
    expect(await search(stranger, 'quai')).toEqual([]);
  });
});

describe('what people look for', () => {
  it('is neither logged nor kept', async () => {
    await search(ines, 'confidentielle');
    const tables: { name: string }[] = await api.dataSource.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    for (const { name } of tables) expect(await api.dataSource.query(`SELECT 1 FROM "${name}" kept WHERE kept::text ILIKE '%confidentielle%'`)).toEqual([]);
    expect(api.log.join('\n')).not.toContain('confidentielle');
  });
});
