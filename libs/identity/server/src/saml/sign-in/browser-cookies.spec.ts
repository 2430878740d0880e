import { describe, expect, it } from '@jest/globals';
import type { CookieOptions, Request, Response } from 'express';
import { BrowserCookies } from './browser-cookies.ts';

function set(publicUrl: string): CookieOptions {
  let options: CookieOptions = {};
  const response = { cookie: (_name: string, _value: string, given: CookieOptions) => (options = given) };
  new BrowserCookies(publicUrl).setSecret(response as unknown as Response, '_0123456789abcdef0123', 'secret');
  return options;
}

describe('the cookie that ties an answer to the browser that asked', () => {
  it.each(['https://parvis.example', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://parvis.localhost'])('is sent with a form from another site at %s', (publicUrl) => {
    expect(set(publicUrl)).toMatchObject({ sameSite: 'none', secure: true, httpOnly: true, path: '/saml/acs' });
  });

  it('stays below the sub-path', () => {
    expect(set('https://intranet.corp/parvis')).toMatchObject({ path: '/parvis/saml/acs' });
  });

  it.each(['http://parvis.example', 'http://127.0.0.1.example', 'http://localhost.example'])('says nothing that the browser would drop it for at %s', (publicUrl) => {
    expect(set(publicUrl)).toEqual({ httpOnly: true, path: '/saml/acs', maxAge: 30 * 60_000 });
  });

  it('is one for each request', () => {
    const cookies = new BrowserCookies('https://parvis.example');
    const request = { headers: { cookie: 'parvis_saml_aaaaaaaaaaaaaaaa=one; parvis_saml_bbbbbbbbbbbbbbbb=two' } } as Request;
    const secretFor = cookies.secretFor(request);
    expect(secretFor(`_${'a'.repeat(40)}`)).toBe('one');
    expect(secretFor(`_${'b'.repeat(40)}`)).toBe('two');
    expect(secretFor(`_${'c'.repeat(40)}`)).toBeUndefined();
  });
});
