import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { CommentEntity, conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';

const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id kind title body question { isAnswered acceptedAnswer { id } } } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { id title body revisions { title } } }`;
const LIST = `query ($community: ID, $unanswered: Boolean, $first: Int = 20, $after: String) {
  questions(communityId: $community, unanswered: $unanswered, first: $first, after: $after) {
    edges { node { id question { isAnswered acceptedAnswer { id } } } } pageInfo { endCursor hasNextPage }
  }
}`;
const SIMILAR = `query ($text: String!, $community: ID) { similarQuestions(text: $text, communityId: $community) { id title } }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;

interface Question {
  id: string;
  question: { isAnswered: boolean; acceptedAnswer: { id: string } | null };
}

let api: TestApi;
let asker: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [asker, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(asker, member).save(api.manager);
});

async function ask(title: string, { by = asker, in: community = closed as CommunityEntity | null, ...more }: { by?: PersonEntity; in?: CommunityEntity | null; body?: object } = {}) {
  const input = { key: randomUUID(), kind: 'QUESTION', title, communityId: community?.id ?? null, ...more };
  return (await api.as(by).send<{ createPost: Question & { title: string; body: object } }>(CREATE, { input })).createPost;
}

/** As the asker or an animator does it. */
async function answer(postId: string, { accepted }: { accepted: boolean }): Promise<string> {
  const { addComment } = await api.as(member).send<{ addComment: { id: string } }>(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id: postId }, body: richTextOf('So.') } });
  await api.manager.update(CommentEntity, addComment.id, { isAccepted: accepted });
  return addComment.id;
}

async function listed(viewer: PersonEntity, variables: object = {}): Promise<Question[]> {
  const { questions } = await api.as(viewer).send<{ questions: { edges: { node: Question }[] } }>(LIST, { community: closed.id, ...variables });
  return questions.edges.map(({ node }) => node);
}

describe('a question', () => {
  it('has a title, on one line, and may have no text', async () => {
    await expect(ask('  Who knows\n the new valve? ')).resolves.toMatchObject({ kind: 'QUESTION', title: 'Who knows the new valve?', body: { type: 'doc' } });
    await expect(ask('Who?', { body: richTextOf('I mean it') })).resolves.toMatchObject({ title: 'Who?', body: richTextOf('I mean it') });
  });

  it('is asked by members only', async () => {
    await expect(ask('Who knows?')).resolves.toMatchObject({ question: { isAnswered: false, acceptedAnswer: null } });
    await expect(ask('Who knows?', { by: stranger })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
  });

  it.each([
    ['no title', { kind: 'QUESTION', title: null }, 'TEXT_REQUIRED', 'title'],
    ['a blank title', { kind: 'QUESTION', title: ' \n ' }, 'TEXT_REQUIRED', 'title'],
    ['too long a title', { kind: 'QUESTION', title: 'x'.repeat(201) }, 'TEXT_TOO_LONG', 'title'],
    ['a status with a title', { kind: 'STATUS', title: 'Hello', body: richTextOf('x') }, 'POST_PART_NOT_OF_KIND', 'title'],
    ['a status without a text', { kind: 'STATUS' }, 'TEXT_REQUIRED', 'body'],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    await expect(api.as(asker).send(CREATE, { input: { key: randomUUID(), ...change } })).rejects.toMatchObject({ code, field });
  });

  it('is found by its title, keeps former titles, and keeps what an edit leaves out', async () => {
    const { id } = await ask('Where is the torquemeter?', { body: richTextOf('The big one') });
    const found = async () => (await api.as(member).send<{ search: { groups: { hits: { id: string }[] }[] } }>('{ search(text: "torquemeter", isExact: true) { groups { hits { id } } } }')).search.groups.flatMap(({ hits }) => hits.map((hit) => hit.id));
    expect(await found()).toEqual([id]);

    const { editPost } = await api.as(asker).send<{ editPost: object }>(EDIT, { input: { id, title: 'Where is the pressure gauge?' } });
    expect(editPost).toMatchObject({ title: 'Where is the pressure gauge?', body: richTextOf('The big one'), revisions: [{ title: 'Where is the torquemeter?' }] });
    expect(await found()).toEqual([]);
    await expect(api.as(asker).send(EDIT, { input: { id, body: null } })).resolves.toMatchObject({ editPost: { title: 'Where is the pressure gauge?', body: { type: 'doc' } } });
    await expect(api.as(asker).send(EDIT, { input: { id, title: ' ' } })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'title' });
    await expect(api.as(member).send(EDIT, { input: { id, title: 'Mine' } })).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
  });
});

describe('lists of questions', () => {
  it('say which are answered, can leave those out, and stay closed to those who may not read', async () => {
    const [open, half, done] = [await ask('One?'), await ask('Two?'), await ask('Three?')];
    await answer(half.id, { accepted: false });
    const accepted = await answer(done.id, { accepted: true });

    expect(await listed(member)).toEqual([
      { id: done.id, question: { isAnswered: true, acceptedAnswer: { id: accepted } } },
      { id: half.id, question: { isAnswered: false, acceptedAnswer: null } },
      { id: open.id, question: { isAnswered: false, acceptedAnswer: null } },
    ]);
    expect((await listed(member, { unanswered: true })).map(({ id }) => id)).toEqual([half.id, open.id]);
    expect(await listed(stranger)).toEqual([]);
    await expect(listed(member, { community: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'communityId' });
  });

  it('cost the same whatever their length', async () => {
    const statements = async () => (await api.statementsOf(() => listed(member))).length;
    await answer((await ask('One?')).id, { accepted: true });
    const ofOne = await statements();
    for (let i = 0; i < 8; i++) await answer((await ask(`And ${i}?`)).id, { accepted: i % 2 === 0 });
    expect([ofOne, await statements()]).toEqual([2, 2]);
  });
});

describe('similar questions', () => {
  const similar = async (viewer: PersonEntity, text: string) =>
    (await api.as(viewer).send<{ similarQuestions: { title: string }[] }>(SIMILAR, { text, community: closed.id })).similarQuestions.map(({ title }) => title);

  it('are found in both languages, whatever the form of the words and with a slip of the pen, by those who may read them alone', async () => {
    await ask('Comment régler le détendeur d’une pompe haute pression ?');
    await ask('How do I claim travel expenses?', { in: null });
    await ask('Where do we order safety shoes?');

    expect(await similar(member, 'réglage des détendeurs sur les pompes')).toEqual(['Comment régler le détendeur d’une pompe haute pression ?']);
    expect(await similar(member, 'claiming my travel expense')).toEqual(['How do I claim travel expenses?']);
    expect(await similar(member, 'order saftey shoes')).toEqual(['Where do we order safety shoes?']);
    expect(await similar(stranger, 'réglage des détendeurs sur les pompes')).toEqual([]);
    expect(await similar(member, 'canteen menu')).toEqual([]);
  });

  it('share the words that matter: what every question says brings nothing near', async () => {
    await ask('Qui a déjà fait tourner deux modèles en mélange sur une même ligne ?');
    await ask('Qui a déjà remplacé un bornier sur une Brise 6 ?');
    await ask('Comment régler le pressostat de la Tramontane 40 ?');

    expect(await similar(member, 'Qui a déjà réglé un pressostat sur une Mistral 20 ?')).toEqual(['Comment régler le pressostat de la Tramontane 40 ?']);
    expect(await similar(member, 'Qui a déjà peint un hangar sur une journée ?')).toEqual([]);
    expect(await similar(member, 'Qui a sur une')).toEqual([]);
    expect(await similar(member, 'Régler un presostat')).toEqual(['Comment régler le pressostat de la Tramontane 40 ?']);
  });

  it('say each title once: with an accepted answer first, then with most answers', async () => {
    const [accepted, talkedOf, silent] = [await ask('Où est le palan ?'), await ask('où est le PALAN ?'), await ask('Où est le palan ?')];
    await answer(talkedOf.id, { accepted: false });
    await answer(talkedOf.id, { accepted: false });
    const accept = await answer(accepted.id, { accepted: true });
    const proposed = async () =>
      (await api.as(member).send<{ similarQuestions: { id: string }[] }>(SIMILAR, { text: 'Où est le palan ?', community: null })).similarQuestions.map(({ id }) => id);

    expect(await proposed()).toEqual([accepted.id]);
    await api.manager.update(CommentEntity, accept, { isAccepted: false });
    expect(await proposed()).toEqual([talkedOf.id]);
    await api.manager.update(CommentEntity, { subjectId: talkedOf.id }, { deletedAt: new Date() });
    expect(await proposed()).toEqual([accepted.id]);
    await api.manager.update(CommentEntity, { subjectId: accepted.id }, { deletedAt: new Date() });
    expect(await proposed()).toEqual([silent.id]);
  });

  it('take whatever was typed', async () => {
    for (const text of ['', '  ', "l'été & | ! :* <->", 'the', "'", '\\', 'x'.repeat(5_000)]) await expect(similar(member, text)).resolves.toEqual(expect.any(Array));
  });
});
