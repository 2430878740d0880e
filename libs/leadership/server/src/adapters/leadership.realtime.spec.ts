import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { Change } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import type { AmaSessionEntity } from '../session/ama-session.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { anAmaSession } from '../testing/index.ts';

let api: TestApi;
let host: PersonEntity, author: PersonEntity, reader: PersonEntity;
let session: AmaSessionEntity;
let socket: Socket;
let heard: Change[];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  host = await aPerson().being('executive').save(api.manager);
  [author, reader] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  session = await anAmaSession(host).being('live').save(api.manager);
  socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: await api.cookieOf(reader.id) }, forceNew: true });
  socket.on('changed', (change: Change) => heard.push(change));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
});
afterEach(() => void socket.disconnect());

const watches = async (topic: string): Promise<boolean> => (await socket.emitWithAck('watch', { topic })).ok;
/** What the reader hears until everything of this is told. */
async function hearsOf<T>(work: () => Promise<T>): Promise<{ heard: Change[]; done: T }> {
  heard = [];
  const done = await work();
  await api.settled();
  await watches('home');
  return { heard, done };
}

describe('an open session', () => {
  it('hears of questions, votes by their number, answers and comments, by ids alone', async () => {
    const topic = `ama:${session.id}`;
    expect(await watches(topic)).toBe(true);
    const ask = () =>
      api.as(author).send<{ askAmaQuestion: { id: string } }>('mutation ($input: AskAmaQuestionInput!) { askAmaQuestion(input: $input) { id } }', { input: { key: randomUUID(), sessionId: session.id, text: 'Why?' } });

    const asked = await hearsOf(ask);
    const { id } = asked.done.askAmaQuestion;
    expect(asked.heard).toEqual([{ topic, kind: 'ama.question-asked', id, authorId: author.id }]);

    const voted = await hearsOf(() => api.as(reader).send('mutation ($id: ID!) { voteForAmaQuestion(id: $id, wanted: true) { id } }', { id }));
    expect(voted.heard).toEqual([{ topic, kind: 'ama.question-voted', id, authorId: null, count: 1 }]);

    expect(await watches(`ama-question:${id}`)).toBe(true);
    const input = { key: randomUUID(), subject: { type: 'ama-question', id }, body: richTextOf('Indeed.') };
    const commented = await hearsOf(() => api.as(author).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input }));
    expect(commented.heard).toMatchObject([{ topic: `ama-question:${id}`, kind: 'comment.added', authorId: author.id }]);

    const answered = await hearsOf(() =>
      api.as(host).send('mutation ($input: AnswerAmaQuestionInput!) { answerAmaQuestion(input: $input) { id } }', { input: { key: randomUUID(), questionId: id, body: richTextOf('Because.') } }),
    );
    expect(answered.heard).toEqual([{ topic, kind: 'ama.question-answered', id, authorId: host.id }]);

    const cancelled = await hearsOf(() => api.as(host).send('mutation ($id: ID!) { cancelAmaSession(id: $id) { id } }', { id: session.id }));
    expect(cancelled.heard).toMatchObject([{ topic, kind: 'ama.session-changed', id: session.id }]);
  });

  it('is watched only by those who see it', async () => {
    const closed = await aCommunity().being('closed').with(host).save(api.manager);
    const hidden = await anAmaSession(host).in(closed).save(api.manager);
    expect(await watches(`ama:${hidden.id}`)).toBe(false);
    expect(await watches(`ama:${randomUUID()}`)).toBe(false);
  });
});
