import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { download } from '@parvis/media/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import iconv from 'iconv-lite';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';
import { maxImportMb, maxImportRows } from './idea-file.ts';
import type { IdeaImport } from './idea-import.service.ts';

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, moderator: PersonEntity, author: PersonEntity, colleague: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, moderator, author, colleague] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).moderatedBy(moderator).save(api.manager);
});

const { told } = aNotificationReader(() => api);

async function send(person: PersonEntity | null, body: string | Buffer, { to = campaign, confirmed = true, headers = { 'x-parvis-upload': '1' } as Record<string, string> } = {}) {
  const cookie = person ? await api.cookieOf(person.id) : '';
  const response = await fetch(`${api.url}/campaign-files/${to.id}/ideas${confirmed ? '?confirmed=true' : ''}`, {
    method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream', ...headers }, body: body as BodyInit,
  });
  return (await response.json()) as IdeaImport & { error?: { code: string; params: object } };
}

const outcomes = ({ rows }: IdeaImport) => rows.map(({ line, outcome, error }) => [line, outcome, error?.code ?? null]);
const csv = (...rows: string[]) => ['id,authors,title,problem,proposal', ...rows].join('\n');
const row = (id: string, title = 'A bin', authors = author.identifier) => `${id},${authors},${title},It is full.,Empty it.`;
const ideasOf = async ({ id }: CampaignEntity): Promise<{ title: string; author_id: string; state: string }[]> => api.manager.query('SELECT title, author_id, state FROM idea WHERE campaign_id = $1 ORDER BY id', [id]);

describe('ideas from a file', () => {
  it('are looked at without anything being written, then brought in once that is confirmed', async () => {
    const file = csv(row('x1', 'A bin', `${author.identifier}|${colleague.email ?? ''}`), row('x2', 'Two bins'));
    const preview = await send(owner, file, { confirmed: false });
    expect([preview.isDone, preview.rows[0]]).toEqual([false, { line: 2, title: 'A bin', authors: [author.displayName, colleague.displayName], outcome: 'new', error: null }]);
    expect(await ideasOf(campaign)).toEqual([]);
    const done = await send(owner, file);
    expect([done.isDone, outcomes(done)]).toEqual([true, [[2, 'new', null], [3, 'new', null]]]);
    expect(await ideasOf(campaign)).toEqual([{ title: 'A bin', author_id: author.id, state: 'submitted' }, { title: 'Two bins', author_id: author.id, state: 'submitted' }]);
    const { idea } = await api.as(colleague).send<{ idea: object }>('query ($id: ID!) { idea(id: $id) { viewerIsAuthor authors { person { id } } versions(first: 5) { edges { node { number author { id } } } } } }', {
      id: (await api.manager.query('SELECT id FROM idea WHERE campaign_id = $1 ORDER BY id LIMIT 1', [campaign.id]))[0].id,
    });
    expect(idea).toEqual({ viewerIsAuthor: true, authors: [{ person: { id: author.id } }, { person: { id: colleague.id } }], versions: { edges: [{ node: { number: 1, author: { id: owner.id } } }] } });
    expect((await told(author)).map(([kind]) => kind)).toEqual(['IDEA_NEWS', 'IDEA_NEWS']);
  });

  it('are made once, however often the file is sent, and whatever else has changed in it', async () => {
    await send(owner, csv(row('x1')));
    const again = await send(owner, csv(row('x1', 'Another title', colleague.identifier), row('x2'), row('x2', 'The same again')));
    expect(again.rows.map(({ outcome, error }) => [outcome, error?.code, error?.params])).toEqual([['known', undefined, undefined], ['new', undefined, undefined], ['refused', 'IMPORT_TWICE', { line: 3 }]]);
    expect((await ideasOf(campaign)).map(({ title }) => title)).toEqual(['A bin', 'A bin']);
    const both = await Promise.all([send(owner, csv(row('x3'))), send(owner, csv(row('x3')))]);
    expect(both.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)).toSorted()).toEqual(['known', 'new']);
  });

  it('are the same in another campaign as in that which they were taken from, by CSV and by JSON', async () => {
    const odd = { problem: '=1+1\n\n- "quoted", and more; | and \\', proposal: 'A **bold** step' };
    await anIdea(author).with(colleague).in(campaign).titled('-2 tonnes, "at once"').saying(odd.problem, odd.proposal).costing(null).save(api.manager);
    await anIdea(colleague).in(campaign).titled('L’été, moins gâcher').save(api.manager);
    const words = async ({ id }: { id: string }): Promise<unknown[]> =>
      api.manager.query(
        `SELECT title, problem, proposal, benefit, benefit_amount, benefit_unit, cost, effort, tags, looking_for, state, author_id,
           (SELECT array_agg(made.person_id ORDER BY made.person_id) FROM idea_author made WHERE made.idea_id = idea.id) AS authors FROM idea WHERE campaign_id = $1 ORDER BY id`,
        [id],
      );
    for (const name of ['ideas.csv', 'ideas.csv?delimiter=semicolon', 'ideas.json']) {
      const other = await aCampaign({ owner, sponsor }).save(api.manager);
      const file = Buffer.from(await (await download(api, owner, `/campaign-files/${campaign.id}/${name}`)).arrayBuffer());
      expect((await send(owner, file, { to: other })).rows.map(({ outcome, error }) => [outcome, error])).toEqual([['new', null], ['new', null]]);
      expect(await words(other)).toEqual(await words(campaign));
      // Read back where it came from, it makes nothing.
      expect((await send(owner, file)).rows.map(({ outcome }) => outcome)).toEqual(['known', 'known']);
    }
  });

  it('come in row by row: what is wrong in one refuses no other', async () => {
    const outsider = await aPerson().in('Mars').save(api.manager);
    const insider = await aPerson().in('Moon').save(api.manager);
    const gone = await aPerson().in('Moon').save(api.manager);
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [gone.id]);
    const meant = await aCampaign({ owner, sponsor }).for('Moon').at('draft').save(api.manager);
    const file = [
      'id,authors,title,problem,proposal,cost,effort,state',
      `1,${insider.identifier},Good,p,q,12,WEEKS,submitted`, `2,nobody,Unknown,p,q,,,`, `3,${gone.identifier},Gone,p,q,,,`, `4,${outsider.identifier},Outside,p,q,,,`, `5,,Nobody,p,q,,,`,
      `,${insider.identifier},No id,p,q,,,`, `7,${insider.identifier},,p,q,,,`, `8,${insider.identifier},No proposal,p,,,,`, `9,${insider.identifier},Cost,p,q,much,,`, `10,${insider.identifier},Effort,p,q,,years,`,
      `11,${insider.identifier},Merged,p,q,,,merged`, `12,${insider.identifier},Short`, `13,${insider.identifier},Good too,p,q,,,`,
    ].join('\n');
    const done = await send(owner, file, { to: meant });
    expect(outcomes(done)).toEqual([
      [2, 'new', null], [3, 'refused', 'IMPORT_AUTHOR_UNKNOWN'], [4, 'refused', 'IMPORT_AUTHOR_UNKNOWN'], [5, 'refused', 'IMPORT_AUTHOR_OUTSIDE'], [6, 'refused', 'TEXT_REQUIRED'],
      [7, 'refused', 'IMPORT_ID_MISSING'], [8, 'refused', 'TEXT_REQUIRED'], [9, 'refused', 'TEXT_REQUIRED'], [10, 'refused', 'CAMPAIGN_AMOUNT_INVALID'], [11, 'refused', 'IMPORT_EFFORT_UNKNOWN'],
      [12, 'refused', 'IMPORT_NOT_SUBMITTED'], [13, 'refused', 'IMPORT_CELLS'], [14, 'new', null],
    ]);
    expect((await ideasOf(meant)).map(({ title }) => title)).toEqual(['Good', 'Good too']);
  });

  it('come in by the thousand, in one go', async () => {
    const file = csv(...Array.from({ length: maxImportRows }, (_, i) => row(`n${i}`, `Bin ${i}`)));
    const statements = await api.statementsOf(async () => expect((await send(owner, file)).rows.every(({ outcome }) => outcome === 'new')).toBe(true));
    // By table, however much what is told of them does meanwhile.
    expect(statements.length).toBeLessThan(maxImportRows / 10);
    expect(statements.filter((sql) => /^INSERT INTO "idea/.test(sql))).toHaveLength(3);
    expect(await ideasOf(campaign)).toHaveLength(maxImportRows);
  });

  it('may come from a spreadsheet on Windows, which is said', async () => {
    const done = await send(owner, iconv.encode(csv(row('x1', 'Moins gâcher')), 'windows-1252'));
    expect([done.encoding, (await ideasOf(campaign)).map(({ title }) => title)]).toEqual(['Windows-1252', ['Moins gâcher']]);
  });

  it('are brought in by the owner alone, while the campaign is prepared or gathers', async () => {
    for (const person of [sponsor, moderator, colleague]) expect((await send(person, csv(row('x1')))).error?.code).toBe('CAMPAIGN_NOT_YOURS');
    expect((await send(null, csv(row('x1')))).error?.code).toBe('UNAUTHENTICATED');
    expect((await send(owner, csv(row('x1')), { headers: {} })).error?.code).toBe('FORBIDDEN');
    expect((await send(colleague, csv(row('x1')), { to: await aCampaign({ owner, sponsor }).for('Moon').save(api.manager) })).error?.code).toBe('CAMPAIGN_NOT_FOUND');
    for (const stage of ['draft', 'announced', 'gather'] as const) expect((await send(owner, csv(row('x1')), { to: await aCampaign({ owner, sponsor }).at(stage).save(api.manager) })).isDone).toBe(true);
    for (const stage of ['build', 'vote', 'over', 'closed', 'cancelled'] as const) {
      expect((await send(owner, csv(row('x1')), { to: await aCampaign({ owner, sponsor }).at(stage).save(api.manager) })).error?.code).toBe('CAMPAIGN_NOT_NOW');
    }
    expect(await ideasOf(campaign)).toEqual([]);
  });

  it.each([
    ['nothing', '', 'IMPORT_EMPTY'],
    ['a column too few', 'id,title\n1,A', 'IMPORT_COLUMN_MISSING'],
    ['broken quotes', 'id,authors,title\n1,1001,"A', 'IMPORT_UNREADABLE'],
    ['more than fits', Buffer.alloc(maxImportMb * 1024 * 1024 + 1, 'x'), 'IMPORT_TOO_LARGE'],
  ])('are refused as a whole with %s', async (_what, body, code) => {
    expect((await send(owner, body)).error?.code).toBe(code);
    expect(await ideasOf(campaign)).toEqual([]);
  });
});
