import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi, webOperation } from '@parvis/identity/server/testing';
import type { AmaSessionEntity } from './session/ama-session.entity.ts';
import { testDomains } from './testing/domains.ts';
import { anAmaSession } from './testing/index.ts';

interface World {
  viewer: PersonEntity;
  session: AmaSessionEntity;
  /** The last question that was answered, and what it asks. */
  questionId: string;
  text: string;
}

let api: TestApi;
let worlds: World[];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  worlds = [await aWorldOf(3), await aWorldOf(12)];
}, 60_000);
afterAll(() => api.stop());

/** As many sessions in a community; the first holds as many open questions and as many answered ones, each of somebody else, each with a vote. */
async function aWorldOf(number: number): Promise<World> {
  const viewer = await aPerson().save(api.manager);
  const host = await aPerson().being('executive').save(api.manager);
  const others = await people(api.manager, 2 * number);
  const community = await aCommunity().being('closed').with(viewer, host, ...others).save(api.manager);
  const session = await anAmaSession(host).in(community).being('live').with(await aPerson().being('executive').save(api.manager)).save(api.manager);
  for (let i = 1; i < number; i += 1) await anAmaSession(host).in(community).save(api.manager);
  const ids: string[] = [];
  for (const author of others) {
    const input = { key: randomUUID(), sessionId: session.id, text: textOf(ids.length, number) };
    const { askAmaQuestion } = await api.as(author).send<{ askAmaQuestion: { id: string } }>(webOperation('AskAmaQuestion'), { input });
    ids.push(askAmaQuestion.id);
    await api.as(viewer).send(webOperation('VoteForAmaQuestion'), { id: askAmaQuestion.id, wanted: true });
  }
  for (const questionId of ids.slice(number)) {
    await api.as(host).send(webOperation('AnswerAmaQuestion'), { input: { key: randomUUID(), questionId, body: richTextOf('So.') } });
    await api.as(host).send(webOperation('EditAmaAnswer'), { input: { questionId, body: richTextOf('So it is.') } });
  }
  return { viewer, session, questionId: ids.at(-1) ?? '', text: textOf(ids.length - 1, number) };
}

const textOf = (index: number, number: number): string => `What of number ${index}, of the ${number}?`;

const ofSession = ({ session }: World) => ({ id: session.id });
const ofQuestion = ({ questionId }: World) => ({ id: questionId });

describe('what pages of sessions cost, whatever their length', () => {
  it.each([
    { page: 'the coming sessions', operation: 'AmaSessions', of: () => ({ period: 'CURRENT' }), cost: 5 },
    { page: 'the session above the leadership feed', operation: 'NextSession', of: () => ({}), cost: 3 },
    { page: 'a session', operation: 'AmaSessionPage', of: ofSession, cost: 6 },
    { page: 'its open questions', operation: 'AmaQuestions', of: (world: World) => ({ ...ofSession(world), answered: false }), cost: 7 },
    { page: 'its answered questions', operation: 'AmaQuestions', of: (world: World) => ({ ...ofSession(world), answered: true }), cost: 8 },
    { page: 'similar questions', operation: 'SimilarAmaQuestions', of: (world: World) => ({ ...ofSession(world), text: world.text }), cost: 4 },
    { page: 'a question', operation: 'AmaQuestionPage', of: ofQuestion, cost: 8 },
    { page: 'the history of an answer', operation: 'AmaAnswerHistory', of: ofQuestion, cost: 3 },
  ])('$page: $cost statements', async ({ operation, of, cost }) => {
    const counts = [];
    for (const world of worlds) {
      await api.as(world.viewer).send('{ viewer { roles } }');
      counts.push((await api.statementsOf(() => api.as(world.viewer).send(webOperation(operation), of(world)))).length);
    }
    expect(counts).toEqual([cost, cost]);
  });
});
