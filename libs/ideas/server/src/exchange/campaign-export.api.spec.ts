import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { download } from '@parvis/media/server/testing';
import { dayMs, newId } from '@parvis/platform/server';
import { parse } from 'csv-parse/sync';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aBallot, aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { juryApi } from '../testing/jury-api.ts';
import type { BallotEntity } from '../vote/ballot.entity.ts';
import type { ExportPart } from './campaign-file.ts';

type Told = Record<string, unknown>;

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, moderator: PersonEntity, author: PersonEntity;
let voters: PersonEntity[];
let campaign: CampaignEntity;
let ideas: [IdeaEntity, IdeaEntity];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, moderator, author, ...voters] = (await people(api.manager, 12)) as [PersonEntity, PersonEntity, PersonEntity, ...PersonEntity[]];
  campaign = await aCampaign({ owner, sponsor }).asking('Moins : jeter / mieux ?').moderatedBy(moderator).at('vote').save(api.manager);
  ideas = [await anIdea(author).in(campaign).titled('=A bin').save(api.manager), await anIdea(author).in(campaign).titled('A "bag", really').save(api.manager)];
});

const file = (person: PersonEntity | null, name: string, { id } = campaign) => download(api, person, `/campaign-files/${id}/${name}`);
const told = async (part: ExportPart, person = owner) => (await (await file(person, `${part}.json`)).json()) as Told[];
const casts = (person: PersonEntity, { id }: BallotEntity, ...marks: number[]) =>
  api.as(person).send('mutation ($ballotId: ID!, $votes: [VoteInput!]!) { castVotes(ballotId: $ballotId, votes: $votes) { id } }', { ballotId: id, votes: marks.map((mark, i) => ({ ideaId: ideas[i]?.id, mark })) });
const compares = (person: PersonEntity, { id }: BallotEntity) =>
  api.as(person).send('mutation ($ballotId: ID!, $ideaIds: [ID!]!, $preferredId: ID) { comparePair(ballotId: $ballotId, ideaIds: $ideaIds, preferredId: $preferredId) { id } }', { ballotId: id, ideaIds: ideas.map((idea) => idea.id), preferredId: ideas[1].id });

describe('the files of a campaign', () => {
  it('are for its owner and sponsor, by a name made of its question', async () => {
    for (const person of [owner, sponsor]) expect((await file(person, 'ideas.csv')).status).toBe(200);
    for (const person of [moderator, author]) {
      const answer = await file(person, 'ideas.csv');
      expect([answer.status, await answer.json()]).toEqual([403, { error: { code: 'CAMPAIGN_NOT_YOURS', params: {} } }]);
    }
    expect((await file(null, 'ideas.csv')).status).toBe(401);
    const { headers } = await file(owner, 'results.json');
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/json; charset=utf-8', 'private, no-store']);
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('Moins jeter mieux - results.json');
  });

  it('are missing where the campaign is out of sight, or no such file', async () => {
    const hidden = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    for (const answer of [await file(author, 'ideas.csv', hidden), await file(owner, 'people.csv'), await file(owner, 'ideas.xml'), await file(owner, 'ideas.csv', { ...campaign, id: 'x' })]) {
      expect([answer.status, await answer.json()]).toEqual([404, { error: { code: 'CAMPAIGN_NOT_FOUND', params: {} } }]);
    }
  });

  it('are refused to who judges its ideas blind, until the jury’s phase has closed', async () => {
    campaign = await aCampaign({ owner, sponsor }).blind().judgedBy(sponsor).at('jury').save(api.manager);
    const answer = await file(sponsor, 'ideas.csv');
    expect([answer.status, await answer.json()]).toEqual([403, { error: { code: 'EXPORT_BLIND', params: {} } }]);
    expect((await file(owner, 'ideas.csv')).status).toBe(200);
    await moveTo(api.manager, campaign, 'decide');
    expect((await file(sponsor, 'ideas.csv')).status).toBe(200);
  });
});

describe('its ideas', () => {
  it('are written for spreadsheets: UTF-8 with its mark, quoted, and no cell that is a formula', async () => {
    const bytes = Buffer.from(await (await file(owner, 'ideas.csv')).arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows: Told[] = parse(bytes, { bom: true, columns: true });
    expect(rows.map(({ title }) => title)).toEqual(["'=A bin", 'A "bag", really']);
    expect(rows[0]).toMatchObject({ id: ideas[0].id, state: 'submitted', authors: author.identifier, benefitAmount: '12', tags: 'waste', lookingFor: '', supportCount: '0' });
    const french = await (await file(owner, 'ideas.csv?delimiter=semicolon')).text();
    expect((parse(french, { bom: true, columns: true, delimiter: ';' }) as Told[]).map(({ id }) => id)).toEqual(ideas.map(({ id }) => id));
  });

  it('are written as they are in JSON, whatever their number, without what their authors alone see', async () => {
    for (const state of ['draft', 'withdrawn'] as const) await anIdea(author).in(campaign).being(state).save(api.manager);
    await anIdea(author).in(campaign).being('archived').save(api.manager);
    expect((await told('ideas')).map(({ title, state, authors, proposal }) => ({ title, state, authors, proposal }))).toEqual([
      { title: '=A bin', state: 'submitted', authors: [author.identifier], proposal: 'Put a second bin beside each printer.' },
      { title: 'A "bag", really', state: 'submitted', authors: [author.identifier], proposal: 'Put a second bin beside each printer.' },
      { title: 'A second bin', state: 'archived', authors: [author.identifier], proposal: 'Put a second bin beside each printer.' },
    ]);
    await Promise.all(Array.from({ length: 210 }, (_, i) => anIdea(author).in(campaign).titled(`Idea ${i}`).save(api.manager)));
    const titles = (await told('ideas')).map(({ title }) => title);
    expect([titles.length, new Set(titles).size, titles.at(-1)]).toEqual([213, 213, 'Idea 209']);
  });

  it('are an empty list where there are none', async () => {
    campaign = await aCampaign({ owner, sponsor }).save(api.manager);
    expect(await told('ideas')).toEqual([]);
    expect((await (await file(owner, 'ideas.csv')).text()).split('\r\n')).toHaveLength(2);
  });
});

describe('its votes', () => {
  it('name who cast them in an open ballot, and stay hidden as long as its results are', async () => {
    const [stars, pairs, hidden] = [await aBallot(campaign, 'stars').save(api.manager), await aBallot(campaign, 'pairs').save(api.manager), await aBallot(campaign, 'points').hidden().save(api.manager)];
    const [voter] = voters as [PersonEntity];
    await casts(voter, stars, 5, 2);
    await casts(voter, hidden, 4, 1);
    await compares(voter, pairs);
    const row = { otherIdea: null, preferredIdea: null, person: voter.identifier };
    const open = [
      { ...row, ballot: 'stars', idea: ideas[0].id, mark: 5 },
      { ...row, ballot: 'stars', idea: ideas[1].id, mark: 2 },
      { ballot: 'pairs', idea: ideas[0].id, mark: null, otherIdea: ideas[1].id, preferredIdea: ideas[1].id, person: voter.identifier },
    ];
    expect(await told('votes')).toEqual(open);
    expect((await told('results')).map(({ ballot }) => ballot)).not.toContain('points');
    await moveTo(api.manager, campaign, 'jury');
    expect(await told('votes')).toEqual(expect.arrayContaining([...open, { ...row, ballot: 'points', idea: ideas[0].id, mark: 4 }]));
    expect((await told('results')).filter(({ ballot }) => ballot === 'points')).toMatchObject([{ rank: 1, idea: ideas[0].id, title: '=A bin', points: 4 }, { rank: 2, points: 1 }]);
  });

  it('of a secret ballot come after its close alone, and link nobody with a vote nor a vote with another', async () => {
    const [grades, pairs] = [await aBallot(campaign, 'grades').secret().save(api.manager), await aBallot(campaign, 'pairs').secret().save(api.manager)];
    for (const [i, voter] of voters.slice(0, 8).entries()) {
      await casts(voter, grades, i % 3, 5);
      await compares(voter, pairs);
    }
    expect((await told('results')).map(({ ballot }) => ballot)).toEqual(['grades', 'grades', 'pairs', 'pairs']);
    expect(await told('votes')).toEqual([]);
    await moveTo(api.manager, campaign, 'jury');
    const rows = await told('votes');
    expect(rows.map(({ ballot, idea, mark }) => [ballot, idea, mark])).toEqual([
      ...[0, 0, 0, 1, 1, 1, 2, 2].map((mark) => ['grades', ideas[0].id, mark]), ...Array.from({ length: 8 }, () => ['grades', ideas[1].id, 5]),
      ...Array.from({ length: 8 }, () => ['pairs', ideas[0].id, null]),
    ]);
    expect(rows.every(({ person }) => person === null)).toBe(true);
    const csv = await (await file(owner, 'votes.csv')).text();
    for (const { id, identifier } of voters) expect(csv.includes(id) || csv.includes(identifier)).toBe(false);
  });

  it('of a secret ballot with fewer than eight voters do not come at all', async () => {
    const ballot = await aBallot(campaign, 'stars').secret().save(api.manager);
    for (const voter of voters.slice(0, 7)) await casts(voter, ballot, 4, 1);
    await moveTo(api.manager, campaign, 'jury');
    expect(await told('votes')).toEqual([]);
    expect(await told('results')).toHaveLength(2);
  });

  it('are read by the thousand, of many ideas at once, each of them once', async () => {
    const [stars, pairs] = [await aBallot(campaign, 'stars').save(api.manager), await aBallot(campaign, 'pairs').save(api.manager)];
    const [first, second] = ideas;
    const others = await Promise.all(Array.from({ length: 40 }, () => anIdea(author).in(campaign).save(api.manager)));
    await api.manager.query(
      `WITH crowd AS (
         INSERT INTO person SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'identifier', 'votes ' || n, 'email', n || '@votes.example'))).*
         FROM person one CROSS JOIN generate_series(1, 1200) n WHERE one.id = $1 RETURNING id
       ), marked AS (
         INSERT INTO ballot_vote (ballot_id, voter, idea_id, person_id, mark) SELECT $2, uuid_send(id), idea_id, id, 4 FROM crowd, unnest(ARRAY[$4, $5]::uuid[]) idea_id
       ) INSERT INTO ballot_pair (ballot_id, voter, first_id, second_id, person_id, preferred) SELECT $3, uuid_send(id), $4, $5, id, 2 FROM crowd`,
      [voters[0]?.id, stars.id, pairs.id, first.id, second.id],
    );
    const [voter] = voters as [PersonEntity];
    await api.as(voter).send('mutation ($id: ID!, $votes: [VoteInput!]!) { castVotes(ballotId: $id, votes: $votes) { id } }', { id: stars.id, votes: others.map(({ id }) => ({ ideaId: id, mark: 1 })) });
    let rows: Told[] = [];
    const statements = await api.statementsOf(async () => (rows = await told('votes')));
    expect(Object.fromEntries([...Map.groupBy(rows, ({ ballot, idea, mark }) => [ballot, idea === first.id ? 'first' : idea === second.id ? 'second' : 'other', mark].join(' '))].map(([name, { length }]) => [name, length]))).toEqual({
      'stars first 4': 1_200, 'stars second 4': 1_200, 'stars other 1': 40, 'pairs first ': 1_200,
    });
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    expect(statements.length).toBeLessThan(30);
  });

  it('tell of support its number alone', async () => {
    await aBallot(campaign, 'support').save(api.manager);
    await api.as(voters[0] as PersonEntity).send('mutation ($id: ID!) { supportIdea(id: $id, wanted: true) { id } }', { id: ideas[0].id });
    expect(await told('votes')).toEqual([]);
    expect(await told('results')).toMatchObject([{ ballot: 'support', idea: ideas[0].id, votes: 1 }, { votes: 0 }]);
  });
});

describe('what its jury says', () => {
  it('comes once it has judged: the ranking with what is said to the authors, never who gave what', async () => {
    const jurors = voters.slice(0, 2);
    campaign = await aCampaign({ owner, sponsor }).judgedBy(...jurors).at('jury').save(api.manager);
    ideas = [await anIdea(author).in(campaign).titled('Weaker').save(api.manager), await anIdea(author).in(campaign).titled('=Better').save(api.manager)];
    for (const [i, juror] of jurors.entries()) {
      for (const [place, idea] of ideas.entries()) {
        const scores = campaign.criteria.map(({ id }) => ({ criterionId: id, score: 4 + 3 * place + i }));
        await juryApi(api).judge(juror, { ideaId: idea.id, scores, comment: place === 1 && i === 0 ? 'Try it.' : '', isSubmitted: true });
      }
    }
    expect(await told('jury')).toEqual([]);
    await moveTo(api.manager, campaign, 'decide');
    const rows = await told('jury');
    expect(rows).toMatchObject([
      { rank: 1, idea: ideas[1].id, title: '=Better', rawMean: 7.5, jurors: 2, comments: ['Try it.'] },
      { rank: 2, idea: ideas[0].id, title: 'Weaker', rawMean: 4.5, jurors: 2, comments: [] },
    ]);
    const csv = await (await file(owner, 'jury.csv')).text();
    expect((parse(csv, { bom: true, columns: true }) as Told[])[0]).toMatchObject({ rank: '1', title: "'=Better" });
    for (const { id, identifier } of jurors) expect(csv.includes(id) || csv.includes(identifier)).toBe(false);
  });
});

describe('what became of its ideas', () => {
  it('comes with its reasons and projects', async () => {
    await moveTo(api.manager, campaign, 'decide');
    await api.as(sponsor).send('mutation ($input: AnswerIdeaInput!) { answerIdea(input: $input) { id } }', { input: { key: newId(), ideaId: ideas[0].id, outcome: 'SELECTED', reason: richTextOf('- It is cheap.') } });
    expect(await told('answers')).toMatchObject([{ idea: ideas[0].id, title: '=A bin', outcome: 'selected', signedBy: sponsor.identifier, signedAs: 'sponsor', otherIdea: null }]);
    expect(await told('projects')).toEqual([]);
  });

  it('is told of each project from its beginning to what it measured', async () => {
    await moveTo(api.manager, campaign, 'decide');
    const sent = async (by: PersonEntity, name: string, type: string, input: object) => {
      const answer = await api.as(by).send<Record<string, { id: string; version: number; milestones: { id: string }[] }>>(`mutation ($input: ${type}!) { ${name}(input: $input) { id version milestones { id } } }`, { input });
      return answer[name] as { id: string; version: number; milestones: { id: string }[] };
    };
    await api.as(sponsor).send('mutation ($input: AnswerIdeaInput!) { answerIdea(input: $input) { id } }', { input: { key: newId(), ideaId: ideas[0].id, outcome: 'SELECTED', reason: richTextOf('It is cheap.') } });
    const day = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
    const [first, later] = [{ title: 'Bins bought', dueOn: day(20) }, { title: '=Bins placed', dueOn: day(40) }];
    const begun = await sent(owner, 'beginProject', 'BeginProjectInput', { key: newId(), ideaId: ideas[0].id, ownerId: author.id, endsOn: day(60), milestones: [first, later] });
    const isUnderWay = { idea: ideas[0].id, title: '=A bin', owner: author.identifier, firstEndsOn: day(60), endsOn: day(60), percentage: 0, milestones: [`${day(20)} Bins bought`, `${day(40)} =Bins placed`], deliveredOn: null, result: null, measuredAmount: null };
    expect(await told('projects')).toMatchObject([isUnderWay]);

    const milestones = [{ id: begun.milestones[0]?.id, ...first, isDone: true }, { id: begun.milestones[1]?.id, ...later, isDone: false }];
    const planned = await sent(author, 'planProject', 'PlanProjectInput', { id: begun.id, version: begun.version, ownerId: author.id, endsOn: day(90), percentage: 40, milestones });
    const delivered = await sent(author, 'deliverProject', 'DeliverProjectInput', { id: begun.id, version: planned.version, result: richTextOf('Twelve bins.'), deliveredOn: day(-1) });
    await sent(owner, 'measureProject', 'MeasureProjectInput', { id: begun.id, version: delivered.version, amount: 9, how: 'Weighed for a month.' });
    expect(await told('projects')).toMatchObject([{
      ...isUnderWay, endsOn: day(90), percentage: 100, milestones: [expect.stringMatching(new RegExp(`^${day(20)} ✓ \\d{4}-\\d{2}-\\d{2} Bins bought$`)), `${day(40)} =Bins placed`],
      deliveredOn: day(-1), result: 'Twelve bins.', unit: 'tonnes a year', expectedAmount: 12, measuredAmount: 9, measuredHow: 'Weighed for a month.',
    }]);
    const [row] = parse(await (await file(owner, 'projects.csv')).text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ title: "'=A bin", percentage: '100', measuredAmount: '9', expectedAmount: '12', deliveredOn: day(-1) });
  });
});
