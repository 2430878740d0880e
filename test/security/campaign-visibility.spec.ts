import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { Subjects } from '@parvis/conversations/server';
import { aCampaign, anIdea } from '@parvis/ideas/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId } from '@parvis/platform/server';
import fc from 'fast-check';
import { domains } from '../../apps/api/src/domains.ts';

const people = 5;
const somebody = fc.nat({ max: people - 1 });
const some = fc.uniqueArray(somebody, { maxLength: 3 });

/** A company of five in two departments and two communities; people, departments and communities by their place. */
const company = fc.record({
  departments: fc.array(fc.nat({ max: 1 }), { minLength: people, maxLength: people }),
  members: fc.tuple(some, some),
  campaigns: fc.array(
    fc.record({
      stage: fc.constantFrom('draft' as const, 'gather' as const, 'over' as const, 'closed' as const, 'cancelled' as const),
      owner: somebody,
      sponsor: somebody,
      moderators: some,
      departments: fc.uniqueArray(fc.nat({ max: 1 }), { maxLength: 2 }),
      communities: fc.uniqueArray(fc.nat({ max: 1 }), { maxLength: 1 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  ideas: fc.array(
    fc.record({
      /** Null, or beyond the campaigns that there are: in the idea box. */
      campaign: fc.nat({ max: 3 }),
      state: fc.constantFrom('draft' as const, 'submitted' as const, 'withdrawn' as const, 'archived' as const),
      authors: fc.uniqueArray(somebody, { minLength: 1, maxLength: 2 }),
      invited: somebody,
    }),
    { maxLength: 5 },
  ),
});
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

/** What the rules say, in plain words and without SQL. */
class CampaignOracle {
  constructor(private readonly told: Company) {}

  seesCampaign(viewer: number, index: number): boolean {
    const campaign = this.told.campaigns[index];
    if (!campaign) return false;
    if ([campaign.owner, campaign.sponsor, ...campaign.moderators].includes(viewer)) return true;
    if (campaign.stage === 'draft') return false;
    if (campaign.departments.length + campaign.communities.length === 0) return true;
    return campaign.departments.includes(this.told.departments[viewer] ?? -1) || campaign.communities.some((community) => this.told.members[community]?.includes(viewer));
  }

  seesIdea(viewer: number, index: number): boolean {
    const idea = this.told.ideas[index];
    if (!idea) return false;
    if ([...idea.authors, idea.invited].includes(viewer)) return true;
    if (idea.state === 'draft' || idea.state === 'withdrawn') return false;
    return idea.campaign >= this.told.campaigns.length || this.seesCampaign(viewer, idea.campaign);
  }
}

interface Ids {
  people: string[];
  campaigns: string[];
  ideas: string[];
}

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start(domains);
});
afterAll(() => api.stop());

async function fill(told: Company): Promise<Ids> {
  const place = newId();
  const staff: PersonEntity[] = [];
  for (const department of told.departments) {
    const person = await aPerson().save(api.manager);
    staff.push(await api.manager.save(Object.assign(person, { department: `${place} ${department}` })));
  }
  const of = (indices: readonly number[]) => indices.flatMap((index) => staff[index] ?? []);
  const one = (index: number) => of([index])[0] as PersonEntity;
  const communities: CommunityEntity[] = [];
  for (const members of told.members) communities.push(await aCommunity().being('closed').with(...of(members)).save(api.manager));
  const campaigns: { id: string }[] = [];
  for (const { stage, owner, sponsor, moderators, departments, communities: meant } of told.campaigns) {
    const builder = aCampaign({ owner: one(owner), sponsor: one(sponsor) }).at(stage).moderatedBy(...of(moderators));
    const audience = [...departments.map((department) => `${place} ${department}`), ...meant.flatMap((index) => communities[index] ?? [])];
    if (audience.length > 0) builder.for(...audience);
    campaigns.push(await builder.save(api.manager));
  }
  const ideas: { id: string }[] = [];
  for (const { campaign, state, authors, invited } of told.ideas) {
    const [first, ...others] = of(authors);
    const builder = anIdea(first as PersonEntity).being(state).with(...others);
    if (!authors.includes(invited)) builder.inviting(one(invited));
    const asked = campaigns[campaign];
    ideas.push(await (asked ? builder.in(asked) : builder).save(api.manager));
  }
  return { people: staff.map(({ id }) => id), campaigns: campaigns.map(({ id }) => id), ideas: ideas.map(({ id }) => id) };
}

type Listed = { edges: { node: { id: string } }[] };

async function seenBy(personId: string, ids: Ids) {
  const client = api.as({ id: personId });
  const own = (all: string[], ...lists: (Listed | null)[]) => [...new Set(lists.flatMap((list) => list?.edges.map(({ node }) => node.id) ?? []))].filter((id) => all.includes(id)).toSorted();
  const lists = await client.send<Record<string, Listed>>(`{ current: campaigns(period: CURRENT, first: 50) { edges { node { id } } } past: campaigns(period: PAST, first: 50) { edges { node { id } } } drafts: campaigns(period: DRAFTS, first: 50) { edges { node { id } } } ideaBox(first: 50, order: NEWEST) { edges { node { id } } } }`);
  const watched = (type: string, all: string[]) => Promise.all(all.map(async (id) => ((await api.app.get(Subjects, { strict: false }).isVisible(personId, { type, id })) ? [id] : [])));
  const alone = async (field: string, all: string[]) =>
    (await Promise.all(all.map((id) => client.send<Record<string, { id: string } | null>>(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id })))).flatMap((found) => found[field]?.id ?? []).toSorted();
  const within = await Promise.all(ids.campaigns.map((id) => client.send<{ campaign: { ideas: Listed } | null }>('query ($id: ID!) { campaign(id: $id) { ideas(first: 50) { edges { node { id } } } } }', { id })));
  return {
    campaigns: await alone('campaign', ids.campaigns),
    campaignsWatched: (await watched('campaign', ids.campaigns)).flat().toSorted(),
    campaignsListed: own(ids.campaigns, lists['current'] ?? null, lists['past'] ?? null, lists['drafts'] ?? null),
    ideas: await alone('idea', ids.ideas),
    ideasWatched: (await watched('idea', ids.ideas)).flat().toSorted(),
    ideasListed: own(ids.ideas, lists['ideaBox'] ?? null, ...within.map(({ campaign }) => campaign?.ideas ?? null)),
  };
}

function expectedFor(viewer: number, told: Company, ids: Ids) {
  const oracle = new CampaignOracle(told);
  const campaigns = ids.campaigns.filter((_, index) => oracle.seesCampaign(viewer, index)).toSorted();
  const ideas = ids.ideas.filter((_, index) => oracle.seesIdea(viewer, index)).toSorted();
  // Lists hold what is submitted, of campaigns that the viewer sees; a draft that was called off is in no list.
  const isListed = (id: string): boolean => {
    const { state, campaign } = told.ideas[ids.ideas.indexOf(id)] as Company['ideas'][number];
    return state === 'submitted' && (campaign >= told.campaigns.length || oracle.seesCampaign(viewer, campaign));
  };
  return { campaigns, campaignsWatched: campaigns, campaignsListed: campaigns, ideas, ideasWatched: ideas, ideasListed: ideas.filter(isListed) };
}

describe('campaigns and ideas', () => {
  it('are seen by whom the rules name, whichever way one looks', async () => {
    await fc.assert(
      fc.asyncProperty(company, async (told) => {
        const ids = await fill(told);
        for (const [viewer, personId] of ids.people.entries()) expect(await seenBy(personId, ids)).toEqual(expectedFor(viewer, told, ids));
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
