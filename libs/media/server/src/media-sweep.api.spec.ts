import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId, platformDomain } from '@parvis/platform/server';
import { MediaSweep } from './media-sweep.ts';
import { mediaDomain } from './media.domain.ts';
import { aPdf, aPng, MediaFolder, upload } from './testing/index.ts';

const folder = new MediaFolder();
let api: TestApi;
let ada: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain], { env: { PARVIS_DATA_DIR: folder.path } });
  ada = await aPerson().save(api.manager);
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

const sweep = () => api.app.get(MediaSweep, { strict: false }).run();
const aFile = async () => (await upload(api, ada, { bytes: aPdf(), name: 'a.pdf' })).file.id;
const change = (id: string, what: string) => api.manager.query(`UPDATE file SET ${what} WHERE id = $1`, [id]);
const statusOf = async (id: string): Promise<string> => (await api.manager.query('SELECT status FROM file WHERE id = $1', [id]))[0].status;

describe('the sweep', () => {
  it('removes the bytes of what nobody needs any more, and of nothing else', async () => {
    const [fresh, old, attached, deleted, cut] = [await aFile(), await aFile(), await aFile(), await aFile(), await aFile()];
    await change(old, `created_at = now() - interval '25 hours'`);
    await change(attached, `created_at = now() - interval '1 year', attached_type = 'note', attached_id = gen_random_uuid()`);
    await change(deleted, `attached_type = 'note', attached_id = gen_random_uuid(), deleted_at = now()`);
    await change(cut, `status = 'receiving', created_at = now() - interval '3 hours'`);

    expect(await sweep()).toBe(3);
    expect(await Promise.all([fresh, old, attached, deleted, cut].map(statusOf))).toEqual(['ready', 'removed', 'ready', 'removed', 'removed']);
    expect(folder.kept()).toEqual(['file', 'file']);
    expect(await sweep()).toBe(0);
  });

  it('removes all sizes of an image', async () => {
    const before = folder.kept();
    const { file } = await upload(api, ada, { bytes: await aPng({ width: 1500, height: 900 }), name: 'a.png' });
    expect(folder.kept()).toHaveLength(before.length + 3);
    await api.as(ada).send('mutation ($id: ID!) { deleteFile(id: $id) }', { id: file.id });
    await sweep();
    expect(folder.kept()).toEqual(before);
  });

  it('removes uploads that a crash left half-way, and leaves those under way', async () => {
    const incoming = join(folder.path, 'media/incoming');
    mkdirSync(incoming, { recursive: true });
    for (const name of ['old.part', 'new.part']) writeFileSync(join(incoming, name), 'x');
    const longAgo = new Date(Date.now() - 3 * 60 * 60 * 1000);
    utimesSync(join(incoming, 'old.part'), longAgo, longAgo);
    await sweep();
    expect(folder.onTheirWay()).toEqual(['new.part']);
  });

  it('may run twice at once', async () => {
    const id = await aFile();
    await change(id, `deleted_at = now(), key = '${newId()}'`);
    await Promise.all([sweep(), sweep()]);
    expect(await statusOf(id)).toBe('removed');
  });
});
