import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missingRows } from './access-matrix/coverage.ts';
import { Measure, type MeasuredRow } from './access-matrix/measure.ts';
import { plantedCompany, type PlantedCompany } from './access-matrix/planted-company.ts';
import { printed } from './access-matrix/printed.ts';
import type { Row } from './access-matrix/row.ts';
import { rowsOf } from './access-matrix/rows.ts';
import { Eavesdropper } from './fuzz/eavesdropper.ts';
import { Fuzzer } from './fuzz/fuzzer.ts';

let company: PlantedCompany;
let rows: Row[];

beforeAll(async () => {
  company = await plantedCompany();
  rows = rowsOf(company.world);
}, 120_000);
afterAll(() => company.stop());

const differences = ({ row, cells }: MeasuredRow): string[] =>
  cells.filter(({ expected, observed }) => expected !== observed).map(({ column, expected, observed }) => `${row.name} as ${column}: ${expected} was expected, ${observed} came.`);

describe('the access matrix', () => {
  it('has a row for each field, topic and route', () => {
    expect(missingRows(company.api.app, company.schema, rows)).toEqual([]);
  });

  it('misses what has no row, and says so', () => {
    const known = (name: string) => rows.filter((row) => row.name !== name);
    for (const name of ['Query.post', 'Mutation.editPost', 'Community.members', 'post', 'GET /media/:id/:variant']) {
      expect(missingRows(company.api.app, company.schema, known(name))).toEqual([expect.stringContaining(`${name} has no row in the access matrix`)]);
    }
    const gone: Row = { kind: 'topic', name: 'no-such-topic', topic: 'no-such-topic', expected: { others: 'yes' } };
    expect(missingRows(company.api.app, company.schema, [...rows, gone])).toEqual([expect.stringContaining('no-such-topic, which is not there')]);
  });

  it('gets an answer from everything, as somebody', () => {
    const answered = new Set(rows.filter(({ expected }) => Object.values(expected).some((outcome) => ['yes', 'inside', 'elsewhere'].includes(outcome))).map(({ name }) => name));
    // SCIM answers to tokens, which nobody here has: libs/provisioning tests those.
    const names = [...new Set(rows.map(({ name }) => name))].filter((name) => !name.includes(' /scim/'));
    expect(names.filter((name) => !answered.has(name))).toEqual([
      // Nothing is looked at in the company's network.
      'Query.linkPreview',
      // Answers what is left to show.
      'Mutation.dismissProfileNextSteps',
      // Fewer read than may be told of.
      'OwnFigures.readerHours',
      // No mail is set up.
      'Mutation.sendMailTrial',
      // Nothing is old enough to go.
      'Query.retentionPreview',
      // Nothing has failed.
      'Mutation.tryFailedJobsAgain',
      'Mutation.discardFailedJobs',
      'Mutation.deliverEventsAgain',
      'Mutation.sendLettersAgain',
      // No other key of ours is published here.
      'Mutation.useSigningKey',
      // What only an identity provider can send; test/sso does.
      'POST /saml/acs',
      'GET /saml/slo',
      'POST /saml/slo',
      // The picture of a preview: there is none.
      'GET /media/previews/:id',
      // Refused after the permission: the file holds no idea.
      'POST /campaign-files/:id/ideas',
      // Pages; not asked for as such here.
      'GET /',
      'GET /*path',
    ]);
  });

  it('is what everybody meets', async () => {
    const measured: MeasuredRow[] = [];
    const measure = new Measure(company);
    for (const row of rows) measured.push(await measure.row(row));
    const file = process.env['ACCESS_MATRIX_TO'];
    if (file) writeFileSync(file, printed(measured));
    expect(measured.flatMap(differences)).toEqual([]);
  }, 300_000);
});

describe('random requests', () => {
  // Short and always the same in `npm test`; `npm run security` says how long, and from which seed.
  const { FUZZ_SEED: seed = '7', FUZZ_SECONDS: seconds, FUZZ_FIGURES_TO: file } = process.env;
  const effort = { seed: Number(seed), documents: seconds ? Infinity : 400, seconds: Number(seconds ?? 20) };

  it('meet no fault of the server, cost no more than they may, and tell strangers nothing of a closed community', async () => {
    const fuzzer = new Fuzzer(company);
    await fuzzer.run(effort);
    if (file) writeFileSync(file, String(fuzzer.figures));
    expect([...fuzzer.faults.values()]).toEqual([]);
  }, (effort.seconds + 60) * 1_000);

  it('for topics are refused to strangers, who hear nothing of what happens there', async () => {
    const { closed, hidden, memberPost, authorPost, question, poll, event, hiddenPost, wikiPage, gathering, memberIdea, authorIdea, ama, amaQuestion, answeredAmaQuestion } = company.world;
    const inside = [closed, hidden, memberPost, authorPost, question, poll, event, hiddenPost, wikiPage, gathering, memberIdea, authorIdea, ama, amaQuestion, answeredAmaQuestion];
    const eavesdropper = new Eavesdropper(company);
    await eavesdropper.open();
    try {
      expect(await eavesdropper.watchAll(inside, effort.seed)).toEqual([]);
      await eavesdropper.letThingsHappen();
      expect(eavesdropper.heard).toEqual([]);
    } finally {
      eavesdropper.close();
    }
  }, 60_000);
});
