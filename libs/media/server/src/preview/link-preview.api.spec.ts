import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId, platformDomain, Transactions } from '@parvis/platform/server';
import sharp from 'sharp';
import { mediaDomain } from '../media.domain.ts';
import { aPhoto, download, MediaFolder } from '../testing/index.ts';
import { LinkPreviews } from './link-previews.ts';

interface Preview {
  id: string;
  url: string;
  title: string;
  description: string;
  siteName: string;
  imageUrl: string | null;
  imageWidth: number | null;
}

const query = 'query ($url: String!) { linkPreview(url: $url) { id url title description siteName imageUrl imageWidth } }';
const folder = new MediaFolder();
let api: TestApi;
let site: Server;
let base: string;
let pages: Record<string, { type?: string; body: string | Buffer }>;
let visits: string[];
let ada: PersonEntity;

beforeAll(async () => {
  site = createServer(({ url = '' }, response) => {
    visits.push(url);
    const page = pages[url];
    response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/html; charset=utf-8' }).end(page?.body ?? '');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  process.env['LINK_PREVIEW_HOSTS'] = `127.0.0.1:${port}`;
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain], { env: { PARVIS_DATA_DIR: folder.path } });
});
beforeEach(async () => {
  visits = [];
  pages = {};
  ada = await aPerson().save(api.manager);
});
afterAll(async () => {
  await api.stop();
  site.close();
  folder.remove();
});

const look = async (person: PersonEntity, path: string) => (await api.as(person).send<{ linkPreview: Preview | null }>(query, { url: path.startsWith('/') ? base + path : path })).linkPreview;

describe('a preview', () => {
  it('says what the page says, its picture fetched and encoded anew by us', async () => {
    pages = {
      '/story': { body: '<title>Plain</title><meta property="og:title" content="A story"><meta name="description" content="Of pumps"><meta property="og:site_name" content="Pump news"><meta property="og:image" content="/pump.jpg">' },
      '/pump.jpg': { type: 'image/jpeg', body: await aPhoto() },
    };
    const preview = await look(ada, '/story#chapter-2');

    expect(preview).toEqual({ id: expect.any(String), url: `${base}/story`, title: 'A story', description: 'Of pumps', siteName: 'Pump news', imageUrl: `/media/previews/${preview?.id}`, imageWidth: 480 });
    const picture = await download(api, ada, preview?.imageUrl ?? '');
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).exif).toBeUndefined();
    expect((await download(api, null, preview?.imageUrl ?? '')).status).toBe(401);
  });

  it('is remembered: the next one who asks costs the site nothing', async () => {
    pages = { '/once': { body: '<title>Once</title>' } };
    const first = await look(ada, '/once');
    const second = await look(await aPerson().save(api.manager), '/once');
    expect(second).toEqual(first);
    expect(visits).toEqual(['/once']);
  });

  it('is looked at once when many ask at the same moment', async () => {
    pages = { '/crowd': { body: '<title>Crowd</title>' } };
    await Promise.all(Array.from({ length: 5 }, () => look(ada, '/crowd')));
    expect(visits).toEqual(['/crowd']);
  });

  it.each([
    ['there is no such page', {}],
    ['it has no title', { '/p': { body: '<p>Hello</p>' } }],
    ['it is no page', { '/p': { type: 'application/json', body: '<title>No</title>' } }],
  ])('is null when %s', async (what, found) => {
    pages = Object.fromEntries(Object.entries(found).map(([, page]) => [`/${encodeURIComponent(what)}`, page]));
    expect(await look(ada, `/${encodeURIComponent(what)}`)).toBeNull();
  });

  it('goes without a picture when that is none', async () => {
    pages = { '/svg': { body: '<title>Drawn</title><meta property="og:image" content="/a.svg">' }, '/a.svg': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' } };
    expect(await look(ada, '/svg')).toMatchObject({ title: 'Drawn', imageUrl: null });
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://localhost/', 'http://[::1]/', 'ftp://example.com/', 'javascript:alert(1)', 'nonsense', `http://example.com/${'x'.repeat(3000)}`])('is null for %s', async (url) => {
    expect(await look(ada, url)).toBeNull();
  });

  it('is refused to whoever asks without end, except for what is known', async () => {
    pages = { '/known': { body: '<title>Known</title>' } };
    await look(ada, '/known');
    for (let i = 1; i < 30; i += 1) await look(ada, `/none-${i}`);
    await expect(look(ada, '/one-more')).rejects.toMatchObject({ code: 'PACE_EXCEEDED', params: { seconds: expect.any(Number) } });
    await expect(look(ada, '/known')).resolves.toMatchObject({ title: 'Known' });
  });

  it('is refused to nobody signed in', async () => {
    await expect(api.anonymous().send(query, { url: base })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('showing a preview', () => {
  const show = (id: string | null, noteId = newId()) => api.app.get(Transactions).run((tx) => api.app.get(LinkPreviews, { strict: false }).replace(tx, { type: 'note', id: noteId }, id));
  const exists = async (id: string) => (await api.manager.query('SELECT 1 FROM link_preview WHERE id = $1', [id])).length === 1;

  it('saves it from the sweep, picture included', async () => {
    pages = Object.fromEntries(['/kept', '/left'].map((path) => [path, { body: `<title>${path}</title><meta property="og:image" content="/pump.jpg">` }]));
    pages['/pump.jpg'] = { type: 'image/jpeg', body: await aPhoto() };
    const [kept, left] = [await look(ada, '/kept'), await look(ada, '/left')];
    await show(kept?.id ?? '');
    await api.manager.query(`UPDATE link_preview SET expires_at = now() - interval '2 days'`);
    await api.app.get(LinkPreviews, { strict: false }).sweep();

    expect([await exists(kept?.id ?? ''), await exists(left?.id ?? '')]).toEqual([true, false]);
    expect((await download(api, ada, kept?.imageUrl ?? '')).status).toBe(200);
    expect((await download(api, ada, left?.imageUrl ?? '')).status).toBe(404);
  });

  it('shows one at a time, and none when it is taken away', async () => {
    pages = { '/one': { body: '<title>One</title>' }, '/two': { body: '<title>Two</title>' } };
    const note = newId();
    const shown = async () => (await api.app.get(LinkPreviews, { strict: false }).attachedTo({ personId: ada.id, sessionId: newId(), roles: [] }, 'note', note))?.title ?? null;
    const titles = [await shown()];
    for (const path of ['/one', '/two', null]) {
      await show(path && ((await look(ada, path))?.id ?? ''), note);
      titles.push(await shown());
    }
    expect(titles).toEqual([null, 'One', 'Two', null]);
  });

  it('is refused for one that never was, or that shows nothing', async () => {
    await look(ada, '/nothing-there');
    const [empty] = await api.manager.query('SELECT id FROM link_preview WHERE url = $1', [`${base}/nothing-there`]);
    for (const id of [newId(), empty.id]) await expect(show(id)).rejects.toMatchObject({ code: 'LINK_PREVIEW_NOT_FOUND' });
    await expect(show('x')).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});
