import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBallot, aCampaign, anIdea } from '@parvis/ideas/server/testing';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { newId } from '@parvis/platform/server';
import { domains } from '../domains.ts';
import { runCommand } from '../testing/command.ts';

let api: TestApi;
let campaignId: string;

beforeAll(async () => {
  api = await TestApi.start(domains);
  const sponsor = await aPerson().being('executive').save(api.manager);
  const [owner, author, voter] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  const campaign = await aCampaign({ owner, sponsor }).at('vote').save(api.manager);
  const idea = await anIdea(author).in(campaign).titled('A second bin').save(api.manager);
  const ballot = await aBallot(campaign, 'stars').save(api.manager);
  await api.as(voter).send('mutation ($ballotId: ID!, $votes: [VoteInput!]!) { castVotes(ballotId: $ballotId, votes: $votes) { id } }', { ballotId: ballot.id, votes: [{ ideaId: idea.id, mark: 4 }] });
  campaignId = campaign.id;
}, 60_000);
afterAll(() => api.stop());

const run = (...parameters: string[]) => runCommand('recount', parameters, (api.dataSource.options as { url?: string }).url);

describe('the recount from the command line', () => {
  it('counts a campaign and says that the pages say the same', async () => {
    const { code, out } = await run(campaignId);
    expect(out).toContain('How do we waste less?\nstars: 1 voter\n');
    expect(out).toMatch(/ 1 +4 +1 {2}A second bin\n/);
    expect(out).toContain('The pages say the same.');
    expect(code).toBe(0);
  });

  it.each([
    ['no campaign', () => [], 'Name a campaign by its UUID.'],
    ['what is no id', () => ['it'], 'Name a campaign by its UUID.'],
    ['a campaign that there is not', () => [newId()], 'There is no such campaign.'],
  ])('does nothing with %s', async (_what, parameters, said) => {
    expect(await run(...parameters())).toMatchObject({ code: 1, out: '', err: expect.stringContaining(said) });
  });
});
