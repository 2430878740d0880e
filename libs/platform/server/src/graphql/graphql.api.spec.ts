import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../config/config.ts';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';

interface Answer {
  status: number;
  body: { data?: Record<string, unknown> | null; errors?: { message: string; path?: string[]; extensions: { code: string } }[] };
}

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule], env: { LOG_LEVEL: 'error' } });
});
afterAll(() => server.stop());

async function send(query: string, variables: object = {}, to = server): Promise<Answer> {
  const response = await fetch(`${to.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
const codeOf = async (query: string, variables = {}) => (await send(query, variables)).body.errors?.[0]?.extensions.code;
const nested = (field: string, depth: number): string => (depth === 0 ? 'name' : `${field} { ${nested(field, depth - 1)} }`);

describe('an error', () => {
  it('of the domain goes out as its code, parameters and field', async () => {
    const { body } = await send('{ refused }');
    expect(body.errors).toEqual([{ message: 'PROBE_REFUSED', path: ['refused'], locations: [expect.anything()], extensions: { code: 'PROBE_REFUSED', params: { max: 3 }, field: 'depth' } }]);
  });

  it('that nobody expected goes out as INTERNAL without a word of it, and into the log with all', async () => {
    const { body } = await send('{ broken }');
    expect(body.errors).toEqual([{ message: 'INTERNAL', path: ['broken'], locations: [expect.anything()], extensions: { code: 'INTERNAL' } }]);
    expect(server.log.join()).toMatch(/hunter2.*A resolver failed/);
  });

  it.each([
    ['no GraphQL', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of another type', 'query ($first: Int!) { probes(first: $first) { name } }', { first: 'many' }, 'BAD_USER_INPUT'],
    ['a variable that is missing', 'query ($first: Int!) { probes(first: $first) { name } }', {}, 'BAD_USER_INPUT'],
    ['a time that cannot be read', 'query ($at: DateTime!) { moment(at: $at) }', { at: 'tomorrow' }, 'BAD_USER_INPUT'],
    ['a time that no database takes', 'query ($at: DateTime!) { moment(at: $at) }', { at: '-271821-04-20T00:00:00.000Z' }, 'BAD_USER_INPUT'],
    ['a time that cannot be read, in the text', '{ moment(at: "") }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an operation that is not there', '', {}, 'BAD_REQUEST'],
  ])('of a client that sends %s says what is wrong', async (_what, query, variables, code) => {
    expect(await codeOf(query, variables)).toBe(code);
  });
});

describe('the limits of an operation', () => {
  it.each([
    ['12 deep', `{ probe { ${nested('inner', 10)} } }`],
    ['15 aliases', `{ ${Array.from({ length: 15 }, (_, i) => `a${i}: probe { name }`).join(' ')} }`],
    ['a page of 50', '{ probes(first: 50) { name } }'],
    ['one change', 'mutation { change }'],
    ['lists in lists of a fair size', '{ probes(first: 50) { many { many { name } } } }'],
  ])('let in %s', async (_what, query) => {
    await expect(send(query)).resolves.toMatchObject({ status: 200, body: { data: expect.anything() } });
  });

  it.each([
    ['13 deep', `{ probe { ${nested('inner', 11)} } }`, 'QUERY_TOO_DEEP'],
    ['too deep by fragments', `{ probe { ...A } } fragment A on Probe { inner { inner { inner { inner { ...B } } } } } fragment B on Probe { inner { inner { inner { inner { inner { inner { inner { name } } } } } } } }`, 'QUERY_TOO_DEEP'],
    ['fragments that hold themselves', '{ probe { ...A } } fragment A on Probe { inner { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['16 aliases', `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: probe { name }`).join(' ')} }`, 'QUERY_TOO_MANY_ALIASES'],
    ['two changes', 'mutation { change again: change }', 'QUERY_CHANGES_TWICE'],
    ['changes behind a fragment', 'mutation { ...A } fragment A on Mutation { change again: change }', 'QUERY_CHANGES_TWICE'],
    ['changes behind an inline fragment', 'mutation { ... { change again: change } }', 'QUERY_CHANGES_TWICE'],
    ['too much text', `{ ${'probe { name } '.repeat(1_300)} }`, 'QUERY_TOO_LONG'],
    ['a page too large', '{ probes(first: 51) { name } }', 'PAGE_TOO_LARGE'],
    ['a page far too large', '{ probes(first: 20000) { name } }', 'QUERY_TOO_COSTLY'],
    ['pages that cost too much together', `{ ${Array.from({ length: 6 }, (_, i) => `a${i}: probes(first: 50) { ${'many { name } '.repeat(25)} }`).join(' ')} }`, 'QUERY_TOO_COSTLY'],
    ['fragments that repeat each other without end', `{ ${Array.from({ length: 15 }, (_, i) => `a${i}: probe { ${'...A '.repeat(30)} }`).join(' ')} } fragment A on Probe { ${'name '.repeat(60)} }`, 'QUERY_TOO_COSTLY'],
  ])('refuse %s', async (_what, query, code) => {
    const { body } = await send(query);
    expect(body.errors?.[0]?.extensions.code).toBe(code);
    expect(body.data ?? null).toBeNull();
  });

  it('are told with the refusal, and with nothing else of the server', async () => {
    const { status, body } = await send(`{ ${Array.from({ length: 200 }, (_, i) => `a${i}: probe { name }`).join(' ')} }`);
    expect([status, body]).toEqual([400, { errors: [{ message: 'QUERY_TOO_MANY_ALIASES', extensions: { code: 'QUERY_TOO_MANY_ALIASES', params: { max: 15 } } }] }]);
  });

  it('take the cost by the variables that are given', async () => {
    const query = 'query ($first: Int!) { probes(first: $first) { name } }';
    expect(await codeOf(query, { first: 50 })).toBeUndefined();
    expect(await codeOf(query, { first: 20_000 })).toBe('QUERY_TOO_COSTLY');
  });

  it('refuse a body that is too large, before it is read', async () => {
    expect((await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'x'.repeat(201 * 1_024) }) })).status).toBe(413);
  });

  it.each([
    ['a form of another site', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ probe { name } }"}' }, ''],
    ['a link of another site', {}, '?query={probe{name}}'],
    ['many operations in one request', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[{"query":"{ probe { name } }"}]' }, ''],
  ])('refuse %s', async (_what, request, search) => {
    const response = await fetch(`${server.url}/graphql${search}`, request);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('"probe"');
  });
});

describe('the schema', () => {
  const INTROSPECTION = '{ __schema { queryType { name } } }';

  it.each([
    ['told while developing', {}, true],
    ['kept in production', { NODE_ENV: 'production', SAML_IDP_METADATA: './idp.xml', GRAPHQL_DOCUMENTS: 'any' }, false],
    ['told in production when asked for', { NODE_ENV: 'production', SAML_IDP_METADATA: './idp.xml', GRAPHQL_INTROSPECTION: 'true', GRAPHQL_DOCUMENTS: 'any' }, true],
  ])('is %s', async (_what, env, told) => {
    const own = await startTestServer([platformDomain], { modules: [ProbeModule], env });
    const { body } = await send(INTROSPECTION, {}, own);
    await own.stop();

    expect(body.data ?? null).toEqual(told ? { __schema: { queryType: { name: 'Query' } } } : null);
    if (!told) expect(body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('documents of the pages', () => {
  const known = '{ probe { name } }';
  const hash = createHash('sha256').update(known).digest('hex');
  const documents = new Map([[hash, known]]);
  const named = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
  let trusting: TestServer, open: TestServer;

  beforeAll(async () => {
    [trusting, open] = [
      await startTestServer([platformDomain], { modules: [ProbeModule], documents, env: { GRAPHQL_DOCUMENTS: 'trusted' } }),
      await startTestServer([platformDomain], { modules: [ProbeModule], documents }),
    ];
  });
  afterAll(() => Promise.all([trusting.stop(), open.stop()]));

  const post = async (to: TestServer, body: object) => {
    const response = await fetch(`${to.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as Answer['body']) };
  };
  const refusal = (code: string) => ({ status: 400, errors: [{ message: code, extensions: { code, params: {} } }] });

  it('are run by their hash alone, whether others are taken or not', async () => {
    for (const to of [trusting, open]) expect(await post(to, named(hash))).toMatchObject({ status: 200, data: { probe: { name: expect.any(String) } } });
  });

  it('are the only ones where the server trusts no others: not as text, not as text beside a hash, not in a list', async () => {
    for (const body of [{ query: known }, { query: '{ probes(first: 1) { name } }', ...named(hash) }, { query: '' }, {}]) {
      expect(await post(trusting, body)).toEqual(refusal('DOCUMENT_NOT_TRUSTED'));
    }
    expect(await post(trusting, [{ query: known }])).toMatchObject({ status: 400, errors: [expect.anything()] });
    expect((await fetch(`${trusting.url}/graphql?query=${encodeURIComponent(known)}`, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(400);
    expect(await post(open, { query: known })).toMatchObject({ status: 200 });
  });

  it.each([['of another version', 'a'.repeat(64)], ['that is none', 'constructor']])('are refused by a code of its own when the hash is one %s', async (_what, sha256Hash) => {
    for (const to of [trusting, open]) expect(await post(to, named(sha256Hash))).toEqual(refusal('DOCUMENT_UNKNOWN'));
  });

  it('are asked for in production, unless told otherwise', () => {
    const production = { NODE_ENV: 'production', SAML_IDP_METADATA: './idp.xml' };
    expect([Config.of({}), Config.of(production), Config.of({ ...production, GRAPHQL_DOCUMENTS: 'any' })].map((config) => config.trustedDocumentsOnly)).toEqual([false, true, false]);
  });
});
