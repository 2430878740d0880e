import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { newId } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';

const IDEA = 'id campaign { id } supportCount conversation { commentCount } adoptions { id campaign { id } proposedBy { id } } adoptableInto { id }';
const commands = {
  propose: `mutation ($ideaId: ID!, $campaignId: ID!) { done: proposeIdeaAdoption(ideaId: $ideaId, campaignId: $campaignId) { ${IDEA} } }`,
  accept: `mutation ($id: ID!) { done: acceptIdeaAdoption(id: $id) { ${IDEA} } }`,
  decline: `mutation ($id: ID!) { done: declineIdeaAdoption(id: $id) { ${IDEA} } }`,
};

interface Told {
  adoptions: { id: string }[];
}

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, fan: PersonEntity;
let campaign: CampaignEntity;
let idea: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, fan] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
  idea = await anIdea(author).save(api.manager);
});

const { told } = aNotificationReader(() => api);
const does = async (person: PersonEntity, command: keyof typeof commands, variables: Record<string, unknown>) => (await api.as(person).send<{ done: Told }>(commands[command], variables)).done;
const propose = (person: PersonEntity, into = campaign) => does(person, 'propose', { ideaId: idea.id, campaignId: into.id });
const seenBy = async (person: PersonEntity, id = idea.id) => (await api.as(person).send<{ idea: Told }>(`query ($id: ID!) { idea(id: $id) { ${IDEA} } }`, { id })).idea;
const asked = async (): Promise<string> => (await seenBy(author)).adoptions[0]?.id ?? '';

describe('an idea of the idea box', () => {
  it('goes into a campaign once an author agrees, with its support and its comments', async () => {
    await api.as(fan).send('mutation ($id: ID!) { supportIdea(id: $id, wanted: true) { id } }', { id: idea.id });
    await api.as(fan).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'idea', id: idea.id }, body: richTextOf('Why not?') } });
    expect(await seenBy(owner)).toMatchObject({ adoptableInto: [{ id: campaign.id }] });
    await propose(owner);
    await propose(owner);
    expect(await told(author)).toContainEqual(['IDEA_NEWS', 'idea', idea.id, idea.title]);
    expect((await seenBy(fan)).adoptions).toEqual([]);
    expect(await seenBy(author)).toMatchObject({ adoptions: [{ campaign: { id: campaign.id }, proposedBy: { id: owner.id } }], adoptableInto: [] });
    const id = await asked();
    await expect(does(fan, 'accept', { id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(author, 'accept', { id })).resolves.toMatchObject({ campaign: { id: campaign.id }, supportCount: 1, conversation: { commentCount: 1 }, adoptions: [] });
    expect((await told(fan)).map(([kind]) => kind)).toContain('IDEA_NEWS');
  });

  it('takes with it what lives on in it', async () => {
    const other = await anIdea(author).save(api.manager);
    await api.as(author).send('mutation ($sourceId: ID!, $targetId: ID!) { proposeIdeaMerge(sourceId: $sourceId, targetId: $targetId) { id } }', { sourceId: other.id, targetId: idea.id });
    await propose(owner);
    await does(author, 'accept', { id: await asked() });
    expect(await seenBy(fan, other.id)).toMatchObject({ campaign: { id: campaign.id } });
  });

  it('is not waited for in a circle by who takes it into a campaign and who parts it from what lives on in it', async () => {
    const other = await anIdea(author).save(api.manager);
    const [source, target] = [idea, other].toSorted((one, two) => (one.id < two.id ? -1 : 1)) as [IdeaEntity, IdeaEntity];
    const merged = await api.as(author).send<{ proposeIdeaMerge: { id: string } }>('mutation ($sourceId: ID!, $targetId: ID!) { proposeIdeaMerge(sourceId: $sourceId, targetId: $targetId) { id } }', { sourceId: source.id, targetId: target.id });
    await does(owner, 'propose', { ideaId: target.id, campaignId: campaign.id });
    const id = (await seenBy(author, target.id)).adoptions[0]?.id;
    const waiting = async (number: number): Promise<void> => {
      const [{ count }] = await api.manager.query(`SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      if (count < number) await waiting(number);
    };
    // Somebody holds the source: who parts the two waits first, then who takes them in. Each then needs what the other may hold.
    const runner = api.manager.connection.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM idea WHERE id = $1 FOR NO KEY UPDATE', [source.id]);
    const parted = api.as(author).send('mutation ($id: ID!) { undoIdeaMerge(id: $id) { id } }', { id: merged.proposeIdeaMerge.id });
    parted.catch(() => undefined);
    await waiting(1);
    const taken = does(author, 'accept', { id });
    taken.catch(() => undefined);
    await waiting(2);
    await runner.commitTransaction();
    await runner.release();
    await expect(parted).resolves.toBeTruthy();
    await expect(taken).resolves.toMatchObject({ campaign: { id: campaign.id } });
    expect(await seenBy(fan, source.id)).toMatchObject({ campaign: null });
  });

  it('is asked for by who runs a campaign that gathers ideas', async () => {
    for (const person of [fan, sponsor]) await expect(propose(person)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    for (const stage of ['build', 'vote', 'closed'] as const) {
      await expect(propose(owner, await aCampaign({ owner, sponsor }).at(stage).save(api.manager))).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    }
    await expect(does(owner, 'propose', { ideaId: newId(), campaignId: campaign.id })).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
    await expect(does(owner, 'propose', { ideaId: idea.id, campaignId: 'x' })).rejects.toMatchObject({ code: 'ID_INVALID' });
    const elsewhere = await anIdea(author).in(campaign).save(api.manager);
    await expect(does(owner, 'propose', { ideaId: elsewhere.id, campaignId: campaign.id })).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
    expect(await seenBy(sponsor)).toMatchObject({ adoptableInto: [] });
  });

  it('stays where it is when an author declines or the campaign has gone on', async () => {
    await propose(owner);
    const declined = await asked();
    await expect(does(fan, 'decline', { id: declined })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(author, 'decline', { id: declined })).resolves.toMatchObject({ adoptions: [], campaign: null });
    await propose(owner);
    const late = await asked();
    await moveTo(api.manager, campaign, 'vote');
    for (const person of [author, owner]) expect(await seenBy(person)).toMatchObject({ adoptions: [] });
    await expect(does(author, 'accept', { id: late })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    await expect(does(owner, 'decline', { id: late })).resolves.toMatchObject({ adoptions: [] });
  });

  it('is answered once: the same answer again finds it done, also when the campaign has gone on, the other one is told so, and a stranger is refused', async () => {
    const coAuthor = await aPerson().save(api.manager);
    idea = await anIdea(author).with(coAuthor).save(api.manager);
    await propose(owner);
    const declined = await asked();
    await does(author, 'decline', { id: declined });
    for (const person of [author, coAuthor, owner]) await expect(does(person, 'decline', { id: declined })).resolves.toMatchObject({ id: idea.id, campaign: null });
    for (const person of [author, coAuthor]) await expect(does(person, 'accept', { id: declined })).rejects.toMatchObject({ code: 'IDEA_ADOPTION_DECLINED' });
    await propose(owner);
    const accepted = await asked();
    await does(author, 'accept', { id: accepted });
    const heard = await told(fan);
    await moveTo(api.manager, campaign, 'vote');
    for (const person of [author, coAuthor]) await expect(does(person, 'accept', { id: accepted })).resolves.toMatchObject({ campaign: { id: campaign.id } });
    for (const person of [author, owner]) await expect(does(person, 'decline', { id: accepted })).rejects.toMatchObject({ code: 'IDEA_ADOPTION_ACCEPTED' });
    for (const id of [declined, accepted]) for (const answer of ['accept', 'decline'] as const) await expect(does(fan, answer, { id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(owner, 'accept', { id: accepted })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(author, 'accept', { id: newId() })).rejects.toMatchObject({ code: 'IDEA_ADOPTION_NOT_FOUND' });
    expect(await told(fan)).toEqual(heard);
  });

  it('finds it done when the same answer comes twice in the same instant', async () => {
    await propose(owner);
    const accepted = await asked();
    await expect(Promise.all([1, 2, 3].map(() => does(author, 'accept', { id: accepted })))).resolves.toMatchObject(Array(3).fill({ campaign: { id: campaign.id } }));
    idea = await anIdea(author).save(api.manager);
    await propose(owner);
    const declined = await asked();
    await expect(Promise.all([1, 2, 3].map(() => does(author, 'decline', { id: declined })))).resolves.toMatchObject(Array(3).fill({ campaign: null, adoptions: [] }));
  });

  it('is in one campaign, even when two are accepted in the same instant', async () => {
    const second = await aCampaign({ owner, sponsor }).save(api.manager);
    await propose(owner);
    await propose(owner, second);
    const both = (await seenBy(author)).adoptions;
    const outcomes = await Promise.allSettled(both.map(({ id }) => does(author, 'accept', { id })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
