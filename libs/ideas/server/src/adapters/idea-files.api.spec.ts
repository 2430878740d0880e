import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aPdf, download, MediaFolder, upload } from '@parvis/media/server/testing';
import { newId } from '@parvis/platform/server';
import { aSearch } from '@parvis/search/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';

interface Shown {
  id: string;
  version: number;
  attachments: { id: string; name: string }[];
}

const SHOWN = 'id version attachments { id name }';
const DRAFT = `mutation ($input: DraftIdeaInput!) { done: draftIdea(input: $input) { ${SHOWN} } }`;
const EDIT = `mutation ($input: EditIdeaInput!) { done: editIdea(input: $input) { ${SHOWN} } }`;
const words = { title: 'A second bin', problem: 'Paper and plastic end together.', proposal: richTextOf('One beside each printer.') };

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, coauthor: PersonEntity, colleague: PersonEntity, stranger: PersonEntity;
let campaign: CampaignEntity;
const folder = new MediaFolder();

beforeAll(async () => {
  api = await TestApi.start(testDomains, { env: { PARVIS_DATA_DIR: folder.path } });
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});
beforeEach(async () => {
  sponsor = await aPerson().being('executive').in('Moon').save(api.manager);
  owner = await aPerson().in('Moon').save(api.manager);
  [author, coauthor, colleague] = (await Promise.all([1, 2, 3].map(() => aPerson().in('Moon').save(api.manager)))) as [PersonEntity, PersonEntity, PersonEntity];
  [stranger] = (await people(api.manager, 1)) as [PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
});

const aFile = async (person = author, name = 'plan.pdf') => (await upload(api, person, { bytes: aPdf(), name })).file;
const drafts = async (attachmentIds: string[], key = newId()) => (await api.as(author).send<{ done: Shown }>(DRAFT, { input: { key, campaignId: campaign.id, words, attachmentIds } })).done;
const edits = async (person: PersonEntity, { id, version }: Shown, change: object) => (await api.as(person).send<{ done: Shown }>(EDIT, { input: { id, version, words, ...change } })).done;
const act = (person: PersonEntity, name: string, id: string) => api.as(person).send(`mutation ($id: ID!) { ${name}(id: $id) { id } }`, { id });
const statuses = (url: string, ...readers: (PersonEntity | null)[]) => Promise.all(readers.map(async (person) => (await download(api, person, url)).status));
const search = aSearch(() => api);
const found = async (person: PersonEntity, name: string) => (await search.hits(person, name, { kinds: ['FILE'] })).map(({ id }) => id);

describe('the files of an idea', () => {
  it('are read by its authors as long as it is a draft, then by whoever sees it, until it is withdrawn', async () => {
    const file = await aFile();
    const idea = await drafts([file.id]);
    expect(idea.attachments).toEqual([{ id: file.id, name: 'plan.pdf' }]);
    expect(await statuses(file.url, author, colleague, owner, null)).toEqual([200, 404, 404, 401]);
    await act(author, 'submitIdea', idea.id);
    expect(await statuses(file.url, author, colleague, owner, stranger, null)).toEqual([200, 200, 200, 404, 401]);
    await act(author, 'withdrawIdea', idea.id);
    expect(await statuses(file.url, author, colleague, owner)).toEqual([200, 404, 404]);
  });

  it('are added once however often the idea is sent', async () => {
    const [file, key] = [await aFile(), newId()];
    expect(await drafts([file.id], key)).toEqual(await drafts([file.id], key));
  });

  it('are changed by any of its authors, each change a version that names them', async () => {
    const [first, second] = [await aFile(), await aFile(coauthor, 'budget.pdf')];
    const idea = await anIdea(author).with(coauthor).in(campaign).save(api.manager);
    const one = await edits(author, { ...idea, attachments: [] }, { attachmentIds: [first.id] });
    expect(one.version).toBe(2);
    const two = await edits(coauthor, one, { attachmentIds: [second.id, first.id] });
    expect(two.attachments.map(({ name }) => name)).toEqual(['budget.pdf', 'plan.pdf']);
    expect((await edits(coauthor, two, { attachmentIds: [second.id, first.id] })).version).toBe(two.version);
    expect((await edits(author, two, { words: { ...words, title: 'Two bins' } })).attachments).toHaveLength(2);
    const compared = await api.as(colleague).send('query ($id: ID!) { idea(id: $id) { comparison(from: 2, to: 3) { part pieces { kind text } } } }', { id: idea.id });
    expect(compared).toEqual({ idea: { comparison: [{ part: 'FILES', pieces: [{ kind: 'ADDED', text: 'budget.pdf\n' }, { kind: 'SAME', text: 'plan.pdf' }] }] } });
  });

  it('are left out: gone from the idea, and its uploader’s alone again', async () => {
    const file = await aFile();
    const idea = await drafts([file.id]);
    await act(author, 'submitIdea', idea.id);
    await expect(edits(author, idea, { attachmentIds: [] })).resolves.toMatchObject({ attachments: [] });
    expect(await statuses(file.url, author, colleague)).toEqual([200, 404]);
  });

  it.each([
    ['of somebody else', async () => [(await aFile(colleague)).id], 'FILE_NOT_FOUND'],
    ['that are of another idea', async () => (await drafts([(await aFile()).id])).attachments.map(({ id }) => id), 'FILE_NOT_FOUND'],
    ['without an identifier', () => Promise.resolve(['x']), 'ID_INVALID'],
    ['beyond ten', () => Promise.resolve(Array.from({ length: 11 }, newId)), 'TOO_MANY_ITEMS'],
  ])('are refused %s, and nothing is made', async (_what, ids, code) => {
    const key = newId();
    await expect(drafts(await ids(), key)).rejects.toMatchObject({ code });
    expect(await api.manager.query('SELECT 1 FROM idea WHERE key = $1', [key])).toEqual([]);
  });

  it('are not changed by who does not make it, nor once it may not be changed', async () => {
    const idea = { ...(await anIdea(author).in(campaign).save(api.manager)), attachments: [] };
    await expect(edits(colleague, idea, { attachmentIds: [(await aFile(colleague)).id] })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await moveTo(api.manager, campaign, 'vote');
    await expect(edits(author, idea, { attachmentIds: [(await aFile()).id] })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });

  it('are found by their names as long as the idea is, wherever they were attached', async () => {
    const file = await aFile(author, 'toboggan.pdf');
    const idea = await drafts([file.id]);
    expect(await found(author, 'toboggan')).toEqual([]);
    await act(author, 'submitIdea', idea.id);
    expect([await found(author, 'toboggan'), await found(colleague, 'toboggan'), await found(stranger, 'toboggan')]).toEqual([[file.id], [file.id], []]);
    await act(author, 'withdrawIdea', idea.id);
    expect(await found(author, 'toboggan')).toEqual([]);
  });

  it('are read by who judges blind, who is told nowhere who uploaded them', async () => {
    const judged = await aCampaign({ owner, sponsor }).blind().judgedBy(colleague).save(api.manager);
    const idea = await anIdea(author).in(judged).save(api.manager);
    const file = await aFile(author, 'trampoline.pdf');
    await edits(author, { ...idea, attachments: [] }, { attachmentIds: [file.id] });
    const shown = await api.as(colleague).send(`query ($id: ID!) { idea(id: $id) { viewerJudgesBlind attachments { id name url } } }`, { id: idea.id });
    expect(shown).toMatchObject({ idea: { viewerJudgesBlind: true, attachments: [{ id: file.id }] } });
    const answer = await download(api, colleague, file.url);
    expect([answer.status, JSON.stringify([...answer.headers, shown]).includes(author.id)]).toEqual([200, false]);
    expect([await found(colleague, 'trampoline'), await found(owner, 'trampoline')]).toEqual([[], [file.id]]);
  });

  it('stay with their idea when it goes into another, or into a campaign', async () => {
    const file = await aFile();
    const idea = await drafts([file.id]);
    await act(author, 'submitIdea', idea.id);
    const target = await anIdea(author).in(campaign).save(api.manager);
    await api.as(author).send('mutation ($sourceId: ID!, $targetId: ID!) { proposeIdeaMerge(sourceId: $sourceId, targetId: $targetId) { id } }', { sourceId: idea.id, targetId: target.id });
    const read = 'query ($id: ID!) { idea(id: $id) { state attachments { id } } }';
    expect(await api.as(colleague).send(read, { id: idea.id })).toEqual({ idea: { state: 'MERGED', attachments: [{ id: file.id }] } });
    expect(await api.as(colleague).send(read, { id: target.id })).toEqual({ idea: { state: 'SUBMITTED', attachments: [] } });
    expect(await statuses(file.url, colleague, stranger)).toEqual([200, 404]);
  });
});
