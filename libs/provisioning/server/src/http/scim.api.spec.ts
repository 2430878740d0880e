import { Rate } from '@parvis/platform/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../schema/attribute.ts';
import { enterpriseId } from '../schema/user.schema.ts';
import { ScimTestApi } from '../testing/scim-test-api.ts';

let scim: ScimTestApi;
beforeAll(async () => {
  scim = await ScimTestApi.start();
});
afterAll(() => scim.api.stop());

const bulkSchema = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const bulk = (Operations: unknown, more: object = {}) => scim.ask('POST', '/Bulk', { schemas: [bulkSchema], Operations, ...more });
const operations = (body: JsonObject) => body['Operations'] as (JsonObject & { status: string; location: string })[];

describe('what Parvis says of itself', () => {
  it('is what it does', async () => {
    expect(await scim.done('GET', '/ServiceProviderConfig')).toMatchObject({
      patch: { supported: true }, bulk: { supported: true, maxOperations: 200, maxPayloadSize: 1_048_576 }, filter: { supported: true, maxResults: 200 }, etag: { supported: true }, sort: { supported: true }, changePassword: { supported: false },
    });
    expect((await scim.done('GET', '/Schemas'))['Resources']).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'urn:ietf:params:scim:schemas:core:2.0:User' }), expect.objectContaining({ id: enterpriseId })]));
    expect(await scim.done('GET', `/Schemas/${enterpriseId}`)).toMatchObject({ name: 'EnterpriseUser', attributes: expect.arrayContaining([expect.objectContaining({ name: 'manager', type: 'complex', multiValued: false })]) });
    expect(await scim.done('GET', '/ResourceTypes/User')).toMatchObject({ endpoint: '/Users', schemaExtensions: [{ schema: enterpriseId, required: false }] });
  });

  it.each(['/Schemas/urn:nothing', '/ResourceTypes/Robot', '/Robots', '/Users/1/2', '/'])('has nothing at %s', async (path) => {
    expect(await scim.ask('GET', path)).toMatchObject({ status: 404, body: { status: '404' } });
  });

  it('has no /Me, since a token is nobody’s', async () => {
    expect((await scim.ask('GET', '/Me')).status).toBe(501);
  });
});

describe('a request', () => {
  it.each([
    ['nothing', ''],
    ['another word', `Basic ${'a'.repeat(43)}`],
    ['a made-up token', `Bearer parvis_scim_${'a'.repeat(43)}`],
    ['a very long token', `Bearer ${'a'.repeat(2_000)}`],
  ])('with %s is refused before anything is read', async (_what, authorization) => {
    for (const path of ['/Users', '/ServiceProviderConfig', '/Nothing']) {
      const answer = await scim.ask('GET', path, undefined, { authorization });
      expect(answer).toMatchObject({ status: 401, body: { status: '401' } });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    expect((await scim.ask('GET', '/Users')).status).toBe(200);
  });

  it('of somebody’s session is refused', async () => {
    const answer = await scim.ask('GET', '/Users', undefined, { authorization: '', cookie: await scim.api.cookieOf(scim.it.id) });
    expect(answer.status).toBe(401);
  });

  it('is written down when it is refused, once', async () => {
    const [{ refusals }] = await scim.api.manager.query(`SELECT count(*)::int AS refusals FROM audit_entry WHERE action = 'provisioning.refused'`);
    expect(refusals).toBe(1);
  });

  it('is refused when it is too large', async () => {
    const answer = await scim.ask('POST', '/Users', { userName: 'large', title: 'x'.repeat(1_100_000) });
    expect(answer).toMatchObject({ status: 413, body: { status: '413' } });
  });

  it('may call itself JSON', async () => {
    const body = JSON.stringify({ userName: 'plain', title: 'x'.repeat(200), nickName: 'y'.repeat(300_000) });
    expect((await scim.ask('POST', '/Users', body, { 'content-type': 'application/json' })).status).toBe(201);
    expect((await scim.ask('POST', '/Users', body, { 'content-type': 'text/plain' })).status).toBe(400);
  });
});

describe('a bulk request', () => {
  it('does one after the other, and names what was made before', async () => {
    const { status, body } = await bulk([
      { method: 'POST', path: '/Users', bulkId: 'report', data: { userName: 'report', [enterpriseId]: { manager: { value: 'bulkId:boss' } } } },
      { method: 'post', path: '/Users', bulkId: 'boss', data: { userName: 'boss' } },
      { method: 'PATCH', path: '/Users/bulkId:boss', data: { Operations: [{ op: 'replace', path: 'title', value: 'Head' }] } },
      { method: 'DELETE', path: '/Users/nobody' },
      { method: 'POST', path: '/Users', bulkId: 'twice', data: { userName: 'BOSS' } },
      { method: 'POST', path: '/Users', bulkId: 'lost', data: { userName: 'lost', [enterpriseId]: { manager: { value: 'bulkId:nobody' } } } },
      { method: 'GET', path: '/Users' },
      { method: 'POST', path: '/Robots', bulkId: 'robot', data: {} },
    ]);
    expect(status).toBe(200);
    expect(operations(body).map(({ status: of }) => of)).toEqual(['201', '201', '200', '404', '409', '409', '400', '404']);
    const [report, boss] = operations(body);
    const bossId = boss?.location.split('/').at(-1);
    expect(await scim.done('GET', `/Users/${report?.location.split('/').at(-1)}`)).toMatchObject({ [enterpriseId]: { manager: { value: bossId } } });
    expect(await scim.done('GET', `/Users/${bossId}`)).toMatchObject({ title: 'Head' });
  });

  it('stops after as many errors as it says', async () => {
    const gone = { method: 'DELETE', path: '/Users/nobody' };
    const { body } = await bulk([gone, gone, { method: 'POST', path: '/Users', bulkId: 'x', data: { userName: 'never' } }], { failOnErrors: 2 });
    expect(operations(body).map(({ status }) => status)).toEqual(['404', '404']);
    expect(await scim.found('userName eq "never"')).toEqual([]);
  });

  it('is refused when it holds too much or makes no sense', async () => {
    expect(await bulk(Array.from({ length: 201 }, () => ({ method: 'DELETE', path: '/Users/x' })))).toMatchObject({ status: 413, body: { scimType: 'tooMany' } });
    expect(await bulk({})).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } });
    expect((await bulk([])).status).toBe(200);
  });
});

describe('a rate', () => {
  it('lets so many through in a window, for each', () => {
    const rate = new Rate(2, 60_000);
    expect([rate.take('a', 0), rate.take('a', 1_000), rate.take('a', 2_000), rate.take('b', 2_000), rate.wait('a', 30_000), rate.take('a', 60_000)]).toEqual([0, 0, 58, 0, 30, 0]);
  });

  it('forgets the oldest when there are too many', () => {
    const rate = new Rate(1, 60_000, 2);
    for (const key of ['a', 'b', 'c']) rate.take(key, 0);
    expect([rate.wait('a', 1), rate.wait('b', 1)]).toEqual([0, 60]);
  });
});
