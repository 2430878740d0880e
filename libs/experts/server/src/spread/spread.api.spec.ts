import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { feedDomain } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { Jobs, newId, platformDomain } from '@parvis/platform/server';
import { Lexicon, searchDomain } from '@parvis/search/server';
import { expertsDomain } from '../experts.domain.ts';
import { ExpertRequestEntity, noReasons } from '../request/expert-request.entity.ts';
import { ExpertProposalCountEntity } from './expert-proposal-count.entity.ts';
import { ProposalTally, sweepProposals } from './proposal-tally.ts';
import { SpreadQuery } from './spread.query.ts';

let api: TestApi;
let asker: PersonEntity;
let writers: PersonEntity[];

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const counted = async (): Promise<number[]> => (await api.manager.find(ExpertProposalCountEntity)).map(({ times }) => times).sort();
const tally = () => api.app.get(ProposalTally, { strict: false });
const SPREAD = '{ expertSpread { contributors proposals { total reached gini fifths } requests { total reached gini } } }';
async function spread() {
  await tally().written();
  api.app.get(SpreadQuery, { strict: false }).forget();
  return (await api.as(asker).send<{ expertSpread: { contributors: number | null; proposals: { total: number; reached: number; gini: number; fifths: number[] } | null; requests: object | null } }>(SPREAD)).expertSpread;
}
const ask = (text: string, asOf?: Date) => api.as(asker).send('query ($text: String!, $asOf: DateTime) { experts(text: $text, asOf: $asOf) { person { id } } }', { text, asOf: asOf?.toISOString() ?? null });

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, expertsDomain]);
  asker = await aPerson().named('Inês Carvalho').save(api.manager);
  writers = await people(api.manager, 19);
  for (const [i, author] of writers.entries()) {
    await aPost().by(author).saying(`Le calibrage du banc numéro ${i} est fait.`).writtenAt(daysAgo(10 + i)).save(api.manager);
    if (i === 0) await aPost().by(author).saying('La turbine tourne.').save(api.manager);
  }
  const silent = await aPerson().named('Silent For Long').save(api.manager);
  await aPost().by(silent).saying('Jadis.').writtenAt(daysAgo(120)).save(api.manager);
  await aPost().by(asker).asking('Une question ?').saying('').save(api.manager);
  await api.app.get(Lexicon, { strict: false }).settled();
});
afterAll(() => api.stop());

it('counts the first five of each answer by day, behind the answer, and nothing else', async () => {
  await ask('calibrage banc');
  expect(await counted()).toEqual([]);
  await ask('turbine');
  await ask('calibrage banc', daysAgo(0));
  await ask('zorg');
  await tally().written();
  expect(await counted()).toHaveLength(5);
  expect((await counted()).reduce((sum, times) => sum + times, 0)).toBe(6);
  expect(Object.keys((await api.manager.find(ExpertProposalCountEntity))[0] ?? {}).sort()).toEqual(['day', 'personId', 'times']);
  await ask('turbine');
  await tally().written();
  expect(Math.max(...(await counted()))).toBe(3);
});

it('tells nothing of fewer than twenty contributors, nor of fewer than twenty proposals', async () => {
  expect(await spread()).toEqual({ contributors: null, proposals: null, requests: null });
  const twentieth = await aPerson().named('Twentieth Writer').save(api.manager);
  writers.push(twentieth);
  await aPost().by(twentieth).saying('Bonjour à tous.').save(api.manager);
  expect(await spread()).toEqual({ contributors: 20, proposals: null, requests: null });
});

it('tells the share and the Gini coefficient of all together, to whoever is signed in, of the last thirty days', async () => {
  await api.manager.clear(ExpertProposalCountEntity);
  const day = daysAgo(3).toISOString().slice(0, 10);
  await api.manager.insert(ExpertProposalCountEntity, writers.slice(0, 10).map(({ id }) => ({ day, personId: id, times: 4 })));
  await api.manager.insert(ExpertProposalCountEntity, { day: daysAgo(31).toISOString().slice(0, 10), personId: writers[15]?.id, times: 1000 });
  const { proposals } = await spread();
  expect(proposals).toEqual({ total: 40, reached: 0.5, gini: expect.closeTo(0.5, 5), fifths: [] });
  await expect(api.anonymous().send(SPREAD)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

const requested = (people: readonly PersonEntity[], questions: number, offeredAt: Date) => Promise.all(Array.from({ length: questions }, async (_, i) => {
  const question = await aPost().by(asker).asking(`Question ${i} ?`).saying('').save(api.manager);
  const requests = people.map(({ id }, turn) => ({ id: newId(), questionId: question.id, personId: id, turn: turn + 1, reasons: noReasons, offeredAt, untilAt: daysAgo(1), isOpen: false }));
  await api.manager.insert(ExpertRequestEntity, requests);
}));

it('tells the same of the questions that were brought to people, of the days before this one', async () => {
  for (const some of [writers.slice(0, 3), writers.slice(3, 6), writers.slice(6, 8)]) await requested(some, 3, daysAgo(2));
  await requested(writers.slice(9, 10), 5, daysAgo(32));
  const told = { total: 24, reached: 0.4, gini: expect.closeTo(0.6, 5) };
  expect((await spread()).requests).toEqual(told);
  // The next one is asked a minute later: only that the first declined could be read from it.
  await requested(writers.slice(9, 12), 1, new Date());
  expect((await spread()).requests).toEqual(told);
});

it('tells nothing when one person had all of it', async () => {
  await api.manager.clear(ExpertRequestEntity);
  await requested(writers.slice(1, 2), 20, daysAgo(2));
  expect((await spread()).requests).toBeNull();
});

it('goes on counting when it could not be written, and forgets after 35 days', async () => {
  await api.manager.clear(ExpertProposalCountEntity);
  await api.manager.query(`ALTER TABLE expert_proposal_count RENAME TO elsewhere`);
  await ask('turbine');
  await expect(tally().written()).rejects.toThrow('expert_proposal_count');
  await api.manager.query(`ALTER TABLE elsewhere RENAME TO expert_proposal_count`);
  await tally().written();
  expect(await counted()).toEqual([1]);
  await api.manager.insert(ExpertProposalCountEntity, { day: daysAgo(37).toISOString().slice(0, 10), personId: asker.id, times: 7 });
  await api.app.get(Jobs).run(sweepProposals, {});
  expect(await counted()).toEqual([1]);
});
