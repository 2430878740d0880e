import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { juryApi } from '../testing/jury-api.ts';

let api: TestApi;
let jury: ReturnType<typeof juryApi>;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity;
let jurors: PersonEntity[];
let campaign: CampaignEntity;
let ideas: IdeaEntity[];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  jury = juryApi(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  jurors = await people(api.manager, 4);
  campaign = await aCampaign({ owner, sponsor }).judgedBy(...jurors).readBy(2).at('jury').save(api.manager);
  ideas = [];
  for (let i = 0; i < 8; i += 1) ideas.push(await anIdea(author).in(campaign).save(api.manager));
});

const juror = (i: number): PersonEntity => jurors[i] as PersonEntity;
/** Which ideas a juror has left to read. */
const shareOf = async (person: PersonEntity): Promise<string[]> => ((await jury.table(person, campaign.id, { only: 'LEFT' }))?.edges ?? []).map(({ node }) => node.idea.id).toSorted();
const allShares = async (): Promise<string[][]> => {
  const shares: string[][] = [];
  for (const person of jurors) shares.push(await shareOf(person));
  return shares;
};
const scores = () => campaign.criteria.map(({ id }) => ({ criterionId: id, score: 7 }));

describe('a jury that reads by shares', () => {
  it('has each idea read by as many as it was said, all jurors reading as much', async () => {
    const shares = await allShares();
    expect(shares.map(({ length }) => length)).toEqual([4, 4, 4, 4]);
    expect([...Map.groupBy(shares.flat(), (id) => id).values()].map(({ length }) => length)).toEqual(Array(8).fill(2));
    expect(await allShares()).toEqual(shares);
    expect(await jury.seen(owner, campaign.id)).toMatchObject({ progress: { expected: 16, submitted: 0, conflicts: 0 } });
    expect(await jury.seen(juror(0), campaign.id)).toMatchObject({ viewerProgress: { expected: 4, submitted: 0 } });
  });

  it('shows a juror their share and how far they are in it, and the owner how far each is', async () => {
    const [mine] = (await allShares()) as [string[], ...string[][]];
    for (const ideaId of mine.slice(0, 3)) await jury.judge(juror(0), { ideaId, scores: scores(), isSubmitted: true });
    expect(await shareOf(juror(0))).toEqual(mine.slice(3));
    expect((await jury.table(juror(0), campaign.id))?.edges.map(({ node }) => node.idea.id).toSorted()).toEqual(mine);
    const far = async (person: PersonEntity) => {
      const seen = await jury.seen(person, campaign.id);
      return { own: seen?.viewerProgress, whole: seen?.progress, each: new Map(seen?.members.map(({ person: { id }, progress }) => [id, progress])) };
    };
    const done = (submitted: number) => ({ expected: 4, submitted, conflicts: 0 });
    expect(await far(juror(0))).toEqual({ own: done(3), whole: { expected: 16, submitted: 3, conflicts: 0 }, each: new Map(jurors.map(({ id }) => [id, null])) });
    expect(await far(owner)).toEqual({ own: null, whole: { expected: 16, submitted: 3, conflicts: 0 }, each: new Map(jurors.map(({ id }, i) => [id, done(i === 0 ? 3 : 0)])) });
    for (const [person, whole] of [[sponsor, { expected: 16, submitted: 3, conflicts: 0 }], [author, null]] as const) expect(await far(person)).toEqual({ own: null, whole, each: new Map(jurors.map(({ id }) => [id, null])) });
    for (const person of [owner, author]) expect(await jury.table(person, campaign.id)).toBeNull();
  });

  it('shares out nothing before its phase opens', async () => {
    await moveTo(api.manager, campaign, 'vote');
    expect(await allShares()).toEqual([[], [], [], []]);
    expect(await jury.seen(owner, campaign.id)).toMatchObject({ progress: { expected: 0 } });
  });

  it('hands the share of a juror who leaves to the others, who keep what they had', async () => {
    const before = await allShares();
    await jury.decline(juror(0), campaign.id);
    jurors = jurors.slice(1);
    const after = await allShares();
    expect(after.every((share, i) => before[i + 1]?.every((id) => share.includes(id)))).toBe(true);
    expect(after.flat()).toHaveLength(16);
    const sizes = after.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2);
    expect(await jury.table(owner, campaign.id)).toBeNull();
  });

  it('hands an idea on when its juror declares a conflict of interest, and leaves it in sight of them', async () => {
    const [ideaId] = (await shareOf(juror(0))) as [string];
    await jury.declare(juror(0), ideaId);
    const after = await allShares();
    expect(after.map((share) => share.includes(ideaId)).filter(Boolean)).toHaveLength(2);
    expect(after[0]).not.toContain(ideaId);
    expect((await jury.table(juror(0), campaign.id, { only: 'CONFLICT' }))?.totalCount).toBe(1);
    expect(await jury.seen(owner, campaign.id)).toMatchObject({ progress: { expected: 16 } });
  });

  it('gives a juror who is called later a share of what nobody has begun', async () => {
    await allShares();
    const [late] = (await people(api.manager, 1)) as [PersonEntity];
    await jury.name(owner, campaign.id, late);
    expect(await shareOf(late)).toHaveLength(3);
    expect((await allShares()).flat()).toHaveLength(13);
  });

  it('misses the sheets of the shares alone, and counts whatever is submitted beside them', async () => {
    const mine = await shareOf(juror(0));
    for (const ideaId of mine) await jury.judge(juror(0), { ideaId, scores: scores(), isSubmitted: true });
    expect(await jury.seen(juror(0), campaign.id)).toMatchObject({ viewerProgress: { expected: 4, submitted: 4 } });
    const beside = ideas.find(({ id }) => !mine.includes(id)) as IdeaEntity;
    await jury.judge(juror(0), { ideaId: beside.id, scores: scores(), isSubmitted: true });
    expect(await jury.seen(juror(0), campaign.id)).toMatchObject({ viewerProgress: { expected: 5, submitted: 5 } });
    await moveTo(api.manager, campaign, 'decide');
    const ranking = await jury.ranking(owner, campaign.id);
    expect(ranking?.edges.filter(({ node }) => node.jurorCount === 1)).toHaveLength(5);
  });
});

describe('arranging shares', () => {
  it('is for the owner, while the campaign is prepared', async () => {
    const draft = await aCampaign({ owner, sponsor }).at('draft').save(api.manager);
    await expect(jury.arrange(owner, draft.id, false, 3)).resolves.toEqual({ arrangeJury: { jury: { isBlind: false, readers: 3 } } });
    await expect(jury.arrange(owner, draft.id, false)).resolves.toEqual({ arrangeJury: { jury: { isBlind: false, readers: null } } });
    await expect(jury.arrange(sponsor, draft.id, false, 3)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(jury.arrange(owner, campaign.id, false, 3)).rejects.toMatchObject({ code: 'CAMPAIGN_FIXED' });
    for (const readers of [0, 101]) await expect(jury.arrange(owner, draft.id, false, readers)).rejects.toMatchObject({ code: 'JURY_SEATS_INVALID', field: 'readers' });
  });
});
