import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeController, ProbeModule } from '../testing/probe.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule], env: { LOG_LEVEL: 'info' } });
});
afterAll(() => server.stop());
beforeEach(() => void server.log.splice(0));

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });

describe('monitoring', () => {
  it('says that the process lives', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' });
  });

  it('is ready when the start has finished and the database answers', async () => {
    const status = async () => (await get('/readyz')).status;
    const own = await startTestServer([platformDomain], { modules: [ProbeModule] });
    const ready = async () => (await fetch(`${own.url}/readyz`)).status;

    expect([await status(), await ready()]).toEqual([503, 503]);
    own.app.get(Readiness).startFinished();
    expect(await ready()).toBe(200);
    await own.app.get(DataSource).destroy();
    expect(await ready()).toBe(503);
    expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
    await own.stop();
  });

  it('gives figures to Prometheus, by kinds of route and not by person', async () => {
    await get('/probe/01900000-0000-7000-8000-000000000000');
    await get('/healthz');
    const response = await get('/metrics');
    const text = await response.text();

    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toMatch(/parvis_http_request_seconds_count\{method="GET",route="\/healthz",status="2xx"\} \d/);
    expect(text).toMatch(/route="page",status="4xx"/);
    expect(text).toMatch(/^parvis_outbox_waiting 0$/m);
    expect(text).toMatch(/^parvis_sockets 0$/m);
    expect(text).not.toContain('01900000');
  });

  it('lets go of an application that is closed, which the observer of the garbage collector would keep', async () => {
    const own = await startTestServer([platformDomain], { modules: [ProbeModule] });
    const metrics = own.app.get(Metrics);
    expect(await metrics.text()).toContain('parvis_sockets');
    await own.stop();
    expect((await metrics.text()).trim()).toBe('');
  });
});

describe('an HTTP answer', () => {
  it.each([
    ['a refusal is its code', '/probe/refused', 400, { error: { code: 'PROBE_REFUSED', params: { max: 3 } } }],
    ['what is forbidden is 403', '/probe/forbidden', 403, { error: { code: 'FORBIDDEN', params: {} } }],
    ['a bug says nothing of itself', '/probe/broken', 500, expect.not.objectContaining({ message: expect.stringContaining('hunter2') })],
  ])('%s', async (_what, path, status, body) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(body);
  });

  it.each(['/healthz', '/socket.io/?EIO=4&transport=polling'])('keeps other sites and scripts out: %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*microphone=\(\)/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('tells browsers to come by https alone, for a year and below it too, where that is its address', async () => {
    const own = await startTestServer([platformDomain], { modules: [ProbeModule], env: { PARVIS_URL: 'https://parvis.example.com' } });
    const { headers } = await fetch(`${own.url}/healthz`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    await own.stop();
  });
});

describe('a request', () => {
  it.each([
    ['keeps a good id', 'abc-123_XYZ', 'abc-123_XYZ'],
    ['gets another for one too short', 'abc', expect.stringMatching(/^[0-9a-f-]{36}$/)],
    ['gets another for one that would break the log', 'abcdefgh ijkl', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ])('%s', async (_what, given, id) => {
    const { headers } = await get('/probe/refused', { 'x-request-id': given });
    expect(headers.get('x-request-id')).toEqual(id);
    expect(server.log.map((line) => JSON.parse(line).req?.id)).toContain(headers.get('x-request-id'));
  });

  it('is logged by method, path and status, without address, cookie, query, words or agent', async () => {
    const headers = { cookie: 'parvis=s3cret-token', 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Browser-of-Ada', 'content-type': 'application/json', referer: 'https://parvis/search?q=layoffs', authorization: 'Bearer s3cret-token' };
    await get('/probe/refused?q=layoffs&name=Ada', headers);
    await fetch(`${server.url}/graphql?q=layoffs`, { method: 'POST', headers, body: JSON.stringify({ query: '{ probe { name } refused }', variables: { text: 'layoffs of Ada' } }) });

    expect(server.log.map((line) => JSON.parse(line)).map(({ req, res }) => [req?.method, req?.path, res?.status])).toEqual([['GET', '/probe/refused', 400], ['POST', '/graphql', 200]]);
    expect(server.log.join()).not.toMatch(/layoffs|Ada|s3cret|203\.0|127\.0|Browser/);
  });

  it('of monitoring is not logged at all', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) await get(path);
    expect(server.log).toEqual([]);
  });
});

describe('stopping', () => {
  it('takes no new requests and lets those in flight finish', async () => {
    const own = await startTestServer([platformDomain], { modules: [ProbeModule] });
    own.app.get(Readiness).startFinished();
    const { begun, release } = ProbeController.hold();
    const takesMore = () => fetch(`${own.url}/readyz`).then(({ status }) => status === 200, () => false);

    const slow = fetch(`${own.url}/probe/slow`);
    await begun;
    expect(await takesMore()).toBe(true);
    const stopped = own.stop();
    while (await takesMore());
    release();

    expect((await slow).status).toBe(200);
    expect(await (await slow).json()).toEqual({ done: true });
    await stopped;
  });
});
