import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationEntity } from '@parvis/notifications/server';
import { dayMs, Jobs } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { juryApi } from '../testing/jury-api.ts';
import { juryReminders } from './jury-reminders.ts';

let api: TestApi;
let jury: ReturnType<typeof juryApi>;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, first: PersonEntity, second: PersonEntity, third: PersonEntity, reader: PersonEntity;
let campaign: CampaignEntity;
let ideas: IdeaEntity[];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  jury = juryApi(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, first, second, third, reader] = (await people(api.manager, 6)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).judgedBy(first, second, third).at('jury').save(api.manager);
  ideas = [];
  for (const title of ['Bins', 'Cups', 'Paper']) ideas.push(await anIdea(author).in(campaign).titled(title).save(api.manager));
});

const idOf = (i: number): string => (ideas[i] as IdeaEntity).id;
/** Effect weighs twice as much as ease. */
const given = (effect: number | null, ease: number | null) => campaign.criteria.map(({ id }, i) => ({ criterionId: id, score: i === 0 ? effect : ease }));
const judged = (juror: PersonEntity, i: number, [effect, ease]: [number, number], more = {}) => jury.judge(juror, { ideaId: idOf(i), scores: given(effect, ease), isSubmitted: true, ...more });
const everything = async (): Promise<void> => {
  for (const [juror, scores] of [[first, [[9, 9], [6, 6], [3, 3]]], [second, [[3, 3], [2, 2], [1, 1]]], [third, [[8, 8], [5, 5], [2, 2]]]] as [PersonEntity, [number, number][]][]) {
    for (const [i, pair] of scores.entries()) await judged(juror, i, pair, { comment: i === 0 ? `From ${juror.id}` : '', note: 'Nobody reads this.' });
  }
};

describe('a juror', () => {
  it('judges by each criterion, as they go; what is left out stays', async () => {
    await expect(jury.judge(first, { ideaId: idOf(0), scores: given(8, null), note: 'Ask about the price.' })).resolves.toMatchObject({ total: null, isSubmitted: false, note: 'Ask about the price.' });
    await expect(jury.judge(first, { ideaId: idOf(0), isSubmitted: true })).rejects.toMatchObject({ code: 'SHEET_INCOMPLETE' });
    await jury.judge(first, { ideaId: idOf(0), scores: given(8, 2).slice(1) });
    const submission = { ideaId: idOf(0), comment: 'Well thought.', isSubmitted: true };
    await jury.judge(first, submission);
    await expect(jury.judge(first, submission)).resolves.toMatchObject({ total: 6, comment: 'Well thought.', note: 'Ask about the price.', isSubmitted: true });
    await expect(jury.judge(first, { ideaId: idOf(0), scores: given(null, 2) })).resolves.toMatchObject({ total: null, isSubmitted: false });
  });

  it('judges as a whole where there are no criteria', async () => {
    campaign = await aCampaign({ owner, sponsor }).being({ criteria: [] }).judgedBy(first).at('jury').save(api.manager);
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    const [criterion] = (await jury.seen(first, campaign.id))?.criteria ?? [];
    expect(criterion?.label).toBe('');
    await expect(jury.judge(first, { ideaId: id, scores: [{ criterionId: criterion?.id, score: 7 }], isSubmitted: true })).resolves.toMatchObject({ total: 7 });
  });

  it.each([
    ['more than ten', () => ({ scores: given(11, 1) }), 'SCORE_INVALID'],
    ['less than nothing', () => ({ scores: given(-1, 1) }), 'SCORE_INVALID'],
    ['by a criterion that there is not', () => ({ scores: [{ criterionId: randomUUID(), score: 1 }] }), 'SCORE_INVALID'],
    ['an endless comment', () => ({ comment: 'x'.repeat(2_001) }), 'TEXT_TOO_LONG'],
    ['an endless note', () => ({ note: 'x'.repeat(2_001) }), 'TEXT_TOO_LONG'],
    ['an idea that is none', () => ({ ideaId: randomUUID() }), 'IDEA_NOT_FOUND'],
    ['no id', () => ({ ideaId: 'bins' }), 'ID_INVALID'],
  ])('cannot give %s', async (_what, change, code) => {
    await expect(jury.judge(first, { ideaId: idOf(0), ...change() })).rejects.toMatchObject({ code });
  });

  it('judges in the phase for it and at no other time, and nobody else does', async () => {
    for (const person of [owner, sponsor, author, reader]) await expect(judged(person, 0, [5, 5])).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await moveTo(api.manager, campaign, 'decide');
    await expect(judged(first, 0, [5, 5])).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'score', stage: 'decide' } });
    await expect(jury.declare(first, idOf(0))).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    await expect(jury.submitAll(first, campaign.id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });

  it('does not judge what was put away', async () => {
    const away = await anIdea(author).in(campaign).being('archived').save(api.manager);
    await expect(jury.judge(first, { ideaId: away.id, note: 'x' })).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
  });

  it('has a table of all ideas, page by page, each once, always in one order', async () => {
    await judged(first, 1, [5, 5]);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Awaited<ReturnType<typeof jury.table>> = await jury.table(first, campaign.id, { first: 2, after });
      if (!page) throw new Error('There is no table.');
      expect(page.totalCount).toBe(3);
      seen.push(...page.edges.map(({ node }) => node.id));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen.toSorted()).toEqual(ideas.map(({ id }) => id).toSorted());
    expect((await jury.table(first, campaign.id))?.edges.map(({ node }) => node.id)).toEqual(seen);
    expect((await jury.table(first, campaign.id, { only: 'LEFT' }))?.totalCount).toBe(2);
    expect((await jury.table(first, campaign.id, { only: 'SUBMITTED' }))?.edges.map(({ node }) => node.id)).toEqual([idOf(1)]);
    expect(await jury.table(owner, campaign.id)).toBeNull();
  });

  it('submits at once whatever is complete', async () => {
    await jury.judge(first, { ideaId: idOf(0), scores: given(5, 5) });
    await jury.judge(first, { ideaId: idOf(1), scores: given(5, null) });
    await jury.judge(second, { ideaId: idOf(0), scores: given(5, 5) });
    await expect(jury.submitAll(reader, campaign.id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await jury.submitAll(first, campaign.id);
    await jury.submitAll(first, campaign.id);
    expect((await jury.seen(first, campaign.id))?.viewerProgress).toEqual({ expected: 3, submitted: 1, conflicts: 0 });
    expect((await jury.seen(second, campaign.id))?.viewerProgress).toMatchObject({ submitted: 0 });
  });

  it('keeps both of two changes at the same moment', async () => {
    await Promise.all([jury.judge(first, { ideaId: idOf(0), scores: given(8, null).slice(0, 1) }), jury.judge(first, { ideaId: idOf(0), scores: given(null, 2).slice(1) })]);
    await expect(jury.sheet(first, idOf(0))).resolves.toMatchObject({ total: 6 });
  });
});

describe('a conflict of interest', () => {
  it('that is declared keeps a juror from the idea, what they gave it is gone, and the owner reads why', async () => {
    await judged(first, 0, [9, 9], { comment: 'Great.' });
    await expect(jury.declare(reader, idOf(0))).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(jury.declare(first, idOf(0), 'x'.repeat(2_001))).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
    await jury.declare(first, idOf(0));
    await jury.declare(first, idOf(0));
    await expect(judged(first, 0, [10, 10])).rejects.toMatchObject({ code: 'JUROR_CONFLICT' });
    expect(await jury.sheet(first, idOf(0))).toMatchObject({ conflictKind: 'DECLARED', conflict: 'My brother’s firm.', total: null, comment: '', isSubmitted: false });
    expect((await jury.seen(owner, campaign.id))?.conflicts).toEqual([{ juror: { id: first.id }, idea: { id: idOf(0) }, words: 'My brother’s firm.' }]);
    for (const person of [sponsor, second, reader, author]) expect((await jury.seen(person, campaign.id))?.conflicts).toEqual([]);
    expect((await jury.seen(first, campaign.id))?.viewerProgress).toEqual({ expected: 2, submitted: 0, conflicts: 1 });
  });

  it('that there was none is taken back', async () => {
    await jury.declare(first, idOf(0));
    await expect(jury.takeBack(reader, idOf(0))).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await jury.takeBack(first, idOf(0));
    await expect(judged(first, 0, [5, 5])).resolves.toMatchObject({ conflictKind: null, conflict: '', total: 5 });
  });

  it('is that of authors and co-authors, without a word', async () => {
    const own = await anIdea(author).with(first).in(campaign).save(api.manager);
    await expect(jury.judge(first, { ideaId: own.id, scores: given(10, 10) })).rejects.toMatchObject({ code: 'JUROR_CONFLICT' });
    expect(await jury.sheet(first, own.id)).toMatchObject({ conflictKind: 'AUTHOR' });
    expect((await jury.seen(first, campaign.id))?.viewerProgress).toEqual({ expected: 3, submitted: 0, conflicts: 1 });
  });

  it('of who has become an author since takes out what they gave', async () => {
    await judged(first, 0, [10, 10], { comment: 'Mine soon.' });
    await judged(second, 0, [4, 4]);
    await api.manager.query(`INSERT INTO idea_author (idea_id, person_id, standing, contribution, created_at) VALUES ($1, $2, 'author', '', now())`, [idOf(0), first.id]);
    await moveTo(api.manager, campaign, 'decide');
    expect(await jury.rank(reader, idOf(0))).toMatchObject({ jurorCount: 1, rawMean: 4, comments: [] });
  });
});

describe('how far the jury is', () => {
  it('is for jurors, owner and sponsor; of each juror for the owner alone', async () => {
    await judged(first, 0, [5, 5]);
    await jury.declare(second, idOf(0));
    const whole = { expected: 8, submitted: 1, conflicts: 1 };
    for (const person of [owner, sponsor, third]) expect((await jury.seen(person, campaign.id))?.progress).toEqual(whole);
    for (const person of [author, reader]) expect((await jury.seen(person, campaign.id))?.progress).toBeNull();
    const ofEach = async (person: PersonEntity) => (await jury.seen(person, campaign.id))?.members.map(({ progress }) => progress?.submitted ?? null);
    expect((await ofEach(owner))?.toSorted()).toEqual([0, 0, 1]);
    for (const person of [sponsor, first, reader]) expect(await ofEach(person)).toEqual([null, null, null]);
  });
});

describe('what the jury says', () => {
  it('is nobody’s to know before its phase has closed, whatever is asked', async () => {
    await everything();
    for (const person of [owner, sponsor, author, first, reader]) {
      expect(await jury.seen(person, campaign.id)).toMatchObject({ hasJudged: false, agreement: null });
      expect(await jury.ranking(person, campaign.id)).toBeNull();
      expect(await jury.rank(person, idOf(0))).toBeNull();
    }
    for (const person of [owner, sponsor, author, reader]) expect(await jury.sheet(person, idOf(0))).toBeNull();
    expect(await jury.sheet(second, idOf(0))).toMatchObject({ total: 3, comment: `From ${second.id}` });
  });

  it('is for everybody afterwards: a ranking by scores as if all were as severe, and how far they agree', async () => {
    await everything();
    await moveTo(api.manager, campaign, 'decide');
    const ranking = await jury.ranking(reader, campaign.id);
    expect(ranking?.edges.map(({ node }) => [node.id, node.place, node.jurorCount])).toEqual(ideas.map(({ id }, i) => [id, i + 1, 3]));
    expect(ranking?.edges[0]?.node.rawMean).toBeCloseTo(20 / 3, 6);
    expect(ranking?.edges[0]?.node.mean).toBeGreaterThan(ranking?.edges[0]?.node.rawMean ?? 10);
    expect((await jury.seen(reader, campaign.id))?.agreement).toBeCloseTo(0.3472, 3);
    const one = await jury.ranking(reader, campaign.id, { first: 1 });
    const next = await jury.ranking(reader, campaign.id, { first: 5, after: one?.pageInfo.endCursor ?? null });
    expect(next?.edges.map(({ node }) => node.id)).toEqual([idOf(1), idOf(2)]);
  });

  it('comes with comments to the authors, unsigned; who gave what is for jurors', async () => {
    await everything();
    await moveTo(api.manager, campaign, 'decide');
    for (const person of [author, reader, owner, sponsor]) {
      expect((await jury.rank(person, idOf(0)))?.comments.toSorted()).toEqual([first, second, third].map(({ id }) => `From ${id}`).toSorted());
      expect((await jury.rank(person, idOf(0)))?.given).toEqual([]);
    }
    expect((await jury.rank(first, idOf(0)))?.given.map(({ juror, total }) => [juror.id, total]).toSorted()).toEqual([[first.id, 9], [second.id, 3], [third.id, 8]].toSorted());
  });

  it('never tells a private note to anybody but its juror', async () => {
    await everything();
    await moveTo(api.manager, campaign, 'over');
    expect(await jury.sheet(first, idOf(0))).toMatchObject({ note: 'Nobody reads this.' });
    for (const person of [owner, sponsor, author, reader]) {
      expect(await jury.sheet(person, idOf(0))).toBeNull();
      expect(JSON.stringify([await jury.seen(person, campaign.id), await jury.ranking(person, campaign.id)])).not.toContain('Nobody reads this.');
    }
    expect(JSON.stringify(await jury.ranking(second, campaign.id))).not.toContain('Nobody reads this.');
  });

  it('counts what is submitted alone, of those who serve', async () => {
    await judged(first, 0, [8, 8], { comment: 'Good.' });
    await jury.judge(second, { ideaId: idOf(0), scores: given(2, 2), comment: 'Not submitted.' });
    await judged(third, 0, [1, 1], { comment: 'Gone.' });
    await jury.decline(third, campaign.id);
    await moveTo(api.manager, campaign, 'decide');
    expect(await jury.rank(reader, idOf(0))).toMatchObject({ place: 1, rawMean: 8, jurorCount: 1, comments: ['Good.'] });
    expect(await jury.rank(reader, idOf(1))).toMatchObject({ place: null, mean: null, rawMean: null, jurorCount: 0 });
  });

  it('stays unsaid where the campaign was called off before', async () => {
    await everything();
    await api.manager.query(`UPDATE campaign SET cancelled_at = now(), cancellation_reason = 'No.' WHERE id = $1`, [campaign.id]);
    await api.manager.query(`UPDATE campaign_phase SET opens_at = opens_at - interval '50 days', closes_at = closes_at - interval '50 days' WHERE campaign_id = $1`, [campaign.id]);
    await api.manager.query(`UPDATE campaign SET cancelled_at = now() - interval '60 days' WHERE id = $1`, [campaign.id]);
    expect(await jury.ranking(reader, campaign.id)).toBeNull();
  });

  it('is for those who see the campaign', async () => {
    campaign = await aCampaign({ owner, sponsor }).for('Moon').judgedBy(first).at('decide').save(api.manager);
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    expect(await jury.seen(reader, campaign.id)).toBeNull();
    expect(await jury.rank(author, id)).toBeNull();
    expect(await jury.rank(first, id)).toMatchObject({ jurorCount: 0 });
  });
});

describe('reminders', () => {
  const told = async (person: PersonEntity) => (await api.manager.findBy(NotificationEntity, { recipientId: person.id })).map(({ kind }) => kind);

  it('go to jurors who have ideas left to judge', async () => {
    for (const i of [0, 1, 2]) await judged(first, i, [5, 5]);
    await api.app.get(Jobs).run(juryReminders, { campaignId: campaign.id });
    await api.settled();
    expect([await told(first), await told(second), await told(owner)]).toEqual([[], ['jury'], []]);
    const reminded = async () => (await api.manager.query(`SELECT count(*)::int AS count FROM notification_event WHERE recipient_id = $1`, [second.id])) as object;
    const once = await reminded();
    await api.app.get(Jobs).run(juryReminders, { campaignId: campaign.id });
    await api.settled();
    expect(await reminded()).toEqual(once);
    // For an end that was put off they are reminded anew.
    await api.manager.query(`UPDATE campaign_phase SET closes_at = closes_at + interval '1 hour' WHERE campaign_id = $1 AND kind = 'jury'`, [campaign.id]);
    await api.app.get(Jobs).run(juryReminders, { campaignId: campaign.id });
    await api.settled();
    expect(await reminded()).not.toEqual(once);
  });

  it('come once, two days before the phase closes, and not after it', async () => {
    const { id } = await aCampaign({ owner, sponsor }).at('draft').judgedBy(second).save(api.manager);
    await api.as(owner).send('mutation ($id: ID!) { publishCampaign(id: $id) { id } }', { id });
    await api.settled();
    const planned: { start_after: Date; closes_at: Date }[] = await api.manager.query(
      `SELECT job.start_after, phase.closes_at FROM pgboss.job job JOIN campaign_phase phase ON phase.campaign_id = $1 AND phase.kind = 'jury' WHERE job.name = $2 AND job.singleton_key = $1::text`,
      [id, juryReminders.name],
    );
    expect(planned.map(({ start_after, closes_at }) => Math.round((closes_at.getTime() - start_after.getTime()) / dayMs))).toEqual([2]);
    await moveTo(api.manager, campaign, 'decide');
    await api.app.get(Jobs).run(juryReminders, { campaignId: campaign.id });
    await api.settled();
    expect(await told(third)).toEqual([]);
  });
});
