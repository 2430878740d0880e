import { describe, expect, it } from '@jest/globals';
import type { CookieOptions, Request, Response } from 'express';
import { BrowserCookies } from './browser-cookies.ts';

/** The three cookies, as they are set: their names and options. */
function setAll(publicUrl: string): Map<string, CookieOptions> {
  const all = new Map<string, CookieOptions>();
  const response = { cookie: (name: string, _value: string, given: CookieOptions) => all.set(name, given) } as unknown as Response;
  const cookies = new BrowserCookies(publicUrl);
  cookies.setSecret(response, '_0123456789abcdef0123', 'secret');
  cookies.setAttempts(response, '1');
  cookies.setProvider(response, 'provider');
  return all;
}

const set = (publicUrl: string): CookieOptions | undefined => [...setAll(publicUrl).values()][0];

describe('the cookie that ties an answer to the browser that asked', () => {
  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://parvis.localhost'])('is sent with a form from another site at %s', (publicUrl) => {
    expect(set(publicUrl)).toMatchObject({ sameSite: 'none', secure: true, httpOnly: true, path: '/saml/acs' });
  });

  it('is sent with a form from another site over https', () => {
    expect(set('https://parvis.example')).toMatchObject({ sameSite: 'none', secure: true, httpOnly: true });
  });

  it('stays below the sub-path', () => {
    expect(set('https://intranet.corp/parvis')).toMatchObject({ path: '/parvis/saml/acs' });
  });

  it.each(['http://parvis.example', 'http://127.0.0.1.example', 'http://localhost.example'])('says nothing that the browser would drop it for at %s', (publicUrl) => {
    expect(set(publicUrl)).toEqual({ httpOnly: true, path: '/saml/acs', maxAge: 30 * 60_000 });
  });

  it('is one for each request', () => {
    const cookies = new BrowserCookies('https://parvis.example');
    const request = { headers: { cookie: '__Host-parvis_saml_aaaaaaaaaaaaaaaa=one; __Host-parvis_saml_bbbbbbbbbbbbbbbb=two; parvis_saml_cccccccccccccccc=planted' } } as Request;
    const secretFor = cookies.secretFor(request);
    expect(secretFor(`_${'a'.repeat(40)}`)).toBe('one');
    expect(secretFor(`_${'b'.repeat(40)}`)).toBe('two');
    expect(secretFor(`_${'c'.repeat(40)}`)).toBeUndefined();
  });
});

describe('the small cookies of sign-in', () => {
  it.each([
    ['https://parvis.example', '__Host-', ['/', '/', '/']],
    ['https://intranet.corp/parvis', '__Secure-', ['/parvis/saml/acs', '/parvis/saml/login', '/parvis/saml/login']],
    ['http://parvis.example', '', ['/saml/acs', '/saml/login', '/saml/login']],
  ])('have at %s the prefix «%s» and the paths that it allows', (publicUrl, prefix, paths) => {
    const all = setAll(publicUrl);
    expect([...all.keys()]).toEqual([`${prefix}parvis_saml_0123456789abcdef`, `${prefix}parvis_attempts`, `${prefix}parvis_provider`]);
    expect([...all.values()].map((options) => options.path)).toEqual(paths);
    expect([...all.values()].map((options) => options.domain)).toEqual([undefined, undefined, undefined]);
    if (prefix) expect([...all.values()].map((options) => options.secure)).toEqual([true, true, true]);
  });

  it.each([
    ['https://parvis.example', '__Host-parvis_'],
    ['https://intranet.corp/parvis', '__Secure-parvis_'],
    ['http://localhost:3000', 'parvis_'],
  ])('are read at %s under the names that they were given', (publicUrl, start) => {
    const cookies = new BrowserCookies(publicUrl);
    const request = { headers: { cookie: `${start}attempts=1; ${start}provider=one` } } as Request;
    expect([cookies.readAttempts(request), cookies.readProvider(request)]).toEqual(['1', 'one']);
  });
});
