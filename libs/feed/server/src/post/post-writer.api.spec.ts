import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { DelegationEntity, peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';

const POST = 'id author { id } writtenBy { id } viewerCanEdit viewerCanDelete';
const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { ${POST} } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ${POST} } }`;
const DELETE = 'mutation ($id: ID!) { deletePost(id: $id) }';
const ONE = `query ($id: ID!) { post(id: $id) { ${POST} } }`;

interface Written {
  createPost: { id: string };
}

let api: TestApi;
let executive: PersonEntity, delegate: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  executive = await aPerson().being('executive').save(api.manager);
  [delegate, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  await api.manager.insert(DelegationEntity, { id: newId(), executiveId: executive.id, delegateId: delegate.id, declaredById: executive.id, since: new Date(), until: null });
});

const write = (by: PersonEntity, change = {}) => api.as(by).send<Written>(CREATE, { input: { key: randomUUID(), body: richTextOf('Good news.'), onBehalfOfId: executive.id, ...change } });
const endDelegation = () => api.manager.query('UPDATE delegation SET until = now() WHERE executive_id = $1', [executive.id]);

describe('writing on behalf of an executive', () => {
  it('stands in the executive’s name and names who wrote it, for every reader', async () => {
    const { createPost } = await write(delegate);
    const both = { author: { id: executive.id }, writtenBy: { id: delegate.id } };
    expect(createPost).toMatchObject({ ...both, viewerCanEdit: true, viewerCanDelete: true });
    await expect(api.as(stranger).send(ONE, { id: createPost.id })).resolves.toMatchObject({ post: { ...both, viewerCanEdit: false, viewerCanDelete: false } });
    await expect(api.as(executive).send(ONE, { id: createPost.id })).resolves.toMatchObject({ post: { ...both, viewerCanEdit: true, viewerCanDelete: true } });
    await expect(write(delegate, { onBehalfOfId: null })).resolves.toMatchObject({ createPost: { author: { id: delegate.id }, writtenBy: null } });
  });

  it('is found under both names', async () => {
    const { createPost } = await write(delegate, { body: richTextOf('A zeppelin at last.') });
    const { search } = await api.as(stranger).send<{ search: { groups: { hits: object[] }[] } }>('{ search(text: "zeppelin") { groups { hits { id author { id } writtenBy { id } } } } }');
    expect(search.groups).toEqual([{ hits: [{ id: createPost.id, author: { id: executive.id }, writtenBy: { id: delegate.id } }] }]);
  });

  it.each([
    ['somebody to whom it was not declared', async () => stranger],
    ['a delegate whose delegation has ended', async () => (await endDelegation(), delegate)],
    ['the delegate of somebody who is no executive any more', async () => (await api.manager.update('person', executive.id, { roles: ['employee'] }), delegate)],
    ['the delegate of somebody who left', async () => (await api.manager.update('person', executive.id, { deactivatedAt: new Date() }), delegate)],
  ])('is refused to %s', async (_who, happens) => {
    await expect(write(await happens())).rejects.toMatchObject({ code: 'POST_NOT_DELEGATED', field: 'onBehalfOfId' });
  });

  it('refuses an id that is none, and a key that the executive has used', async () => {
    await expect(write(delegate, { onBehalfOfId: '1' })).rejects.toMatchObject({ code: 'ID_INVALID' });
    const key = randomUUID();
    await write(executive, { key, onBehalfOfId: null });
    await expect(write(delegate, { key })).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
  });

  it('in a community needs both to be members', async () => {
    const without = await aCommunity().with(delegate).save(api.manager);
    const withBoth = await aCommunity().with(delegate, executive).save(api.manager);
    await expect(write(delegate, { communityId: without.id })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
    await expect(write(delegate, { communityId: withBoth.id })).resolves.toBeTruthy();
  });

  it('lets the delegate change it and take it back until the delegation ends; the executive always', async () => {
    const [first, second] = [(await write(delegate)).createPost.id, (await write(delegate)).createPost.id];
    const edit = (by: PersonEntity, id: string) => api.as(by).send(EDIT, { input: { id, body: richTextOf('Better news.') } });
    await expect(edit(delegate, first)).resolves.toMatchObject({ editPost: { writtenBy: { id: delegate.id } } });
    await expect(edit(stranger, first)).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
    await expect(api.as(delegate).send(DELETE, { id: second })).resolves.toEqual({ deletePost: second });
    await endDelegation();
    await expect(edit(delegate, first)).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
    await expect(api.as(delegate).send(DELETE, { id: first })).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
    await expect(api.as(delegate).send(ONE, { id: first })).resolves.toMatchObject({ post: { viewerCanEdit: false, viewerCanDelete: false, writtenBy: { id: delegate.id } } });
    await expect(edit(executive, first)).resolves.toBeTruthy();
  });
});
