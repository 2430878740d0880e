import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { AmaSessionEntity } from '../session/ama-session.entity.ts';
import type { AmaState } from '../session/ama-state.ts';
import { testDomains } from '../testing/domains.ts';
import { anAmaSession } from '../testing/index.ts';

const QUESTION = 'id text voteCount editedAt author { id } viewerHasVoted viewerCanVote viewerCanEdit viewerCanAnswer';
const ASK = `mutation ($input: AskAmaQuestionInput!) { askAmaQuestion(input: $input) { ${QUESTION} } }`;
const EDIT = `mutation ($input: EditAmaQuestionInput!) { editAmaQuestion(input: $input) { ${QUESTION} } }`;
const WITHDRAW = 'mutation ($id: ID!) { withdrawAmaQuestion(id: $id) }';
const VOTE = `mutation ($id: ID!, $wanted: Boolean!) { voteForAmaQuestion(id: $id, wanted: $wanted) { ${QUESTION} } }`;
const ONE = `query ($id: ID!) { amaQuestion(id: $id) { ${QUESTION} } }`;
const LIST = `query ($id: ID!, $answered: Boolean! = false, $first: Int! = 20, $after: String) {
  amaSession(id: $id) { questionCounts { open answered } questions(answered: $answered, first: $first, after: $after) { totalCount edges { node { ${QUESTION} } } pageInfo { endCursor } } }
}`;
const SIMILAR = 'query ($id: ID!, $text: String!) { amaSession(id: $id) { similarQuestions(text: $text) { text } } }';

interface Asked {
  id: string;
  voteCount: number;
}

let api: TestApi;
let host: PersonEntity, author: PersonEntity, colleague: PersonEntity, third: PersonEntity;
let session: AmaSessionEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  host = await aPerson().being('executive').save(api.manager);
  [author, colleague, third] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  session = await anAmaSession(host).save(api.manager);
});

const ask = async (text = 'When does the new line start?', by = author, change = {}) =>
  (await api.as(by).send<{ askAmaQuestion: Asked }>(ASK, { input: { key: randomUUID(), sessionId: session.id, text, ...change } })).askAmaQuestion;
const vote = async (by: PersonEntity, id: string, wanted = true) => (await api.as(by).send<{ voteForAmaQuestion: Asked }>(VOTE, { id, wanted })).voteForAmaQuestion;
const listed = async (variables = {}, by = colleague) =>
  (await api.as(by).send<{ amaSession: { questions: { totalCount: number; edges: { node: Asked }[]; pageInfo: { endCursor: string } } } }>(LIST, { id: session.id, ...variables })).amaSession.questions;
const answer = (id: string) =>
  api.as(host).send('mutation ($input: AnswerAmaQuestionInput!) { answerAmaQuestion(input: $input) { id } }', { input: { key: randomUUID(), questionId: id, body: richTextOf('In May.') } });
const moveTo = (state: AmaState) => anAmaSession(host).being(state).save(api.manager).then((like) =>
  api.manager.query('UPDATE ama_session SET opens_at = $2, starts_at = $3, ends_at = $4, cancelled_at = $5 WHERE id = $1', [session.id, like.opensAt, like.startsAt, like.endsAt, like.cancelledAt]));

describe('asking', () => {
  it('puts the question under the name of who asks', async () => {
    await expect(ask('  When does the new line start?  ')).resolves.toMatchObject({ text: 'When does the new line start?', voteCount: 0, author: { id: author.id }, viewerCanVote: false, viewerCanEdit: true, viewerCanAnswer: false });
    await expect(api.anonymous().send(ASK, { input: { key: randomUUID(), sessionId: session.id, text: 'Who am I?' } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('asks once of two tries with the same key, even at once, and finds it again after the end', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([ask('Once?', author, { key }), ask('Once?', author, { key })]);
    await moveTo('over');
    expect(await ask('Once?', author, { key })).toMatchObject({ id: first.id });
    expect(second.id).toBe(first.id);
  });

  it.each<[AmaState, boolean]>([['announced', false], ['collecting', true], ['live', true], ['over', false], ['cancelled', false]])('in a session that is %s: %s', async (state, allowed) => {
    await moveTo(state);
    if (allowed) await expect(ask()).resolves.toBeTruthy();
    else await expect(ask()).rejects.toMatchObject({ code: 'AMA_NOT_TAKING_QUESTIONS' });
  });

  it('in a community is for those who read there', async () => {
    const closed = await aCommunity().being('closed').with(host, colleague).save(api.manager);
    session = await anAmaSession(host).in(closed).save(api.manager);
    const { id } = await ask('Between us?', colleague);
    await expect(ask()).rejects.toMatchObject({ code: 'AMA_SESSION_NOT_FOUND' });
    await expect(vote(author, id)).rejects.toMatchObject({ code: 'AMA_QUESTION_NOT_FOUND' });
    await expect(api.as(author).send(ONE, { id })).resolves.toEqual({ amaQuestion: null });
  });

  it.each([
    ['nothing', { text: ' \n ' }, 'TEXT_REQUIRED', 'text'],
    ['more than 500 characters', { text: 'x'.repeat(501) }, 'TEXT_TOO_LONG', 'text'],
    ['a key that is none', { key: '1' }, 'ID_INVALID', 'key'],
    ['a session that is none', { sessionId: '1' }, 'ID_INVALID', 'sessionId'],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    await expect(ask('Why?', author, change)).rejects.toMatchObject({ code, field });
  });
});

describe('voting', () => {
  it('counts each once, can be taken back, and never names who', async () => {
    const { id } = await ask();
    await Promise.all([vote(colleague, id), vote(third, id), vote(host, id)]);
    await expect(vote(colleague, id)).resolves.toMatchObject({ voteCount: 3, viewerHasVoted: true });
    await expect(vote(colleague, id, false)).resolves.toMatchObject({ voteCount: 2, viewerHasVoted: false });
    await expect(api.as(third).send(ONE, { id })).resolves.toMatchObject({ amaQuestion: { voteCount: 2, viewerHasVoted: true, viewerCanVote: true } });
  });

  it('is not for one’s own question, nor for one that is answered, nor after the end', async () => {
    const { id } = await ask();
    await expect(vote(author, id)).rejects.toMatchObject({ code: 'AMA_OWN_QUESTION' });
    await expect(vote(colleague, 'x')).rejects.toMatchObject({ code: 'ID_INVALID' });
    await moveTo('over');
    await expect(vote(colleague, id)).rejects.toMatchObject({ code: 'AMA_NOT_TAKING_QUESTIONS' });
    await moveTo('live');
    await answer(id);
    await expect(vote(colleague, id)).rejects.toMatchObject({ code: 'AMA_QUESTION_ANSWERED' });
  });
});

describe('changing and withdrawing a question', () => {
  it('is for its author until it is answered', async () => {
    const { id } = await ask();
    await vote(colleague, id);
    await expect(api.as(author).send(EDIT, { input: { id, text: 'When, then?' } })).resolves.toMatchObject({ editAmaQuestion: { text: 'When, then?', voteCount: 1, editedAt: expect.any(String) } });
    for (const person of [colleague, host]) {
      await expect(api.as(person).send(EDIT, { input: { id, text: 'Mine' } })).rejects.toMatchObject({ code: 'AMA_QUESTION_NOT_YOURS' });
      await expect(api.as(person).send(WITHDRAW, { id })).rejects.toMatchObject({ code: 'AMA_QUESTION_NOT_YOURS' });
    }
    await expect(api.as(author).send(EDIT, { input: { id, text: ' ' } })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });

    await moveTo('live');
    await answer(id);
    await expect(api.as(author).send(EDIT, { input: { id, text: 'Other' } })).rejects.toMatchObject({ code: 'AMA_QUESTION_ANSWERED' });
    await expect(api.as(author).send(WITHDRAW, { id })).rejects.toMatchObject({ code: 'AMA_QUESTION_ANSWERED' });
  });

  it('takes it out of every list and count; a late retry does not bring it back', async () => {
    const key = randomUUID();
    const { id } = await ask('Really?', author, { key });
    await expect(api.as(author).send(WITHDRAW, { id })).resolves.toEqual({ withdrawAmaQuestion: id });
    await ask('Really?', author, { key });
    expect(await listed()).toMatchObject({ totalCount: 0, edges: [] });
    await expect(api.as(author).send(ONE, { id })).resolves.toEqual({ amaQuestion: null });
    await expect(api.as(author).send(WITHDRAW, { id })).rejects.toMatchObject({ code: 'AMA_QUESTION_NOT_FOUND' });
    const comment = { key: randomUUID(), subject: { type: 'ama-question', id }, body: richTextOf('Still there?') };
    await expect(api.as(colleague).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: comment })).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
  });
});

describe('the questions of a session', () => {
  it('go by votes then age, the answered apart, page by page', async () => {
    const [first, second, loved, done] = [await ask('One?'), await ask('Two?'), await ask('Three?'), await ask('Four?')];
    for (const person of [colleague, third]) await vote(person, loved.id);
    await vote(third, second.id);
    await vote(third, done.id);
    await moveTo('live');
    await answer(done.id);
    const order = [loved.id, second.id, first.id];

    const whole = await listed();
    expect(whole).toMatchObject({ totalCount: 3 });
    expect(whole.edges.map(({ node }) => node.id)).toEqual(order);
    const start = await listed({ first: 2 });
    const rest = await listed({ first: 2, after: start.pageInfo.endCursor });
    expect([...start.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(order);
    expect((await listed({ answered: true })).edges.map(({ node }) => node.id)).toEqual([done.id]);
    await expect(listed({ after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(listed({ first: 51 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
  });

  it('are proposed to who is about to ask much the same', async () => {
    await ask('Quand la nouvelle ligne de production démarre-t-elle ?');
    await ask('Will canteen prices change?');
    const similar = async (text: string) => (await api.as(colleague).send<{ amaSession: { similarQuestions: { text: string }[] } }>(SIMILAR, { id: session.id, text })).amaSession.similarQuestions.map((found) => found.text);

    expect(await similar('nouvelle ligne de production, quand ?')).toEqual(['Quand la nouvelle ligne de production démarre-t-elle ?']);
    expect(await similar('canteen price')).toEqual(['Will canteen prices change?']);
    expect(await similar('Le télétravail du vendredi')).toEqual([]);
    expect(await similar('ligne')).toEqual([]);
    expect(await similar('\u0000'.repeat(20))).toEqual([]);
  });

  it('can be talked about by those who see them', async () => {
    const { id } = await ask();
    const comment = { key: randomUUID(), subject: { type: 'ama-question', id }, body: richTextOf('I wonder too.') };
    await api.as(colleague).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: comment });
    await expect(api.as(third).send('query ($id: ID!) { amaQuestion(id: $id) { conversation { commentCount } } }', { id })).resolves.toEqual({ amaQuestion: { conversation: { commentCount: 1 } } });
  });
});

describe('what is said under a question', () => {
  it('comes to an end where the community is at rest, and goes on when it wakes', async () => {
    const place = await aCommunity().animatedBy(host).with(author).save(api.manager);
    session = await anAmaSession(host).in(place).save(api.manager);
    const question = await ask();
    const say = () => api.as(author).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'ama-question', id: question.id }, body: richTextOf('And then?') } });

    await api.as(host).send('mutation ($id: ID!) { archiveCommunity(id: $id) { id } }', { id: place.id });
    await expect(say()).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
    await api.as(host).send('mutation ($id: ID!) { restoreCommunity(id: $id) { id } }', { id: place.id });
    await expect(say()).resolves.toBeTruthy();
  });
});
