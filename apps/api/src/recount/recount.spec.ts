import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBallot, aCampaign, anIdea } from '@parvis/ideas/server/testing';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { newId } from '@parvis/platform/server';
import { domains } from '../domains.ts';

const folder = mkdtempSync(join(tmpdir(), 'parvis-recount-'));
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
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The command as an administrator runs it, on the database of the test. */
async function run(...parameters: string[]): Promise<{ code: number; out: string; err: string }> {
  const { url } = api.dataSource.options as { url?: string };
  const env = { ...process.env, DATABASE_URL: url, PARVIS_DATA_DIR: folder, NODE_OPTIONS: '' };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['dist/server/recount.mjs', ...parameters], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

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
