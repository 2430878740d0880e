import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, type TestApi } from '@parvis/identity/server/testing';
import { richTextOf } from '../rich-text/rich-text.ts';
import { aDraft, draftsOf, SAVE_DRAFT, THROW_AWAY } from '../testing/draft-api.ts';
import { comment, startTalk } from '../testing/talk-api.ts';
import { maxDraftKb } from './draft-content.ts';
import { DraftEntity } from './draft.entity.ts';
import { DraftService, draftsKeptDays, maxDrafts } from './draft.service.ts';

let api: TestApi;
let writer: PersonEntity, colleague: PersonEntity;

beforeAll(async () => void (api = await startTalk()));
afterAll(() => api.stop());
beforeEach(async () => {
  [writer, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

const words = (text: string) => ({ body: richTextOf(text) });
const mine = () => draftsOf(api, writer);

describe('a draft', () => {
  it('is found by its writer as it was left, wherever they are', async () => {
    const whole = { key: randomUUID(), place: randomUUID(), details: { title: 'T', kind: 'POLL', part: { options: ['a', ''] } }, unanswered: { body: richTextOf('sent'), place: null }, ...words('Half a sen') };
    await mine().kept(whole);
    expect(await mine().read()).toMatchObject({ ...whole, isFinished: false, earlierVersions: [] });
  });

  it('is known to nobody else, whatever their role, and touched by nobody else', async () => {
    const administrator = await aPerson().being('it').save(api.manager);
    const { version } = await mine().kept(words('For myself'));
    for (const other of [colleague, administrator]) {
      const theirs = draftsOf(api, other);
      expect([await theirs.read(), (await theirs.list()).edges]).toEqual([null, []]);
      expect(await theirs.throwAway('post.home', [version])).toBeNull();
      expect(await theirs.save({ basedOn: [version], ...words('Stolen') })).toEqual({ outcome: 'FINISHED', draft: null });
      await theirs.kept(words('Their own'));
    }
    expect(await mine().read()).toMatchObject({ version, ...words('For myself') });
  });

  it.each([
    ['read', '{ draft(subject: "post.home") { id } }', {}],
    ['listed', '{ drafts { edges { node { id } } } }', {}],
    ['saved', SAVE_DRAFT, { input: aDraft() }],
    ['thrown away', THROW_AWAY, { input: { subject: 'post.home', versions: [] } }],
  ])('is not %s without a session', async (_what, query, variables) => {
    await expect(api.anonymous().send(query, variables)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('may be blank, or too long to be published as yet, and loses what no database keeps', async () => {
    await mine().kept({ subject: 'post.home', body: { type: 'doc' }, details: { title: 'a\u0000b\ud800' } });
    await mine().kept({ subject: 'wiki.new', ...words('x'.repeat(30_000)) });
    expect(await mine().read()).toMatchObject({ body: { type: 'doc' }, details: { title: 'ab\ufffd' } });
  });

  it('does not keep the name of a community that it mentions: it is given to those who may know it', async () => {
    const secret = await aCommunity().named('Merger').being('secret').with(writer).save(api.manager);
    const mentioning = (label: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: secret.id, label, kind: 'community' } }] }] });
    await mine().kept({ body: mentioning('Merger') });
    expect((await mine().read())?.body).toEqual(mentioning('Merger'));
    await api.as(writer).send('mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }', { id: secret.id });
    expect(JSON.stringify((await mine().read())?.body)).not.toContain('Merger');
  });

  it('is listed, the last that was written first, page by page', async () => {
    for (const subject of ['post.a', 'post.b', 'post.c']) await mine().kept({ subject });
    const first = await mine().list({ first: 2 });
    expect(first.edges.map(({ node }) => node.subject)).toEqual(['post.c', 'post.b']);
    const rest = await mine().list({ first: 2, after: first.pageInfo.endCursor });
    expect([rest.edges.map(({ node }) => node.subject), rest.pageInfo.hasNextPage]).toEqual([['post.a'], false]);
  });
});

describe('two devices', () => {
  it('take turns: each save that was made from the one before is kept', async () => {
    const first = await mine().kept(words('Desk'));
    const second = await mine().kept({ key: first.key, basedOn: [first.version], ...words('Desk, then phone') });
    expect(second.earlierVersions).toEqual([first.version]);
    expect(await mine().read()).toMatchObject(words('Desk, then phone'));
  });

  it('lose no word: what was not made from what stands there is not written, and what stands there is told', async () => {
    const { key, version } = await mine().kept(words('Desk'));
    const phone = await mine().kept({ key, basedOn: [version], ...words('Phone') });
    expect(await mine().save({ key, basedOn: [version], ...words('Desk again') })).toMatchObject({ outcome: 'CHANGED', draft: { version: phone.version, ...words('Phone') } });
    expect(await mine().save(words('Begun without knowing'))).toMatchObject({ outcome: 'CHANGED', draft: words('Phone') });
    expect(await mine().read()).toMatchObject(words('Phone'));
  });

  it('that begin at the same moment leave one draft, and one of them is told', async () => {
    const saves = await Promise.all(['one', 'two', 'three'].map((text) => mine().save(words(text))));
    expect(saves.map(({ outcome }) => outcome).sort()).toEqual(['CHANGED', 'CHANGED', 'SAVED']);
  });

  it('may try again when an answer was lost, with the same save or with the next', async () => {
    const first = aDraft(words('One'));
    await mine().kept(first);
    expect(await mine().save(first)).toMatchObject({ outcome: 'SAVED', draft: { version: first.version, earlierVersions: [] } });
    const second = await mine().kept({ key: first.key, basedOn: [randomUUID(), first.version], ...words('One, two') });
    expect(second.earlierVersions).toEqual([first.version]);
  });

  it('remember the last 20 versions', async () => {
    let { version } = await mine().kept();
    for (let i = 0; i < 22; i += 1) ({ version } = await mine().kept({ basedOn: [version] }));
    const read = await mine().read();
    expect([read?.version, read?.earlierVersions.length]).toEqual([version, 20]);
  });
});

describe('what is finished', () => {
  let about: CommunityEntity;
  beforeEach(async () => void (about = await aCommunity().with(writer, colleague).save(api.manager)));

  it('is so on every device once it is published, and is not brought back by one that still shows it', async () => {
    const subject = `comment.${about.id}`;
    const { key, version } = await mine().kept({ subject, ...words('Well') });
    await comment(api, writer, about, { key });
    expect(await mine().read(subject)).toMatchObject({ isFinished: true, version, body: null, details: null, unanswered: null });
    expect((await mine().list()).edges).toEqual([]);
    expect(await mine().save({ subject, key, basedOn: [version], ...words('Well, once more') })).toMatchObject({ outcome: 'FINISHED', draft: { version, body: null } });
    expect(await mine().kept({ subject, ...words('Another thing') })).toMatchObject({ isFinished: false, earlierVersions: [version] });
  });

  it('stays when it could not be published, and when a colleague publishes under the same key', async () => {
    const subject = `comment.${about.id}`;
    const closed = await aCommunity().being('closed').save(api.manager);
    const { key } = await mine().kept({ subject });
    await expect(comment(api, writer, closed, { key })).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await comment(api, colleague, about, { key });
    expect(await mine().read(subject)).toMatchObject({ isFinished: false, ...words('First words') });
  });

  it('can be thrown away by who has seen it as it is', async () => {
    const { version } = await mine().kept(words('Desk'));
    const phone = await mine().kept({ basedOn: [version], ...words('Phone') });
    await expect(mine().throwAway('post.home', [version])).rejects.toMatchObject({ code: 'DRAFT_CHANGED' });
    expect(await mine().read()).toMatchObject(words('Phone'));
    expect(await mine().throwAway('post.home', [version, phone.version])).toEqual({ isFinished: true, body: null });
    expect(await mine().throwAway('post.home', [phone.version])).toEqual({ isFinished: true, body: null });
    expect(await mine().throwAway('post.never', [])).toBeNull();
  });

  it('is forgotten 90 days after the last change, and so is what was left alone', async () => {
    await mine().kept({ subject: 'post.old' });
    await mine().kept({ subject: 'post.young' });
    const daysAgo = (subject: string, days: number) => api.manager.update(DraftEntity, { personId: writer.id, subject }, { updatedAt: new Date(Date.now() - days * 24 * 3_600_000) });
    await daysAgo('post.old', draftsKeptDays + 1);
    await daysAgo('post.young', draftsKeptDays - 1);
    await api.app.get(DraftService, { strict: false }).sweep(new Date());
    expect([await mine().read('post.old'), (await mine().read('post.young'))?.isFinished]).toEqual([null, false]);
  });

  it('goes with the person', async () => {
    await mine().kept();
    await api.manager.query(`DELETE FROM session WHERE person_id = $1`, [writer.id]);
    await api.manager.query(`DELETE FROM membership WHERE person_id = $1`, [writer.id]);
    await api.manager.query(`DELETE FROM person WHERE id = $1`, [writer.id]);
    expect(await api.manager.countBy(DraftEntity, { personId: writer.id })).toBe(0);
  });
});

describe('limits', () => {
  it.each([
    ['a subject that is none', { subject: 'Post/../x' }, 'DRAFT_SUBJECT_INVALID', 'subject'],
    ['a long subject', { subject: `post.${'x'.repeat(100)}` }, 'DRAFT_SUBJECT_INVALID', 'subject'],
    ['a long place', { place: 'x'.repeat(101) }, 'DRAFT_INVALID', 'place'],
    ['details nested without end', { details: { part: JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`) } }, 'DRAFT_INVALID', 'details'],
    ['more than fits', { details: { title: 'é'.repeat((maxDraftKb * 1024) / 2) } }, 'DRAFT_TOO_LARGE', undefined],
    ['what the editor does not write', { body: { type: 'doc', content: [{ type: 'script' }] } }, 'RICH_TEXT_NOT_ALLOWED', 'body'],
    ['a version that is none', { version: '7' }, 'ID_INVALID', 'version'],
    ['a key that is none', { key: 'x' }, 'ID_INVALID', 'key'],
    ['files that are none', { fileIds: ['x'] }, 'ID_INVALID', 'attachmentIds'],
    ['a long history', { basedOn: Array.from({ length: 21 }, () => randomUUID()) }, 'TOO_MANY_ITEMS', 'basedOn'],
  ])('refuse %s, by name', async (_what, change, code, field) => {
    await expect(mine().save(change)).rejects.toMatchObject({ code, field });
    expect((await mine().list()).edges).toEqual([]);
  });

  it('leave room for fifty, and for those that are there already', async () => {
    for (let i = 0; i < maxDrafts; i += 1) await mine().kept({ subject: `post.n${i}` });
    await expect(mine().save({ subject: 'post.more' })).rejects.toMatchObject({ code: 'DRAFTS_TOO_MANY', params: { max: maxDrafts } });
    const known = await mine().read('post.n0');
    await mine().kept({ subject: 'post.n0', basedOn: [known?.version] });
    await mine().throwAway('post.n1', [(await mine().read('post.n1'))?.version ?? '']);
    await mine().kept({ subject: 'post.more' });
    await expect(mine().save({ subject: 'post.n1' })).rejects.toMatchObject({ code: 'DRAFTS_TOO_MANY' });
  });
});
