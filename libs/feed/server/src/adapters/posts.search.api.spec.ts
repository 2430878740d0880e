import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { aPost } from '../testing/index.ts';

const SEARCH = `query ($text: String!, $first: Int! = 8) { search(text: $text, kinds: [POST, COMMENT], first: $first) { kind id targetId title extract } }`;

interface Hit {
  kind: string;
  id: string;
  targetId: string;
  title: string;
  extract: string;
}

let api: TestApi;
let ines: PersonEntity, stranger: PersonEntity;
let french: PostEntity, english: PostEntity;
let commentId: string;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, searchDomain, conversationsDomain, feedDomain]);
  ines = await aPerson().named('Inès Dupont').save(api.manager);
  stranger = await aPerson().save(api.manager);
  french = await aPost().by(ines).saying('Les réunions générales commenceront à midi. #Été').save(api.manager);
  english = await aPost().by(ines).saying('We are planning the workshops of the factories.').save(api.manager);
  const closed = await aCommunity().being('closed').with(ines).save(api.manager);
  const hidden = await aPost().by(ines).in(closed).saying('Une réunion fermée, a secret workshop.').save(api.manager);
  const comment = async (post: PostEntity, text: string) => {
    const input = { key: randomUUID(), subject: { type: 'post', id: post.id }, body: richTextOf(text) };
    return (await api.as(ines).send<{ addComment: { id: string } }>(`mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`, { input })).addComment.id;
  };
  commentId = await comment(french, 'Parlons des entrepôts');
  await comment(hidden, 'Les entrepôts fermés');
});
afterAll(() => api.stop());

const search = async (viewer: PersonEntity, text: string, variables = {}) => (await api.as(viewer).send<{ search: Hit[] }>(SEARCH, { text, ...variables })).search;

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
    ['a word too many', 'réunion quaternion'],
    ['operators alone', '& | ! ( ) : *'],
    ['operators and a word', "quaternion' <-> ("],
    ['emoji', '🙂'],
    ['a zero byte', '\u0000'],
    ['ten thousand operators', ':*&'.repeat(4_000)],
  ])('finds nothing by %s, without an error', async (_what, text) => {
    await expect(search(stranger, text)).resolves.toEqual([]);
  });

  it('shows who wrote it and what it says', async () => {
    const [hit] = await search(stranger, 'réunions');
    expect(hit).toEqual({ kind: 'POST', id: french.id, targetId: french.id, title: 'Inès Dupont', extract: 'Les réunions générales commenceront à midi. #Été' });
  });

  it('goes newest first, at most as many as asked for, those out of sight left out', async () => {
    expect((await search(ines, 'réunion')).map(({ extract }) => extract)).toEqual(['Une réunion fermée, a secret workshop.', french.text]);
    expect(await search(ines, 'réunion', { first: 1 })).toHaveLength(1);
  });
});

describe('searching comments', () => {
  it('finds them by their words, leads to the post, and leaves out those under a post out of sight', async () => {
    expect(await search(stranger, 'entrepot')).toEqual([{ kind: 'COMMENT', id: commentId, targetId: french.id, title: 'Inès Dupont', extract: 'Parlons des entrepôts' }]);
    expect(await search(ines, 'entrepot')).toHaveLength(2);
  });

  it('finds them by what they say now', async () => {
    await api.as(ines).send(`mutation ($input: EditCommentInput!) { editComment(input: $input) { id } }`, { input: { id: commentId, body: richTextOf('Parlons des quais') } });
    expect(await search(stranger, 'entrepot')).toEqual([]);
    expect(await search(stranger, 'quai')).toMatchObject([{ id: commentId }]);
  });
});
