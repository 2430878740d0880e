import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aBallot, aCampaign, anIdea, moveTo } from '../testing/index.ts';

const SUPPORT = `mutation ($id: ID!, $wanted: Boolean! = true) { supportIdea(id: $id, wanted: $wanted) { supportCount viewerSupports viewerCanSupport campaign { viewerSupportsLeft } } }`;
const ONE = `query ($id: ID!) { idea(id: $id) { supportCount viewerSupports viewerCanSupport campaign { viewerSupportsLeft } } }`;

interface Supported {
  supportCount: number;
  viewerSupports: boolean;
  viewerCanSupport: boolean;
  campaign: { viewerSupportsLeft: number | null } | null;
}

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, colleague: PersonEntity, other: PersonEntity;
let campaign: CampaignEntity;
let idea: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, colleague, other] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
  idea = await anIdea(author).in(campaign).save(api.manager);
});

const support = async (person: PersonEntity, { id }: { id: string } = idea, wanted = true): Promise<Supported> => (await api.as(person).send<{ supportIdea: Supported }>(SUPPORT, { id, wanted })).supportIdea;
const seenBy = async (person: PersonEntity): Promise<Supported> => (await api.as(person).send<{ idea: Supported }>(ONE, { id: idea.id })).idea;
const more = (count: number): Promise<IdeaEntity[]> => Promise.all(Array.from({ length: count }, () => anIdea(author).in(campaign).save(api.manager)));

describe('how many people support ideas of a campaign', () => {
  const counted = async (): Promise<number> => {
    const { campaign: seen } = await api.as(owner).send<{ campaign: { ballots: { voterCount: number }[] } }>('query ($id: ID!) { campaign(id: $id) { ballots { voterCount } } }', { id: campaign.id });
    return seen.ballots[0]?.voterCount ?? 0;
  };

  it('is told at once', async () => {
    await aBallot(campaign, 'support').save(api.manager);
    expect(await counted()).toBe(0);
    await support(colleague);
    expect(await counted()).toBe(1);
  });

  it('may be some seconds old when they are many, and is exact when the ballot has closed', async () => {
    await aBallot(campaign, 'support').save(api.manager);
    await api.manager.query(
      `WITH crowd AS (
         INSERT INTO person SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'identifier', 'crowd ' || n, 'email', n || '@crowd.example'))).*
         FROM person one CROSS JOIN generate_series(1, 1000) n WHERE one.id = $2 RETURNING id
       ) INSERT INTO idea_support (idea_id, person_id, created_at) SELECT $1, id, now() FROM crowd`,
      [idea.id, other.id],
    );
    expect(await counted()).toBe(1_000);
    await support(colleague);
    expect(await counted()).toBe(1_000);
    await moveTo(api.manager, campaign, 'over');
    expect(await counted()).toBe(1_001);
  });
});

describe('supporting an idea', () => {
  it('is counted once, however often it is sent, and taken back', async () => {
    const given = { supportCount: 1, viewerSupports: true, viewerCanSupport: true, campaign: { viewerSupportsLeft: null } };
    expect(await support(colleague)).toEqual(given);
    expect(await Promise.all([support(colleague), support(colleague)])).toEqual([given, given]);
    expect(await support(other)).toMatchObject({ supportCount: 2 });
    expect(await support(colleague, idea, false)).toMatchObject({ supportCount: 1, viewerSupports: false });
    expect(await support(colleague, idea, false)).toMatchObject({ supportCount: 1, viewerSupports: false });
    expect(await seenBy(owner)).toMatchObject({ supportCount: 1, viewerSupports: false });
  });

  it('loses none of many at once', async () => {
    const many = await people(api.manager, 8);
    await Promise.all(many.map((person) => support(person)));
    expect(await seenBy(colleague)).toMatchObject({ supportCount: 8 });
  });

  it('is not for those who make it', async () => {
    const made = await anIdea(author).in(campaign).with(colleague).save(api.manager);
    for (const person of [author, colleague]) await expect(support(person, made)).rejects.toMatchObject({ code: 'IDEA_OWN' });
    expect(await seenBy(author)).toMatchObject({ viewerCanSupport: false });
    await expect(support(other, made)).resolves.toMatchObject({ supportCount: 1 });
  });

  it('goes as far as the campaign says; one taken back may be given again, and one of an idea put away', async () => {
    await aBallot(campaign, 'support').atMost(2).save(api.manager);
    const [second, third] = (await more(2)) as [IdeaEntity, IdeaEntity];
    expect(await support(colleague)).toMatchObject({ campaign: { viewerSupportsLeft: 1 } });
    expect(await support(colleague, second)).toMatchObject({ campaign: { viewerSupportsLeft: 0 } });
    await expect(support(colleague, third)).rejects.toMatchObject({ code: 'SUPPORT_LIMIT', params: { max: 2 } });
    await expect(support(colleague, second)).resolves.toMatchObject({ viewerSupports: true });
    await support(colleague, idea, false);
    expect(await support(colleague, third)).toMatchObject({ campaign: { viewerSupportsLeft: 0 } });
    await api.manager.query(`UPDATE idea SET state = 'archived' WHERE id = $1`, [second.id]);
    expect(await support(colleague)).toMatchObject({ campaign: { viewerSupportsLeft: 0 } });
  });

  it('goes no further when ideas are supported in the same instant', async () => {
    await aBallot(campaign, 'support').atMost(2).save(api.manager);
    const tries = await Promise.allSettled((await more(5)).map((one) => support(colleague, one)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await seenBy(colleague)).toMatchObject({ campaign: { viewerSupportsLeft: 0 } });
  });

  it.each(['gather', 'build', 'vote'] as const)('is possible while the campaign is at %s', async (stage) => {
    campaign = await aCampaign({ owner, sponsor }).at(stage).save(api.manager);
    idea = await anIdea(author).in(campaign).save(api.manager);
    await expect(support(colleague)).resolves.toMatchObject({ supportCount: 1 });
  });

  it.each(['jury', 'decide', 'over', 'closed', 'cancelled'] as const)('is refused while it is at %s', async (stage) => {
    campaign = await aCampaign({ owner, sponsor }).at(stage).save(api.manager);
    idea = await anIdea(author).in(campaign).save(api.manager);
    await expect(support(colleague)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'support', stage } });
    expect(await seenBy(colleague)).toMatchObject({ viewerCanSupport: false });
  });

  it('is always possible in the idea box', async () => {
    const boxed = await anIdea(author).save(api.manager);
    await expect(support(colleague, boxed)).resolves.toMatchObject({ supportCount: 1, campaign: null });
  });

  it('is for ideas that stand, and for those who see them', async () => {
    await expect(support(colleague, await anIdea(author).in(campaign).being('archived').save(api.manager))).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
    await expect(support(colleague, await anIdea(author).in(campaign).being('draft').save(api.manager))).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
    const away = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    await expect(support(colleague, await anIdea(author).in(away).save(api.manager))).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
    await expect(support(colleague, { id: randomUUID() })).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
    await expect(support(colleague, { id: 'it' })).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(api.anonymous().send(SUPPORT, { id: idea.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
