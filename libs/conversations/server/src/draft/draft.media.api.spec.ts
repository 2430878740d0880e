import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { FileEntity } from '@parvis/media/server';
import { aPdf, download, MediaFolder, upload } from '@parvis/media/server/testing';
import { newId } from '@parvis/platform/server';
import { draftsOf } from '../testing/draft-api.ts';
import { startTalk } from '../testing/talk-api.ts';
import { DraftService, draftsKeptDays } from './draft.service.ts';

const folder = new MediaFolder();
let api: TestApi;
let writer: PersonEntity, colleague: PersonEntity;

beforeAll(async () => void (api = await startTalk({ PARVIS_DATA_DIR: folder.path })));
afterAll(async () => {
  await api.stop();
  folder.remove();
});
beforeEach(async () => {
  [writer, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

const mine = () => draftsOf(api, writer);
const aFile = async (by = writer) => (await upload(api, by, { bytes: aPdf(), name: 'plan.pdf' })).file;
const statusFor = async (person: PersonEntity | null, url: string) => (await download(api, person, url)).status;
const ownerOf = async (id: string) => (await api.manager.findOneByOrFail(FileEntity, { id })).attachedType;

describe('the files of a draft', () => {
  it('stay with it, in their order, and are its writer’s alone', async () => {
    const [one, two] = [await aFile(), await aFile()];
    const { files, version } = await mine().kept({ fileIds: [two.id, one.id] });
    expect(files.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect([await statusFor(writer, one.url), await statusFor(colleague, one.url), await statusFor(null, one.url)]).toEqual([200, 404, 401]);
    expect(await ownerOf(one.id)).toBe('draft');

    await mine().kept({ basedOn: [version], fileIds: [one.id] });
    expect([(await mine().read())?.files.map(({ id }) => id), await ownerOf(two.id)]).toEqual([[one.id], null]);
  });

  it('that are a colleague’s, of another draft, or gone are passed over: the words are kept', async () => {
    const [theirs, elsewhere, own] = [await aFile(colleague), await aFile(), await aFile()];
    await mine().kept({ subject: 'post.other', fileIds: [elsewhere.id] });
    const { files } = await mine().kept({ fileIds: [theirs.id, elsewhere.id, newId(), own.id] });
    expect(files.map(({ id }) => id)).toEqual([own.id]);
    expect([await statusFor(writer, theirs.url), await statusFor(colleague, theirs.url)]).toEqual([404, 200]);
  });

  it('are let go with it: by hand, and by the sweep', async () => {
    const [dropped, old] = [await aFile(), await aFile()];
    const { version } = await mine().kept({ subject: 'post.dropped', fileIds: [dropped.id] });
    await mine().throwAway('post.dropped', [version]);
    expect(await ownerOf(dropped.id)).toBeNull();

    await mine().kept({ subject: 'post.old', fileIds: [old.id] });
    await api.app.get(DraftService, { strict: false }).sweep(new Date(Date.now() + (draftsKeptDays + 1) * 24 * 3_600_000));
    expect(await statusFor(writer, old.url)).toBe(404);
  });
});
