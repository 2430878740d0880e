import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, MembershipEntity, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { FileEntity, mediaDomain } from '@parvis/media/server';
import { aPdf, MediaFolder, upload } from '@parvis/media/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';

const folder = new MediaFolder();
let api: TestApi;
let writer: PersonEntity, colleague: PersonEntity;
let community: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain], {
    env: { PARVIS_DATA_DIR: folder.path },
  });
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});
beforeEach(async () => {
  writer = await aPerson().save(api.manager);
  colleague = await aPerson().named('Grace Hopper').save(api.manager);
  community = await aCommunity().named('Compilers').being('closed').with(writer, colleague).save(api.manager);
});

const body = richTextOf('The first machine that reads words');
const save = (subject: string, change: object = {}) =>
  api.as(writer).send('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { outcome } }', { input: { subject, version: randomUUID(), basedOn: [], key: randomUUID(), body, ...change } });
const read = async (subject: string) =>
  (await api.as(writer).send<{ draft: { isFinished: boolean; body: object | null; about: object | null } }>('query ($subject: String!) { draft(subject: $subject) { isFinished body about { title personName path } } }', { subject })).draft;
const publish = async (by: PersonEntity, input: object = {}) =>
  (await api.as(by).send<{ createPost: { id: string; attachments: { id: string }[] } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id attachments { id } } }', { input: { key: randomUUID(), communityId: community.id, body, ...input } })).createPost;
const comment = async (by: PersonEntity, postId: string) =>
  (await api.as(by).send<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'post', id: postId }, body: richTextOf('So do I') } })).addComment;

describe('what a draft is about', () => {
  it('is told to who may see it, and where writing goes on', async () => {
    const { id } = await publish(colleague);
    const reply = await comment(colleague, id);
    const seen = { title: 'The first machine that reads words', personName: 'Grace Hopper', path: `/posts/${id}` };
    const cases: [string, object][] = [
      ['post.home', { title: null, personName: null, path: '/' }],
      [`post.community.${community.id}`, { title: 'Compilers', personName: null, path: `/communities/${community.id}` }],
      [`comment.${id}`, seen],
      [`edit.post.${id}`, seen],
      [`reply.${reply.id}`, { title: 'So do I', personName: 'Grace Hopper', path: `/posts/${id}#comment-${reply.id}` }],
    ];
    for (const [subject, about] of cases) {
      await save(subject);
      expect((await read(subject)).about).toEqual(about);
    }
  });

  it('is told no more once it is out of sight: their own words are left', async () => {
    const { id } = await publish(colleague);
    const reply = await comment(colleague, id);
    const subjects = [`post.community.${community.id}`, `comment.${id}`, `reply.${reply.id}`];
    for (const subject of subjects) await save(subject);
    await api.manager.delete(MembershipEntity, { communityId: community.id, personId: writer.id });
    for (const subject of subjects) expect(await read(subject)).toEqual({ isFinished: false, body, about: null });
  });
});

describe('a post that was a draft', () => {
  it('takes its files, and leaves no draft', async () => {
    const { file } = await upload(api, writer, { bytes: aPdf(), name: 'plan.pdf' });
    const key = randomUUID();
    await save('post.home', { key, fileIds: [file.id] });
    expect((await publish(writer, { key, attachmentIds: [file.id] })).attachments).toEqual([{ id: file.id }]);
    expect(await read('post.home')).toMatchObject({ isFinished: true, body: null });
    expect((await api.manager.findOneByOrFail(FileEntity, { id: file.id })).attachedType).toBe('post');
  });

  it('is scheduled with its files, and leaves no draft either', async () => {
    const { file } = await upload(api, writer, { bytes: aPdf(), name: 'plan.pdf' });
    const input = { key: randomUUID(), communityId: community.id, body, attachmentIds: [file.id] };
    await save('post.home', { key: input.key, fileIds: [file.id] });
    await api.as(writer).send('mutation ($input: CreatePostInput!, $at: DateTime!) { schedulePost(input: $input, publishAt: $at) { id } }', { input, at: new Date(Date.now() + 3_600_000) });
    expect(await read('post.home')).toMatchObject({ isFinished: true });
    expect((await api.manager.findOneByOrFail(FileEntity, { id: file.id })).attachedType).toBe('scheduled-post');
  });

  it('that was refused leaves the draft and its files as they were', async () => {
    const { file } = await upload(api, writer, { bytes: aPdf(), name: 'plan.pdf' });
    const key = randomUUID();
    await save('post.home', { key, fileIds: [file.id] });
    await api.manager.delete(MembershipEntity, { communityId: community.id, personId: writer.id });
    await expect(publish(writer, { key, attachmentIds: [file.id] })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
    expect(await read('post.home')).toMatchObject({ isFinished: false, body });
    expect((await api.manager.findOneByOrFail(FileEntity, { id: file.id })).attachedType).toBe('draft');
  });
});
