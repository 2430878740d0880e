import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { CommentEntity } from '../comment/comment.entity.ts';
import { conversationsDomain } from '../conversations.domain.ts';
import { CommunityTalkModule } from '../testing/community-talk.ts';
import type { RichTextDocument } from './rich-text.ts';

const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id body } }`;
const READ = `query ($id: ID!) { conversationOf(id: $id) { comments { edges { node { body } } } } }`;
const nobody = '00000000-0000-0000-0000-000000000000';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain], { modules: [CommunityTalkModule] });
});
afterAll(() => api.stop());

const mentioning = (id: string, label: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id, label, kind: 'community' } }] }] });

describe('the mention of a community', () => {
  it('is its true name for those who may know of it, and nothing at all for others, now and later', async () => {
    const [insider, outsider] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const place = await aCommunity().with(insider, outsider).save(api.manager);
    const secret = await aCommunity().being('secret').with(insider).save(api.manager);
    const say = async (by: PersonEntity, body: object) => {
      const input = { key: randomUUID(), subject: { type: 'community', id: place.id }, body };
      return (await api.as(by).send<{ addComment: { id: string; body: object } }>(ADD, { input })).addComment;
    };
    const read = async (viewer: PersonEntity) => {
      const { conversationOf } = await api.as(viewer).send<{ conversationOf: { comments: { edges: { node: { body: object } }[] } } }>(READ, { id: place.id });
      return conversationOf.comments.edges.map(({ node }) => node.body);
    };

    const said = await say(insider, mentioning(secret.id, 'The Board'));
    expect(said.body).toEqual(mentioning(secret.id, secret.name));
    expect(await api.manager.findOneByOrFail(CommentEntity, { id: said.id })).toMatchObject({ body: mentioning(secret.id, ''), text: '@…' });
    expect(await read(insider)).toEqual([mentioning(secret.id, secret.name)]);
    expect(await read(outsider)).toEqual([mentioning(nobody, '')]);

    // A guess at an id tells nothing: what is secret and what does not exist are answered alike.
    expect((await say(outsider, mentioning(secret.id, 'x'))).body).toEqual(mentioning(nobody, ''));
    expect((await say(outsider, mentioning(randomUUID(), 'x'))).body).toEqual(mentioning(nobody, ''));
    await expect(api.as(insider).send(`mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }`, { id: secret.id })).resolves.toBeTruthy();
    expect((await read(insider))[0]).toEqual(mentioning(nobody, ''));
  });
});
