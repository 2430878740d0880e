import { describe, expect, it } from '@jest/globals';
import { returnAddress } from './return-to.ts';

describe('the page to return to', () => {
  it.each([
    ['/', 'https://parvis.example/'],
    ['/ideas/12?tab=votes#comment-3', 'https://parvis.example/ideas/12?tab=votes#comment-3'],
    ['/recherche?q=a%20b&x=//evil.example', 'https://parvis.example/recherche?q=a%20b&x=//evil.example'],
    ['/samlet', 'https://parvis.example/samlet'],
  ])('is %s', (asked, address) => {
    expect(returnAddress(asked, 'https://parvis.example')).toBe(address);
  });

  it.each([
    [undefined],
    [''],
    [['/a', '/b']],
    ['ideas'],
    ['https://evil.example/'],
    ['//evil.example/'],
    ['/\\evil.example/'],
    ['\\\\evil.example/'],
    ['/\t/evil.example/'],
    ['/\n/evil.example/'],
    [' //evil.example/'],
    ['/a\r\nSet-Cookie: x=y'],
    ['javascript:alert(1)'],
    ['/saml/login?returnTo=/saml/login'],
    ['/SAML/logout'],
    ['/saml'],
    [`/${'a'.repeat(3000)}`],
  ])('is the front page for %j', (asked) => {
    expect(returnAddress(asked, 'https://parvis.example')).toBe('https://parvis.example/');
  });

  it.each([
    ['/', 'https://intranet.corp/parvis/'],
    ['/parvis', 'https://intranet.corp/parvis/'],
    ['/ideas/12?x#y', 'https://intranet.corp/parvis/ideas/12?x#y'],
    ['/parvis/ideas/12', 'https://intranet.corp/parvis/ideas/12'],
    ['/parvis/../wiki', 'https://intranet.corp/parvis/wiki'],
    ['/parvisade', 'https://intranet.corp/parvis/parvisade'],
    ['/saml/login', 'https://intranet.corp/parvis/'],
    ['/parvis/saml/logout', 'https://intranet.corp/parvis/'],
    ['/..//evil.example', 'https://intranet.corp/parvis//evil.example'],
  ])('of a Parvis under a sub-path for %s is %s', (asked, address) => {
    expect(returnAddress(asked, 'https://intranet.corp/parvis')).toBe(address);
  });

  it.each(['/.//evil.example', '/a/..//evil.example', '/%2F/evil.example', '/..//..//evil.example', '/@evil.example'])('stays on the site for %s', (asked) => {
    expect(new URL(returnAddress(asked, 'https://parvis.example')).origin).toBe('https://parvis.example');
  });
});
