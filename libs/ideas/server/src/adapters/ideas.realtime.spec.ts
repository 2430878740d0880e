import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { Change } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';

let api: TestApi;
let owner: PersonEntity, author: PersonEntity;
let campaign: CampaignEntity;
let idea: IdeaEntity;
let socket: Socket;
let heard: Change[];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  const sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
  idea = await anIdea(author).in(campaign).save(api.manager);
});
afterEach(() => void socket.disconnect());

async function opens(person: PersonEntity): Promise<void> {
  socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: await api.cookieOf(person.id) }, forceNew: true });
  socket.on('changed', (change: Change) => heard.push(change));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
}
const watches = async (topic: string): Promise<boolean> => (await socket.emitWithAck('watch', { topic })).ok;
/** What they hear of what they watch, until everything of this is told; their own notifications, told of a little later, apart. */
async function hearsOf(work: () => Promise<unknown>): Promise<string[][]> {
  heard = [];
  await work();
  await api.settled();
  await watches('home');
  return heard.filter(({ topic }) => topic !== 'notifications').map(({ topic, kind }) => [topic, kind]).toSorted();
}

describe('who has an idea or its campaign open', () => {
  it('hears that it was taken back, shown again and put away', async () => {
    await opens(author);
    for (const topic of [`campaign:${campaign.id}`, `idea:${idea.id}`]) expect(await watches(topic)).toBe(true);
    const [ofCampaign, ofIdea] = [`campaign:${campaign.id}`, [`idea:${idea.id}`, 'idea.changed']];
    const { id } = idea;
    expect(await hearsOf(() => api.as(author).send('mutation ($id: ID!) { withdrawIdea(id: $id) { id } }', { id }))).toEqual([[ofCampaign, 'campaign.idea-withdrawn'], ofIdea]);
    expect(await hearsOf(() => api.as(author).send('mutation ($id: ID!) { submitIdea(id: $id) { id } }', { id }))).toEqual([[ofCampaign, 'campaign.idea-submitted'], ofIdea]);
    expect(await hearsOf(() => api.as(owner).send('mutation ($id: ID!) { archiveIdea(id: $id, reason: "Said before.") { id } }', { id }))).toEqual([[ofCampaign, 'campaign.changed'], ofIdea]);
  });
});
