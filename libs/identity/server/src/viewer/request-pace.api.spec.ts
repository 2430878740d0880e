import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platformDomain } from '@parvis/platform/server';
import { identityDomain } from '../identity.domain.ts';
import { aPerson, TestApi } from '../testing/index.ts';
import { kindOf, mostAMinute, mostStrangersAMinute, RequestPace } from './request-pace.ts';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain], { env: { REQUEST_LIMITS: 'on' } });
});
afterAll(() => api.stop());

const question = JSON.stringify({ query: '{ viewer { person { id } } }' });
const ask = async (cookie: string) => {
  const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: question });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: (await response.json()) as { errors?: { extensions: unknown }[] } };
};
/** Many at once, but not all: the last answer of them. */
async function repeat(times: number, cookie: string): Promise<void> {
  for (let done = 0; done < times; done += 50) await Promise.all(Array.from({ length: Math.min(50, times - done) }, () => ask(cookie)));
}

describe('a person', () => {
  it('who asks without pause is told to wait, in seconds, and nobody else is', async () => {
    const [hurried, calm] = [await aPerson().save(api.manager), await aPerson().save(api.manager)];
    const cookie = await api.cookieOf(hurried.id);
    await repeat(mostAMinute.read, cookie);
    const refused = await ask(cookie);
    expect(refused).toMatchObject({ status: 429, body: { errors: [{ message: 'TOO_MANY_REQUESTS', extensions: { code: 'TOO_MANY_REQUESTS', params: { seconds: Number(refused.retryAfter) } } }] } });
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60);
    expect(await ask(await api.cookieOf(calm.id))).toMatchObject({ status: 200, retryAfter: null });
  });
});

describe('an address without a session', () => {
  it('is told to wait once it has asked too often', async () => {
    await repeat(mostStrangersAMinute, '');
    expect(await ask('')).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^\d+$/) });
  });

  it('may not begin sign-ins without pause either', async () => {
    const answers = new Map<number, number>();
    for (let done = 0; done < 1_250; done += 50) {
      const statuses = await Promise.all(Array.from({ length: 50 }, () => fetch(`${api.url}/saml/nowhere`).then(({ status }) => status)));
      for (const status of statuses) answers.set(status, (answers.get(status) ?? 0) + 1);
    }
    expect(answers).toEqual(new Map([[404, 1_200], [429, 50]]));
  });
});

describe('the pace', () => {
  it.each([
    ['mutation', 'publishPost', {}, 'change'],
    ['mutation', 'searchAgain', {}, 'change'],
    ['query', 'search', { text: 'pump' }, 'search'],
    ['query', 'people', { search: 'Ada' }, 'search'],
    ['query', 'people', { search: '' }, 'read'],
    ['query', 'feed', {}, 'read'],
  ])('takes a %s of %s %j as a %s', (operation, field, args, kind) => {
    expect(kindOf({ operation, field, args })).toBe(kind);
  });

  it('counts changes, searches and readings apart', () => {
    const pace = new RequestPace({ change: 1, search: 1, read: 1 }, 1);
    for (const kind of ['change', 'search', 'read'] as const) pace.person('ada', kind);
    expect(() => pace.person('ada', 'search')).toThrow('TOO_MANY_REQUESTS');
    expect(() => pace.person('grace', 'search')).not.toThrow();
  });
});
