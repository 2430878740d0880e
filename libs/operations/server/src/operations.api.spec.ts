import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { Jobs, jobType, newId, platformDomain, Transactions } from '@parvis/platform/server';
import { operationsDomain } from './operations.domain.ts';

const HEALTH = '{ serverHealth { checkedAt findings { code state since facts { name kind value } } processes { host role version isHeard sockets } } }';
const WORK = '{ backgroundWork { jobs { name cron nextAt missedAt waiting running failed failedSince lastRun { hasFailed } failures { failure count } } events { type failure count } letters { type failure count } } }';
const RUN = 'mutation ($name: ID!) { runJobNow(name: $name) { name waiting } }';
const AGAIN = 'mutation ($name: ID!) { tryFailedJobsAgain(name: $name) { waiting failed } }';
const DISCARD = 'mutation ($name: ID!, $typedName: String!) { discardFailedJobs(name: $name, typedName: $typedName) { waiting failed } }';
const DELIVER = 'mutation ($type: String!) { deliverEventsAgain(type: $type) }';
const SEND = 'mutation ($type: String!) { sendLettersAgain(type: $type) }';

interface Health {
  serverHealth: { findings: { code: string; state: string; since: string | null; facts: { name: string; value: string }[] }[]; processes: object[] };
}
interface Work {
  backgroundWork: { jobs: { name: string; cron: string | null; failed: number; waiting: number; failures: object[] }[]; events: object[]; letters: object[] };
}

const asked = jobType<{ who: string }>('operations.asked');
const sweep = jobType('operations.sweep');
let api: TestApi;
let it_: PersonEntity, employee: PersonEntity;
let isBroken = true;
let swept = 0;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, operationsDomain]);
  const jobs = api.app.get(Jobs);
  jobs.on(asked, async ({ who }) => {
    if (isBroken) throw Object.assign(new Error(`Nobody is called ${who} <secret@example.org>.`), { code: 'ENOBODY' });
  });
  jobs.every(sweep, '17 3 * * *', async () => void (swept += 1));
  await jobs.onApplicationBootstrap();
  [it_, employee] = [await aPerson().being('it').save(api.manager), await aPerson().being('hr').save(api.manager)];
});
afterAll(() => api.stop());
beforeEach(async () => {
  isBroken = true;
  await api.manager.query('DELETE FROM pgboss.job');
  await api.manager.query('TRUNCATE outbox_event, letter, server_process');
});

const health = async () => (await api.confirmed(it_).send<Health>(HEALTH)).serverHealth;
const work = async () => (await api.confirmed(it_).send<Work>(WORK)).backgroundWork;
const found = async (code: string) => (await health()).findings.find((finding) => finding.code === code);
const kindOf = async (name: string) => (await work()).jobs.find((job) => job.name === name);
const lastEntry = async () => (await api.manager.query(`SELECT action, details, actor_id AS actor FROM audit_entry WHERE area = 'configuration' ORDER BY number DESC LIMIT 1`))[0];

/** Jobs that had all their tries. */
async function failedJobs(): Promise<void> {
  await api.app.get(Transactions).run(async (tx) => {
    for (const who of ['ada', 'bob']) await api.app.get(Jobs).at(tx, asked, { who });
  });
  await api.manager.query('UPDATE pgboss.job SET retry_limit = 0');
  await api.app.get(Jobs).runDue();
}
const givenUpEvent = (type = 'operations.happened') =>
  api.manager.query(`INSERT INTO outbox_event (id, type, payload, created_at, next_attempt_at, attempts, given_up_at, failure) VALUES ($1, $2, '{}', now(), now(), 16, now() - interval '2 hours', '40001')`, [newId(), type]);
const givenUpLetter = () =>
  api.manager.query(`INSERT INTO letter (id, type, payload, due_at, expires_at, attempts, given_up_at, failure) VALUES ($1, 'operations.letter', '{}', now(), now(), 3, now(), 'EENVELOPE 550')`, [newId()]);

describe('operations', () => {
  it.each([HEALTH, WORK])('are for IT that has lately said who they are: %s', async (query) => {
    await expect(api.confirmed(employee).send(query)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(it_).send(query)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(api.confirmed(it_).send(query)).resolves.toBeDefined();
  });

  it.each([
    [RUN, { name: sweep.name }],
    [AGAIN, { name: asked.name }],
    [DISCARD, { name: asked.name, typedName: asked.name }],
    [DELIVER, { type: 'operations.happened' }],
    [SEND, { type: 'operations.letter' }],
  ])('are changed by IT alone: %s', async (mutation, variables) => {
    await failedJobs();
    await givenUpEvent();
    await givenUpLetter();
    await expect(api.confirmed(employee).send(mutation, variables)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(it_).send(mutation, variables)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(api.confirmed(it_).send(mutation, variables)).resolves.toBeDefined();
  });
});

describe('the health of the server', () => {
  it('tells of the database, the disk, the clock, what waits and the processes, the worst first', async () => {
    const { findings, processes } = await health();
    const codes = findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['database.answers', 'clock.agrees', 'events.delivered', 'letters.off', 'jobs.done', 'processes.running', 'backup.unknown']));
    expect(findings.map(({ state }) => state)).toEqual(findings.map(({ state }) => state).toSorted((one, other) => order.indexOf(other) - order.indexOf(one)));
    expect(processes).toEqual([{ host: expect.any(String), role: 'all', version: expect.stringMatching(/^\d+\.\d+\.\d+/), isHeard: true, sockets: 0 }]);
  });

  it('says what was given up and since when, and where no process does anything', async () => {
    await givenUpEvent();
    await givenUpLetter();
    await failedJobs();
    expect(await found('events.given-up')).toMatchObject({ state: 'FAULT', since: expect.any(String), facts: [{ name: 'count', value: '1' }] });
    expect(await found('letters.given-up')).toMatchObject({ state: 'ATTENTION' });
    expect(await found('jobs.failed')).toMatchObject({ state: 'ATTENTION', facts: [{ name: 'count', value: '2' }] });
  });

  it('tells of a process that has fallen silent, and forgets it after a day', async () => {
    const silent = (ago: string) =>
      api.manager.query(`INSERT INTO server_process VALUES ($1, 'web-7', 'web', '0.0.1', now() - interval '3 days', now() - $2::interval, 1, 0.1, 0, 0)`, [newId(), ago]);
    await silent('10 minutes');
    await silent('25 hours');
    expect((await health()).findings.filter(({ code }) => code === 'processes.silent')).toEqual([expect.objectContaining({ state: 'ATTENTION', facts: expect.arrayContaining([{ name: 'host', kind: 'TEXT', value: 'web-7' }]) })]);
  });

  it('stands in the figures, by code', async () => {
    await givenUpEvent();
    await health();
    const figures = await (await fetch(`${api.url}/metrics`)).text();
    expect(figures).toMatch(/parvis_health\{finding="events.given-up"\} 3\n/);
    expect(figures).toMatch(/parvis_database_bytes \d+\n/);
    expect(figures).toMatch(/parvis_server_processes\{role="all"\} 1\n/);
  });
});

const order = ['FINE', 'UNKNOWN', 'ATTENTION', 'FAULT'];

describe('background work', () => {
  it('tells of failures in codes, not in words that may name somebody', async () => {
    await failedJobs();
    expect(await kindOf(asked.name)).toMatchObject({ cron: null, failed: 2, waiting: 0, failures: [{ failure: 'ENOBODY', count: 2 }] });
    expect(JSON.stringify(await api.manager.query('SELECT output FROM pgboss.job'))).not.toContain('secret');
  });

  it('is tried again, and done', async () => {
    await failedJobs();
    expect(await api.confirmed(it_).send(AGAIN, { name: asked.name })).toEqual({ tryFailedJobsAgain: { waiting: 2, failed: 0 } });
    expect(await lastEntry()).toEqual({ action: 'configuration.jobs-tried-again', details: { job: asked.name, count: 2 }, actor: it_.id });
    isBroken = false;
    expect(await api.app.get(Jobs).runDue()).toBe(2);
    await expect(api.confirmed(it_).send(AGAIN, { name: asked.name })).rejects.toMatchObject({ code: 'WORK_NOTHING_FAILED' });
  });

  it('that is tried again and fails is failed at once', async () => {
    await failedJobs();
    await api.confirmed(it_).send(AGAIN, { name: asked.name });
    await api.app.get(Jobs).runDue();
    expect(await kindOf(asked.name)).toMatchObject({ failed: 2, waiting: 0 });
  });

  it('is discarded once its name was typed', async () => {
    await failedJobs();
    await expect(api.confirmed(it_).send(DISCARD, { name: asked.name, typedName: 'operations' })).rejects.toMatchObject({ code: 'JOB_NAME_DIFFERS', field: 'typedName' });
    expect(await kindOf(asked.name)).toMatchObject({ failed: 2 });
    expect(await api.confirmed(it_).send(DISCARD, { name: asked.name, typedName: ` ${asked.name} ` })).toEqual({ discardFailedJobs: { waiting: 0, failed: 0 } });
    expect(await lastEntry()).toMatchObject({ action: 'configuration.jobs-discarded', details: { job: asked.name, count: 2 } });
  });

  it('that the clock asks for is done when IT asks for it, once', async () => {
    expect(await api.confirmed(it_).send(RUN, { name: sweep.name })).toEqual({ runJobNow: { name: sweep.name, waiting: 1 } });
    await expect(api.confirmed(it_).send(RUN, { name: sweep.name })).rejects.toMatchObject({ code: 'JOB_ALREADY_DUE' });
    expect(await lastEntry()).toMatchObject({ action: 'configuration.job-run', details: { job: sweep.name } });
    await api.app.get(Jobs).runDue();
    expect(swept).toBe(1);
    expect(await kindOf(sweep.name)).toMatchObject({ cron: '17 3 * * *', nextAt: expect.stringMatching(/T03:17:00/), lastRun: { hasFailed: false } });
    await expect(api.confirmed(it_).send(RUN, { name: asked.name })).rejects.toMatchObject({ code: 'JOB_NOT_BY_CLOCK' });
    await expect(api.confirmed(it_).send(RUN, { name: 'operations.none' })).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
  });

  it('that was missed by the clock is a fault', async () => {
    await api.manager.query(`INSERT INTO pgboss.schedule (name, cron, created_on) VALUES ('operations.sweep', '17 3 * * *', now() - interval '3 days')`);
    expect(await kindOf(sweep.name)).toMatchObject({ missedAt: expect.any(String) });
    expect(await found('jobs.missed')).toMatchObject({ state: 'FAULT', facts: [{ name: 'jobs', value: sweep.name }] });
    await api.manager.query('DELETE FROM pgboss.schedule');
  });
});

describe('what was given up', () => {
  it('is told by type and cause', async () => {
    await givenUpEvent();
    await givenUpEvent();
    await givenUpLetter();
    expect(await work()).toMatchObject({ events: [{ type: 'operations.happened', failure: '40001', count: 2 }], letters: [{ type: 'operations.letter', failure: 'EENVELOPE 550', count: 1 }] });
  });

  it('is tried again, of one type alone', async () => {
    await givenUpEvent();
    await givenUpEvent('operations.other');
    await givenUpLetter();
    expect(await api.confirmed(it_).send(DELIVER, { type: 'operations.happened' })).toEqual({ deliverEventsAgain: 1 });
    expect(await lastEntry()).toMatchObject({ action: 'configuration.events-tried-again', details: { event: 'operations.happened', count: 1 } });
    expect(await api.confirmed(it_).send(SEND, { type: 'operations.letter' })).toEqual({ sendLettersAgain: 1 });
    expect(await lastEntry()).toMatchObject({ action: 'configuration.letters-tried-again', details: { letter: 'operations.letter', count: 1 } });
    expect(await work()).toMatchObject({ events: [{ type: 'operations.other' }], letters: [] });
    expect(await api.manager.query(`SELECT attempts, expires_at > now() + interval '3 days' AS "isTried" FROM letter`)).toEqual([{ attempts: 0, isTried: true }]);
    await expect(api.confirmed(it_).send(DELIVER, { type: 'operations.happened' })).rejects.toMatchObject({ code: 'WORK_NOTHING_FAILED' });
  });
});
