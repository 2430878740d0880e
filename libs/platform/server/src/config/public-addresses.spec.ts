import { describe, expect, it } from '@jest/globals';
import { Config } from './config.ts';

const config = (PARVIS_URL: string, PARVIS_OTHER_URLS = '', TRUST_PROXY = '') => Config.of({ PARVIS_URL, PARVIS_OTHER_URLS, TRUST_PROXY });
const both = config('https://intranet.corp/parvis', 'https://parvis.example.com/parvis, https://parvis.example.com:8443/parvis/');

describe('public addresses', () => {
  it.each([
    ['intranet.corp', 'https://intranet.corp/parvis'],
    ['parvis.example.com', 'https://parvis.example.com/parvis'],
    ['PARVIS.example.com:8443', 'https://parvis.example.com:8443/parvis'],
    ['evil.example', 'https://intranet.corp/parvis'],
    ['parvis.example.com.evil.example', 'https://intranet.corp/parvis'],
    ['parvis.example.com:1', 'https://intranet.corp/parvis'],
    [undefined, 'https://intranet.corp/parvis'],
  ])('that of %s is %s', (host, url) => {
    expect(both.addresses.at(host)).toBe(url);
  });

  it('is told by a proxy that leaves its port out', () => {
    expect(config('http://localhost:3000', 'http://parvis.corp:8080').addresses.at('parvis.corp')).toBe('http://parvis.corp:8080');
  });

  it.each([
    ['/parvis', '/'],
    ['/parvis/', '/'],
    ['/parvis?x=1', '/?x=1'],
    ['/parvis/communities/1?tab=2', '/communities/1?tab=2'],
    ['/parvisade', '/parvisade'],
    ['/communities/parvis', '/communities/parvis'],
    ['/graphql', '/graphql'],
  ])('%s is %s within', (address, within) => {
    expect(both.addresses.within(address)).toBe(within);
  });

  it('have one list of origins and one sub-path', () => {
    expect([...both.addresses.origins]).toEqual(['https://intranet.corp', 'https://parvis.example.com', 'https://parvis.example.com:8443']);
    expect([both.addresses.path, config('https://parvis.example.com/').addresses.path]).toEqual(['/parvis', '']);
  });

  it.each([
    ['another way', 'https://a.example', 'http://b.example', /^PARVIS_OTHER_URLS \("http:\/\/b.example"\) differs from PARVIS_URL by more than the host: start all of them with https:\/\/, and give all of them no sub-path/],
    ['another sub-path', 'https://a.example/parvis', 'https://b.example', /give all of them the sub-path \/parvis/],
    ['no address', 'https://a.example', 'b.example', /^PARVIS_OTHER_URLS .* not an address that starts with/],
    ['a question', 'https://a.example/?x', '', /^PARVIS_URL \("https:\/\/a.example\/\?x"\) has more than a host and a plain sub-path/],
    ['odd signs', 'https://a.example/par;vis', '', /^PARVIS_URL .* has more than a host/],
  ])('are refused for %s', (_what, url, others, fault) => {
    expect(() => config(url, others)).toThrow(fault);
  });
});

describe('TRUST_PROXY', () => {
  it.each<[string, string[]]>([
    ['', ['loopback']],
    ['loopback uniquelocal', ['loopback', 'uniquelocal']],
    ['none', []],
    ['loopback 203.0.113.0/24,2001:db8::1', ['loopback', '203.0.113.0/24', '2001:db8::1']],
  ])('« %s » is %j', (text, proxies) => {
    expect(config('https://a.example', '', text).proxies).toEqual(proxies);
  });

  it.each(['true', '1', 'proxy.corp', '10.0.0.0/0', '10.0.0.0/33', '0.0.0.0/0', 'none loopback', '10.0.0.1/8/8'])('« %s » is refused', (text) => {
    expect(() => config('https://a.example', '', text)).toThrow(/^TRUST_PROXY \(".*"\) is not valid: give addresses, networks/);
  });
});
