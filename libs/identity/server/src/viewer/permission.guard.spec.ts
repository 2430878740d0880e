import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config, DomainError, Public, SignedIn } from '@parvis/platform/server';
import { SessionCookie } from '../session/session-cookie.ts';
import type { Sessions } from '../session/sessions.ts';
import { EntryConditions } from './entry-conditions.ts';
import { PermissionGuard } from './permission.guard.ts';
import type { RequestWithViewer, Viewer } from './viewer.ts';

class Undeclared {
  read(): void {}

  @Public()
  open(): void {}
}

@SignedIn()
class Guarded {
  read(): void {}

  @Public()
  open(): void {}
}

const ada: Viewer = { personId: 'ada', sessionId: 'one', roles: ['employee'] };

/** Asks the guard as Nest does; tells how often the session was looked up. */
function asking(type: new () => object, method: string, headers: { cookie?: string } = {}, { isMet = true } = {}) {
  let lookups = 0;
  const conditions = new EntryConditions();
  conditions.register({ isMetBy: async () => isMet, refusal: () => new DomainError('NOT_YET'), page: '/first' });
  const sessions = { viewerOf: async (token: string) => ((lookups += 1), token === 'good' ? ada : null) } as unknown as Sessions;
  const guard = new PermissionGuard(new Reflector(), new SessionCookie(false), sessions, conditions, Config.of({ NODE_ENV: 'test' }));
  const request = { headers } as RequestWithViewer;
  const context = { getHandler: () => type.prototype[method], getClass: () => type, getType: () => 'http', switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  return { allowed: () => guard.canActivate(context), request, lookups: () => lookups };
}

describe('the guard', () => {
  it.each([
    ['what declares nothing, to whoever is signed in', Undeclared, 'read', { cookie: 'parvis=good' }, 'FORBIDDEN'],
    ['what declares nothing, to nobody signed in', Undeclared, 'read', {}, 'FORBIDDEN'],
    ['what needs a session, without one', Guarded, 'read', {}, 'UNAUTHENTICATED'],
    ['what needs a session, with one that is no more', Guarded, 'read', { cookie: 'parvis=old' }, 'UNAUTHENTICATED'],
    ['what needs a session, with the cookie of something else', Guarded, 'read', { cookie: 'other=good' }, 'UNAUTHENTICATED'],
    ['what needs a session, with a cookie that is too long', Guarded, 'read', { cookie: `parvis=${'x'.repeat(101)}` }, 'UNAUTHENTICATED'],
  ])('denies %s', async (_what, type, method, headers, code) => {
    await expect(asking(type, method, headers).allowed()).rejects.toMatchObject({ code });
  });

  it.each([
    ['what is public, to nobody signed in', Undeclared, 'open', {}],
    ['what is public within what needs a session', Guarded, 'open', {}],
    ['what needs a session, with one', Guarded, 'read', { cookie: 'other=1; parvis=good' }],
  ])('allows %s', async (_what, type, method, headers) => {
    await expect(asking(type, method, headers).allowed()).resolves.toBe(true);
  });

  it('denies what needs a session to whoever has not met a condition, and nothing else', async () => {
    const cookie = 'parvis=good';
    await expect(asking(Guarded, 'read', { cookie }, { isMet: false }).allowed()).rejects.toMatchObject({ code: 'NOT_YET' });
    await expect(asking(Guarded, 'open', { cookie }, { isMet: false }).allowed()).resolves.toBe(true);
    await expect(asking(Guarded, 'read', {}, { isMet: false }).allowed()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('looks the session up once for all resolvers of a request, found or not', async () => {
    const known = asking(Guarded, 'read', { cookie: 'parvis=good' });
    await known.allowed();
    await known.allowed();
    const unknown = asking(Guarded, 'read', { cookie: 'parvis=old' });
    await expect(unknown.allowed()).rejects.toBeTruthy();
    await expect(unknown.allowed()).rejects.toBeTruthy();

    expect(known.request.viewer).toBe(ada);
    expect([known.lookups(), unknown.lookups()]).toEqual([1, 1]);
  });

  it('looks it up once for fields that begin together, and gives them one viewer', async () => {
    const { allowed, lookups } = asking(Guarded, 'read', { cookie: 'parvis=good' });
    await Promise.all([allowed(), allowed(), allowed()]);
    expect(lookups()).toBe(1);
  });

  it('looks no session up for what is public', async () => {
    const open = asking(Guarded, 'open', { cookie: 'parvis=good' });
    await open.allowed();
    expect(open.lookups()).toBe(0);
  });
});
