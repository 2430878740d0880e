import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { GuardedFetch, type GuardedFetchParts, type Resolved } from './guarded-fetch.ts';

/** 127.0.0.1 plays a machine on the internet, 127.0.0.2 one of the company: Linux answers on both. */
const outside = '127.0.0.1';
const inside = '127.0.0.2';
const wish = { accept: 'text/html', maxBytes: 1_000, timeoutMs: 1_000 };

let server: Server;
let port: number;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let reached: string[];

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = createServer((request, response) => {
    reached.push(`${request.socket.localAddress} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  ({ port } = server.address() as AddressInfo);
  hello();
});
afterEach(hello);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function hello() {
  reached = [];
  answer = (_request, response) => void response.setHeader('content-type', 'text/html').end('<title>Hello</title>');
}

const to = (...addresses: string[]): Resolved[] => addresses.map((address) => ({ address, family: 4 }));
const names: Record<string, Resolved[]> = { 'outside.test': to(outside), 'inside.test': to(inside), 'both.test': to(outside, inside) };
const known = async (host: string): Promise<Resolved[]> => names[host] ?? [];

const aGuard = (parts: Partial<GuardedFetchParts> = {}) => new GuardedFetch({ hosts: null, ports: [String(port)], resolve: known, isPublic: (address) => address === outside, ...parts });
const get = (address: string, parts?: Partial<GuardedFetchParts>) => aGuard(parts).get(address.replace('PORT', String(port)), wish);

describe('a page on the internet', () => {
  it('is fetched, from the address that was checked', async () => {
    const page = await get('http://outside.test:PORT/page');
    expect(page).toMatchObject({ contentType: 'text/html', isCut: false });
    expect(page?.bytes.toString()).toBe('<title>Hello</title>');
    expect(reached).toEqual([`${outside} /page`]);
  });

  it('is followed three times, no more', async () => {
    answer = (request, response) => void response.writeHead(302, { location: `/${Number(request.url?.slice(1)) - 1}` }).end();
    await get('http://outside.test:PORT/9');
    expect(reached).toHaveLength(4);
  });

  it('is cut where it is too long', async () => {
    answer = (_request, response) => {
      const write = () => response.writable && response.write('x'.repeat(10_000), write);
      write();
    };
    const page = await get('http://outside.test:PORT/');
    expect([page?.bytes.length, page?.isCut]).toEqual([1_000, true]);
  });

  it('that takes too long is given up, also when it goes on drop by drop', async () => {
    answer = (_request, response) => {
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    };
    const began = Date.now();
    expect(await get('http://outside.test:PORT/')).toBeNull();
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it.each([
    ['is packed, though we asked for plain bytes', (response: ServerResponse) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('bomb')],
    ['is an error', (response: ServerResponse) => response.writeHead(500).end('<title>no</title>')],
    ['redirects to nowhere', (response: ServerResponse) => response.writeHead(302).end()],
    ['hangs up', (response: ServerResponse) => response.destroy()],
  ])('gives nothing when it %s', async (_what, respond) => {
    answer = (_request, response) => void respond(response);
    expect(await get('http://outside.test:PORT/')).toBeNull();
  });

  it('is told nothing of who asks', async () => {
    let headers: IncomingMessage['headers'] = {};
    answer = (request, response) => {
      ({ headers } = request);
      response.end();
    };
    await get('http://outside.test:PORT/');
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });
});

describe('nothing reaches', () => {
  it.each([
    ['an address of the company', 'http://127.0.0.2:PORT/'],
    ['a name that leads there', 'http://inside.test:PORT/'],
    ['a name that leads there among others', 'http://both.test:PORT/'],
    ['a name that leads nowhere', 'http://unknown.test:PORT/'],
    ['an address written as one number', 'http://2130706434:PORT/'],
    ['an address written in octal', 'http://0177.0.0.2:PORT/'],
    ['an address written in hexadecimal', 'http://0x7f.0.0.0x2:PORT/'],
    ['an address that is too short', 'http://127.2:PORT/'],
    ['an address in full-width digits', 'http://１２７.０.０.２:PORT/'],
    ['IPv6 of this machine', 'http://[::1]:PORT/'],
    ['IPv6 that stands for IPv4', 'http://[::ffff:127.0.0.2]:PORT/'],
    ['every address of this machine', 'http://0.0.0.0:PORT/'],
    ['another port', 'http://outside.test:22/'],
    ['an address with a password', 'http://root:secret@outside.test:PORT/'],
    ['a file', 'file:///etc/passwd'],
    ['another protocol', 'gopher://outside.test:PORT/'],
    ['what is no address', 'outside.test'],
  ])('%s: %s', async (_what, address) => {
    expect(await get(address)).toBeNull();
    expect(reached).toEqual([]);
  });

  it.each(['http://127.0.0.2:PORT/secret', 'http://inside.test:PORT/secret', 'http://[::ffff:7f00:2]:PORT/', 'file:///etc/passwd', '//2130706434:PORT/'])('a redirect to %s', async (target) => {
    answer = (_request, response) => void response.writeHead(302, { location: target.replace('PORT', String(port)) }).end();
    expect(await get('http://outside.test:PORT/')).toBeNull();
    expect(reached).toEqual([`${outside} /`]);
  });

  it('a name that changes its mind between two questions: what was checked is what is connected to', async () => {
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return to(asked.length === 1 ? outside : inside);
    };
    answer = (_request, response) => void response.writeHead(302, { location: '/again' }).end();

    expect(await get('http://rebinding.test:PORT/', { resolve })).toBeNull();
    expect(asked).toEqual(['rebinding.test', 'rebinding.test']);
    expect(reached).toEqual([`${outside} /`]);
  });

  it('this machine by the real rule', async () => {
    const real = new GuardedFetch({ hosts: null, ports: [String(port)] });
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '169.254.169.254']) expect(await real.get(`http://${host}:${port}/`, wish)).toBeNull();
    expect(reached).toEqual([]);
  });
});

describe('a list of hosts', () => {
  const listed = () => ({ hosts: [`inside.test:${port}`], isPublic: () => false });

  it('is the only way to a machine of the company', async () => {
    expect(await get('http://inside.test:PORT/', listed())).not.toBeNull();
    expect(reached).toEqual([`${inside} /`]);
  });

  it.each(['http://outside.test:PORT/', 'http://127.0.0.2:PORT/', 'http://sub.inside.test:PORT/', 'http://inside.test.evil.test:PORT/', 'http://inside.test/'])('leaves all else out: %s', async (address) => {
    expect(await get(address, { ...listed(), isPublic: () => true })).toBeNull();
    expect(reached).toEqual([]);
  });

  it('holds for redirects too', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: `http://outside.test:${port}/` }).end();
    expect(await get('http://inside.test:PORT/', listed())).toBeNull();
    expect(reached).toEqual([`${inside} /`]);
  });
});
