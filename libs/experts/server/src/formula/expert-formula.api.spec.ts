import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { feedDomain } from '@parvis/feed/server';
import { identityDomain } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { expertsDomain } from '../experts.domain.ts';

let api: TestApi;
beforeAll(async () => {
  process.env['EXPERT_WEIGHTS'] = 'recency=30 accepted=1';
  process.env['EXPERT_REQUESTS'] = 'weekly=2';
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, expertsDomain]);
});
afterAll(async () => {
  delete process.env['EXPERT_WEIGHTS'];
  delete process.env['EXPERT_REQUESTS'];
  await api.stop();
});

const FORMULA = '{ expertFormula { weeklyRequests weights { name value usual } example { ages about activity score evidence { relevance ageDays isAccepted votes worth } } } }';

it('tells whoever is signed in, and nobody else, the weights that hold now and an example made with them', async () => {
  const somebody = await aPerson().save(api.manager);
  const { expertFormula } = await api.as(somebody).send<{ expertFormula: { weeklyRequests: number; weights: object[]; example: { evidence: { worth: number }[] }[] } }>(FORMULA);
  expect(expertFormula.weights).toContainEqual({ name: 'RECENCY', value: 30, usual: 10 });
  expect(expertFormula.weights).toContainEqual({ name: 'ANSWER_TEXT', value: 0.5, usual: 0.5 });
  expect(expertFormula.weeklyRequests).toBe(2);
  // Accepted, with 3 votes: 1 × (1 + 1 + 0.1 × ln 4).
  expect(expertFormula.example[0]?.evidence[0]?.worth).toBeCloseTo(2.1386, 4);
  await expect(api.anonymous().send(FORMULA)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
