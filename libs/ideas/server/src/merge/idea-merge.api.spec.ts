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
import { aBallot, aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { recountCampaign } from '../vote/recount.ts';

const MERGE = 'id sourceAgreed targetAgreed mergedAt undoneAt viewerCanAgree viewerCanDecline viewerCanUndo source { id state } target { id state }';
const commands = {
  propose: `mutation ($sourceId: ID!, $targetId: ID!) { done: proposeIdeaMerge(sourceId: $sourceId, targetId: $targetId) { ${MERGE} } }`,
  agree: `mutation ($id: ID!) { done: agreeToIdeaMerge(id: $id) { ${MERGE} } }`,
  decline: 'mutation ($id: ID!) { done: declineIdeaMerge(id: $id) }',
  undo: `mutation ($id: ID!) { done: undoIdeaMerge(id: $id) { ${MERGE} } }`,
};
const ONE = `query ($id: ID!) { idea(id: $id) {
  state supportCount viewerSupports viewerCanMerge authors { person { id } contribution } merges { ${MERGE} } mergedFrom { id title conversation { commentCount } } mergedInto { id } viewerStanding } }`;

interface Merge {
  id: string;
  mergedAt: string | null;
}

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, a: PersonEntity, b: PersonEntity, fan: PersonEntity, other: PersonEntity;
let campaign: CampaignEntity;
let source: IdeaEntity, target: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, a, b, fan, other] = (await people(api.manager, 5)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
  source = await anIdea(a).in(campaign).titled('A bin').save(api.manager);
  target = await anIdea(b).in(campaign).titled('Two bins').save(api.manager);
});

const { told } = aNotificationReader(() => api);
const does = async <T = Merge>(person: PersonEntity, command: keyof typeof commands, variables: Record<string, unknown>) => (await api.as(person).send<{ done: T }>(commands[command], variables)).done;
const propose = (person: PersonEntity, from = source, into = target) => does(person, 'propose', { sourceId: from.id, targetId: into.id });
const merged = async (from = source, into = target, by: [PersonEntity, PersonEntity] = [a, b]): Promise<string> => {
  const { id } = await propose(by[0], from, into);
  await does(by[1], 'agree', { id });
  return id;
};
const seenBy = async (person: PersonEntity, { id }: { id: string }) => (await api.as(person).send<{ idea: Record<string, unknown> & { supportCount: number; authors: { person: { id: string } }[]; merges: Merge[] } }>(ONE, { id })).idea;
const support = (person: PersonEntity, { id }: { id: string }, wanted = true) => api.as(person).send('mutation ($id: ID!, $wanted: Boolean!) { supportIdea(id: $id, wanted: $wanted) { id } }', { id, wanted });
const say = (person: PersonEntity, { id }: { id: string }) => api.as(person).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'idea', id }, body: richTextOf('Why not?') } });
const makers = async (idea: { id: string }) => (await seenBy(other, idea)).authors.map(({ person }) => person.id);

describe('a merge', () => {
  it('is proposed by one side, agreed to by the other, and told', async () => {
    const proposed = await propose(a);
    expect(proposed).toMatchObject({ sourceAgreed: true, targetAgreed: false, mergedAt: null, viewerCanAgree: false, viewerCanDecline: true });
    expect(await propose(a)).toMatchObject({ id: proposed.id });
    expect(await told(b)).toEqual([['IDEA_MERGE', 'idea', target.id, 'Two bins']]);
    expect((await seenBy(other, target)).merges).toEqual([]);
    expect((await seenBy(b, target)).merges).toMatchObject([{ id: proposed.id, viewerCanAgree: true }]);
    await expect(does(other, 'agree', { id: proposed.id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    expect(await does(b, 'agree', { id: proposed.id })).toMatchObject({ mergedAt: expect.any(String), source: { state: 'MERGED' }, target: { state: 'SUBMITTED' }, viewerCanUndo: true });
    expect(await does(b, 'agree', { id: proposed.id })).toMatchObject({ id: proposed.id });
    expect(await seenBy(other, source)).toMatchObject({ state: 'MERGED', mergedInto: { id: target.id } });
    expect(await makers(target)).toEqual([b.id, a.id]);
    expect((await told(a)).map(([kind]) => kind)).toEqual(['IDEA_NEWS']);
  });

  it('carries supporters over, each once, and those who follow', async () => {
    const both = other;
    await support(fan, source);
    await support(both, source);
    await support(both, target);
    await support(a, target);
    await merged();
    expect(await seenBy(fan, target)).toMatchObject({ supportCount: 2, viewerSupports: true });
    expect((await told(fan)).map(([kind]) => kind)).toEqual(['IDEA_NEWS']);
    await say(owner, target);
    expect((await told(fan)).map(([kind]) => kind)).toEqual(['IDEA_NEWS']);
  });

  it('makes those follow the one who followed the other, and lets what was said be read', async () => {
    await say(fan, source);
    await merged();
    expect(await seenBy(other, target)).toMatchObject({ mergedFrom: [{ id: source.id, conversation: { commentCount: 1 } }] });
    await say(other, target);
    expect((await told(fan)).map(([kind]) => kind)).toContain('REPLY');
    await expect(say(other, source)).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
  });

  it('is undone by either side, each with its own, those who supported both included', async () => {
    const both = other;
    await support(fan, source);
    await support(both, source);
    await support(both, target);
    await support(a, target);
    const id = await merged();
    await expect(does(fan, 'undo', { id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    expect(await does(a, 'undo', { id })).toMatchObject({ undoneAt: expect.any(String), source: { state: 'SUBMITTED' }, target: { state: 'SUBMITTED' } });
    expect(await does(b, 'undo', { id })).toMatchObject({ undoneAt: expect.any(String) });
    expect([await makers(source), await makers(target)]).toEqual([[a.id], [b.id]]);
    expect(await seenBy(both, source)).toMatchObject({ supportCount: 2, viewerSupports: true, mergedInto: null });
    expect(await seenBy(both, target)).toMatchObject({ supportCount: 2, viewerSupports: true, mergedFrom: [] });
    expect(await seenBy(fan, target)).toMatchObject({ viewerSupports: false });
    expect(await seenBy(a, target)).toMatchObject({ viewerSupports: true, merges: [] });
    await merged();
    expect(await makers(target)).toEqual([b.id, a.id]);
  });

  it('counts nobody twice and loses nobody while support decides, nor when it is undone', async () => {
    await aBallot(campaign, 'support').atMost(2).save(api.manager);
    const counted = async () => {
      const recount = await recountCampaign(api.dataSource, campaign.id);
      expect(recount?.ballots[0]?.differences).toEqual([]);
      return Object.fromEntries(recount?.ballots[0]?.rows?.map(({ ideaId, votes }) => [ideaId, votes]) ?? []);
    };
    for (const [person, idea] of [[fan, source], [other, source], [other, target], [a, target], [owner, target]] as const) await support(person, idea);
    expect(await counted()).toEqual({ [source.id]: 2, [target.id]: 3 });
    const id = await merged();
    // The author of the source supports the target no more, who supported both counts once.
    expect(await counted()).toEqual({ [target.id]: 3 });
    expect((await seenBy(fan, target)).supportCount).toBe(3);
    await does(a, 'undo', { id });
    expect(await counted()).toEqual({ [source.id]: 2, [target.id]: 3 });
  });

  it('leaves who gave a support on that it had freed with all of them when it is undone; they are told, take back which they like, and give none before', async () => {
    await aBallot(campaign, 'support').atMost(2).save(api.manager);
    const third = await anIdea(other).in(campaign).save(api.manager);
    const fourth = await anIdea(other).in(campaign).save(api.manager);
    const room = async (person: PersonEntity) => (await api.as(person).send<{ campaign: unknown }>('query ($id: ID!) { campaign(id: $id) { viewerSupportsLeft viewerSupportsOver } }', { id: campaign.id })).campaign;
    for (const idea of [source, target]) await support(fan, idea);
    await support(owner, source);
    const id = await merged();
    expect(await room(fan)).toEqual({ viewerSupportsLeft: 1, viewerSupportsOver: 0 });
    await support(fan, third);
    const heard = async () => {
      await api.settled();
      const [{ count }] = await api.manager.query('SELECT count(*)::int AS count FROM notification_event WHERE recipient_id = $1', [fan.id]);
      return count;
    };
    const before = await heard();
    await does(a, 'undo', { id });
    expect(await heard()).toBe(before + 1);
    expect(await told(fan)).toContainEqual(['IDEA_NEWS', 'idea', target.id, 'Two bins']);
    expect(await room(fan)).toEqual({ viewerSupportsLeft: 0, viewerSupportsOver: 1 });
    expect(await room(owner)).toEqual({ viewerSupportsLeft: 1, viewerSupportsOver: 0 });
    expect(await Promise.all([source, target, third].map(async (idea) => (await seenBy(fan, idea)).viewerSupports))).toEqual([true, true, true]);
    await expect(support(fan, fourth)).rejects.toMatchObject({ code: 'SUPPORT_LIMIT', params: { max: 2 } });
    await support(fan, target, false);
    expect(await room(fan)).toEqual({ viewerSupportsLeft: 0, viewerSupportsOver: 0 });
    await expect(support(fan, fourth)).rejects.toMatchObject({ code: 'SUPPORT_LIMIT' });
    await support(fan, third, false);
    await support(fan, fourth);
    expect((await recountCampaign(api.dataSource, campaign.id))?.ballots[0]?.differences).toEqual([]);
  });

  it('keeps what was voted on: neither it nor its undoing comes between votes', async () => {
    const id = await merged();
    await moveTo(api.manager, campaign, 'vote');
    const ballot = await aBallot(campaign, 'stars').save(api.manager);
    const vote = (ideaId: string) => api.as(fan).send('mutation ($ballotId: ID!, $votes: [VoteInput!]!) { castVotes(ballotId: $ballotId, votes: $votes) { id } }', { ballotId: ballot.id, votes: [{ ideaId, mark: 5 }] });
    await expect(vote(source.id)).rejects.toMatchObject({ code: 'VOTE_IDEA_INVALID' });
    await vote(target.id);
    await expect(does(a, 'undo', { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    const recount = await recountCampaign(api.dataSource, campaign.id);
    expect(recount?.ballots).toMatchObject([{ voters: 1, differences: [], rows: [{ ideaId: target.id, votes: 1 }] }]);
  });

  it('gives volunteers back what they were', async () => {
    await api.as(a).send('mutation ($id: ID!) { volunteerForIdea(id: $id, contribution: "I drive.") { id } }', { id: target.id });
    const id = await merged();
    expect((await seenBy(other, target)).authors).toContainEqual({ person: { id: a.id }, contribution: 'I drive.' });
    await does(b, 'undo', { id });
    expect(await seenBy(a, target)).toMatchObject({ viewerStanding: 'VOLUNTEER' });
  });

  it('can be undone for 72 hours, as long as ideas may be merged and those who made the other still do', async () => {
    const id = await merged();
    await api.manager.query(`UPDATE idea_merge SET merged_at = now() - interval '71 hours 59 minutes' WHERE id = $1`, [id]);
    await api.as(b).send('mutation ($id: ID!) { leaveIdea(id: $id) }', { id: target.id });
    await expect(does(a, 'undo', { id })).rejects.toMatchObject({ code: 'IDEA_LAST_AUTHOR' });
    await api.as(a).send('mutation ($id: ID!, $of: [ID!]!) { inviteIdeaAuthors(id: $id, personIds: $of) { id } }', { id: target.id, of: [b.id] });
    await api.as(b).send('mutation ($id: ID!) { acceptIdeaInvitation(id: $id) { id } }', { id: target.id });
    await api.manager.query(`UPDATE idea_merge SET merged_at = now() - interval '72 hours 1 minute' WHERE id = $1`, [id]);
    await expect(does(a, 'undo', { id })).rejects.toMatchObject({ code: 'IDEA_MERGE_LATE' });
    await api.manager.query(`UPDATE idea_merge SET merged_at = now() WHERE id = $1`, [id]);
    await moveTo(api.manager, campaign, 'vote');
    await expect(does(a, 'undo', { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'merge', stage: 'vote' } });
  });

  it('is declined by either side, and taken back by who proposed it, without a word', async () => {
    const { id } = await propose(a);
    await expect(does(other, 'decline', { id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does<boolean>(b, 'decline', { id })).resolves.toBe(true);
    expect(await told(a)).toEqual([]);
    await expect(does(b, 'agree', { id })).rejects.toMatchObject({ code: 'IDEA_MERGE_NOT_FOUND' });
    const { id: again } = await propose(owner);
    await expect(does<boolean>(owner, 'decline', { id: again })).resolves.toBe(true);
  });

  it('offers only what can be done: to decline is always possible, also when the other side was taken back', async () => {
    const offers = async (person: PersonEntity, idea: IdeaEntity) => (await seenBy(person, idea)).merges;
    const { id } = await propose(a);
    await moveTo(api.manager, campaign, 'vote');
    expect(await offers(b, target)).toMatchObject([{ id, viewerCanAgree: false, viewerCanDecline: true }]);
    await expect(does<boolean>(b, 'decline', { id })).resolves.toBe(true);
    await expect(does<boolean>(b, 'decline', { id })).resolves.toBe(true);
    await moveTo(api.manager, campaign, 'build');
    const { id: left } = await propose(a);
    expect(await offers(b, target)).toMatchObject([{ id: left, viewerCanAgree: true }]);
    await api.as(a).send('mutation ($id: ID!) { withdrawIdea(id: $id) { id } }', { id: source.id });
    expect(await offers(b, target)).toMatchObject([{ id: left, viewerCanAgree: false, viewerCanDecline: true }]);
    // To others the side that was taken back is gone, and what was proposed with it: their answer changes nothing.
    await expect(does<boolean>(other, 'decline', { id: left })).resolves.toBe(true);
    expect(await offers(b, target)).toMatchObject([{ id: left }]);
    await expect(does<boolean>(b, 'decline', { id: left })).resolves.toBe(true);
  });

  it('can be undone only while ideas may be merged and the target was not merged on', async () => {
    const id = await merged();
    const undoable = async () => (await seenBy(a, target)).merges.find((one) => one.id === id);
    await expect(does(b, 'decline', { id })).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
    expect(await undoable()).toMatchObject({ viewerCanUndo: true });
    const third = await anIdea(other).in(campaign).save(api.manager);
    const on = await merged(target, third, [b, other]);
    expect(await undoable()).toMatchObject({ viewerCanUndo: false });
    await does(other, 'undo', { id: on });
    await moveTo(api.manager, campaign, 'vote');
    expect(await undoable()).toMatchObject({ viewerCanUndo: false });
  });

  it('proposed by who runs the campaign asks both sides', async () => {
    for (const person of [other, sponsor]) await expect(propose(person)).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    const { id } = await propose(owner);
    expect((await told(a)).map(([, , about]) => about)).toEqual([source.id]);
    expect((await told(b)).map(([, , about]) => about)).toEqual([target.id]);
    await expect(does(a, 'agree', { id })).resolves.toMatchObject({ mergedAt: null, sourceAgreed: true });
    await expect(does(owner, 'agree', { id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(b, 'agree', { id })).resolves.toMatchObject({ mergedAt: expect.any(String) });
  });

  it('happens at once where one makes both', async () => {
    const own = await anIdea(a).in(campaign).save(api.manager);
    await expect(propose(a, own, source)).resolves.toMatchObject({ mergedAt: expect.any(String) });
    expect(await makers(source)).toEqual([a.id]);
  });

  it('both ways in the same instant is one merge, and never a circle', async () => {
    const [there, back] = [await propose(a, source, target), await propose(b, target, source)];
    const outcomes = await Promise.allSettled([does(b, 'agree', { id: there.id }), does(a, 'agree', { id: back.id })]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const states = [await seenBy(other, source), await seenBy(other, target)].map(({ state }) => state);
    expect(states.toSorted()).toEqual(['MERGED', 'SUBMITTED']);
  });

  it('goes on in a chain, which is undone from its end', async () => {
    const third = await anIdea(other).in(campaign).save(api.manager);
    await support(fan, source);
    const first = await merged();
    const second = await merged(target, third, [b, other]);
    await expect(propose(other, third, source)).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
    expect(await seenBy(fan, third)).toMatchObject({ supportCount: 1 });
    await expect(does(a, 'undo', { id: first })).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
    await does(other, 'undo', { id: second });
    await does(a, 'undo', { id: first });
    expect(await Promise.all([source, target, third].map(async (idea) => (await seenBy(fan, idea)).supportCount))).toEqual([1, 0, 0]);
  });

  it.each(['vote', 'jury', 'decide', 'over', 'closed'] as const)('is refused while the campaign is at %s', async (stage) => {
    campaign = await aCampaign({ owner, sponsor }).at(stage).save(api.manager);
    const [one, two] = [await anIdea(a).in(campaign).save(api.manager), await anIdea(b).in(campaign).save(api.manager)];
    await expect(propose(a, one, two)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'merge', stage } });
    expect(await seenBy(a, one)).toMatchObject({ viewerCanMerge: false });
  });

  it('that was proposed before the vote is not done during it', async () => {
    const { id } = await propose(a);
    await support(fan, source);
    await moveTo(api.manager, campaign, 'vote');
    await expect(does(b, 'agree', { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    expect(await seenBy(fan, source)).toMatchObject({ state: 'SUBMITTED', supportCount: 1 });
  });

  it('is for two ideas that stand, in one place', async () => {
    await expect(propose(a, source, await anIdea(b).save(api.manager))).rejects.toMatchObject({ code: 'IDEA_MERGE_ELSEWHERE' });
    await expect(propose(a, source, source)).rejects.toMatchObject({ code: 'IDEA_MERGE_ELSEWHERE' });
    await expect(propose(a, source, await anIdea(b).in(campaign).being('archived').save(api.manager))).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
    await expect(propose(a, source, await anIdea(b).in(campaign).being('draft').save(api.manager))).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
    await expect(does(a, 'propose', { sourceId: 'x', targetId: target.id })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'sourceId' });
    await expect(does(a, 'agree', { id: newId() })).rejects.toMatchObject({ code: 'IDEA_MERGE_NOT_FOUND' });
  });

  it('is as if it were not there to whom the ideas are not for', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => aPerson().in('Moon').save(api.manager))) as [PersonEntity, PersonEntity];
    const closed = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    const [from, into] = [await anIdea(one).in(closed).save(api.manager), await anIdea(two).in(closed).save(api.manager)];
    const { id } = await propose(one, from, into);
    const answers = async (command: 'agree' | 'undo' | 'decline') => {
      const [hidden, missing] = await Promise.all([id, newId()].map((asked) => does<unknown>(other, command, { id: asked }).catch((error: { code: string }) => error.code)));
      expect(hidden).toEqual(missing);
      return hidden;
    };
    expect([await answers('agree'), await answers('undo'), await answers('decline')]).toEqual(['IDEA_MERGE_NOT_FOUND', 'IDEA_MERGE_NOT_FOUND', true]);
    await expect(does(two, 'agree', { id })).resolves.toMatchObject({ id, mergedAt: expect.any(String) });
  });

  it('does not make more than twenty authors', async () => {
    const many = await anIdea(b).in(campaign).with(...(await people(api.manager, 19))).save(api.manager);
    const { id } = await propose(a, source, many);
    await expect(does(b, 'agree', { id })).rejects.toMatchObject({ code: 'IDEA_AUTHORS_TOO_MANY' });
    expect(await seenBy(other, source)).toMatchObject({ state: 'SUBMITTED' });
  });
});
