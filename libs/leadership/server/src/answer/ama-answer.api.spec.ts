import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plainText, richTextOf, type RichTextDocument } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { AmaState } from '../session/ama-state.ts';
import { testDomains } from '../testing/domains.ts';
import { anAmaSession } from '../testing/index.ts';

const ANSWERED = 'id viewerCanAnswer answer { body author { id } editedAt viewerCanEdit revisions { body } }';
const ANSWER = `mutation ($input: AnswerAmaQuestionInput!) { answerAmaQuestion(input: $input) { ${ANSWERED} } }`;
const EDIT = `mutation ($input: EditAmaAnswerInput!) { editAmaAnswer(input: $input) { ${ANSWERED} } }`;
const ONE = `query ($id: ID!) { amaQuestion(id: $id) { ${ANSWERED} } }`;

let api: TestApi;
let host: PersonEntity, cohost: PersonEntity, asker: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [host, cohost] = [await aPerson().being('executive').save(api.manager), await aPerson().being('executive').save(api.manager)];
  [asker, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

/** A question that was asked in a session which has come to `state`. */
async function aQuestion(state: AmaState = 'live'): Promise<string> {
  const session = await anAmaSession(host).with(cohost).being(state).save(api.manager);
  const [id, key] = [randomUUID(), randomUUID()];
  await api.manager.query('INSERT INTO ama_question (id, session_id, author_id, key, text, created_at) VALUES ($1, $2, $3, $4, $5, now())', [id, session.id, asker.id, key, 'Why?']);
  return id;
}
const answer = (by: PersonEntity, questionId: string, change = {}) => api.as(by).send<{ answerAmaQuestion: object }>(ANSWER, { input: { key: randomUUID(), questionId, body: richTextOf('Because.'), ...change } });
const edit = (by: PersonEntity, questionId: string, body: unknown = richTextOf('Since.')) => api.as(by).send(EDIT, { input: { questionId, body } });

describe('answering', () => {
  it.each(['host', 'co-host'] as const)('is for the %s, and everybody reads it', async (role) => {
    const by = role === 'host' ? host : cohost;
    const id = await aQuestion();
    await expect(answer(by, id)).resolves.toMatchObject({ answerAmaQuestion: { viewerCanAnswer: false, answer: { author: { id: by.id }, viewerCanEdit: true, revisions: [] } } });
    await expect(api.as(stranger).send(ONE, { id })).resolves.toMatchObject({ amaQuestion: { answer: { body: richTextOf('Because.'), viewerCanEdit: false } } });
  });

  it('is refused to others, executives included', async () => {
    const id = await aQuestion();
    const executive = await aPerson().being('executive').save(api.manager);
    for (const person of [asker, stranger, executive]) await expect(answer(person, id)).rejects.toMatchObject({ code: 'AMA_NOT_HOST' });
    await expect(api.as(stranger).send(ONE, { id })).resolves.toMatchObject({ amaQuestion: { answer: null, viewerCanAnswer: false } });
  });

  it.each<[AmaState, boolean]>([['collecting', false], ['live', true], ['over', true], ['cancelled', false]])('in a session that is %s: %s', async (state, allowed) => {
    const id = await aQuestion(state);
    await expect(api.as(host).send(ONE, { id })).resolves.toMatchObject({ amaQuestion: { viewerCanAnswer: allowed } });
    if (allowed) await expect(answer(host, id)).resolves.toBeTruthy();
    else await expect(answer(host, id)).rejects.toMatchObject({ code: 'AMA_NOT_TAKING_ANSWERS' });
  });

  it('happens once: a retry changes nothing, another host is told', async () => {
    const id = await aQuestion();
    const key = randomUUID();
    const first = await answer(host, id, { key });
    await expect(answer(host, id, { key, body: richTextOf('Otherwise.') })).resolves.toEqual(first);
    await expect(answer(cohost, id)).rejects.toMatchObject({ code: 'AMA_QUESTION_ANSWERED' });
  });

  it.each([
    ['nothing', { body: { type: 'doc', content: [] } }, 'TEXT_REQUIRED', 'body'],
    ['what no editor makes', { body: { type: 'doc', content: [{ type: 'script' }] } }, 'RICH_TEXT_NOT_ALLOWED', 'body'],
    ['a key that is none', { key: '1' }, 'ID_INVALID', 'key'],
    ['a question that is none', { questionId: '1' }, 'ID_INVALID', 'questionId'],
    ['a question that is not there', { questionId: randomUUID() }, 'AMA_QUESTION_NOT_FOUND', undefined],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    await expect(answer(host, await aQuestion(), change)).rejects.toMatchObject({ code, field });
  });
});

describe('changing an answer', () => {
  it('is for who gave it, and keeps what it said', async () => {
    const id = await aQuestion('over');
    await expect(edit(host, id)).rejects.toMatchObject({ code: 'AMA_ANSWER_NOT_FOUND' });
    await answer(host, id);
    for (const person of [cohost, asker]) await expect(edit(person, id)).rejects.toMatchObject({ code: 'AMA_ANSWER_NOT_YOURS' });
    await expect(edit(host, id, { type: 'doc' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });

    const { editAmaAnswer } = (await edit(host, id)) as { editAmaAnswer: { answer: { body: RichTextDocument; editedAt: string | null; revisions: { body: RichTextDocument }[] } } };
    expect(plainText(editAmaAnswer.answer.body)).toBe('Since.');
    expect(editAmaAnswer.answer.editedAt).not.toBeNull();
    expect(editAmaAnswer.answer.revisions.map(({ body }) => plainText(body))).toEqual(['Because.']);
  });
});
