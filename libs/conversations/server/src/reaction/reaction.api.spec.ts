import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { conversationsDomain } from '../conversations.domain.ts';
import { richTextOf } from '../rich-text/rich-text.ts';
import { CommunityTalkModule } from '../testing/community-talk.ts';

const SET = `mutation ($input: SetReactionInput!) { setReaction(input: $input) { subjectId reactions { kind count } viewerReaction } }`;
const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;
const READ = `query ($id: ID!) { community(id: $id) { conversation {
  reactions { kind count } viewerReaction comments { edges { node { reactions { kind count } viewerReaction } } }
} } }`;

interface Said {
  community: { conversation: { reactions: object[]; viewerReaction: string | null; comments: { edges: { node: { reactions: object[]; viewerReaction: string | null } }[] } } };
}

let api: TestApi;
let member: PersonEntity, other: PersonEntity, stranger: PersonEntity;
let secret: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain], { modules: [CommunityTalkModule] });
});
afterAll(() => api.stop());
beforeEach(async () => {
  [member, other, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  secret = await aCommunity().being('secret').with(member, other).save(api.manager);
});

const set = async (by: PersonEntity, kind: string | null, subject = { type: 'community', id: secret.id }) =>
  (await api.as(by).send<{ setReaction: object }>(SET, { input: { subject, kind } })).setReaction;
const read = async (viewer: PersonEntity) => (await api.as(viewer).send<Said>(READ, { id: secret.id })).community.conversation;

describe('reactions', () => {
  it('are set, changed and taken back, one for each person', async () => {
    const state = (reactions: object[], viewerReaction: string | null) => ({ subjectId: secret.id, reactions, viewerReaction });

    await expect(set(member, 'SUPPORT')).resolves.toEqual(state([{ kind: 'SUPPORT', count: 1 }], 'SUPPORT'));
    await expect(set(other, 'THANKS')).resolves.toEqual(state([{ kind: 'THANKS', count: 1 }, { kind: 'SUPPORT', count: 1 }], 'THANKS'));
    await expect(set(member, 'THANKS')).resolves.toEqual(state([{ kind: 'THANKS', count: 2 }], 'THANKS'));
    await expect(set(member, 'THANKS')).resolves.toEqual(state([{ kind: 'THANKS', count: 2 }], 'THANKS'));
    await expect(set(member, null)).resolves.toEqual(state([{ kind: 'THANKS', count: 1 }], null));
    await expect(set(member, null)).resolves.toEqual(state([{ kind: 'THANKS', count: 1 }], null));
    expect(await read(other)).toMatchObject({ reactions: [{ kind: 'THANKS', count: 1 }], viewerReaction: 'THANKS' });
  });

  it('keep one of two of the same person at the same moment', async () => {
    await Promise.all([set(member, 'AGREE'), set(member, 'THANKS'), set(member, 'SUPPORT')]);
    expect(await read(other)).toMatchObject({ reactions: [{ count: 1 }] });
  });

  it('can be to a comment, beside those to its subject', async () => {
    const input = { key: randomUUID(), subject: { type: 'community', id: secret.id }, body: richTextOf('Well said') };
    const { addComment } = await api.as(other).send<{ addComment: { id: string } }>(ADD, { input });
    const comment = { type: 'comment', id: addComment.id };

    await expect(set(member, 'INSIGHTFUL', comment)).resolves.toEqual({ subjectId: comment.id, reactions: [{ kind: 'INSIGHTFUL', count: 1 }], viewerReaction: 'INSIGHTFUL' });
    await expect(set(stranger, 'INSIGHTFUL', comment)).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    expect(await read(other)).toMatchObject({ reactions: [], viewerReaction: null, comments: { edges: [{ node: { reactions: [{ kind: 'INSIGHTFUL', count: 1 }], viewerReaction: null } }] } });

    await api.as(other).send(`mutation ($id: ID!) { deleteComment(id: $id) }`, { id: comment.id });
    await expect(set(member, 'AGREE', comment)).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
  });

  it('tell the state of the subject, however its id is written', async () => {
    await expect(set(member, 'AGREE', { type: 'community', id: secret.id.toUpperCase() })).resolves.toMatchObject({ subjectId: secret.id, reactions: [{ kind: 'AGREE', count: 1 }], viewerReaction: 'AGREE' });
  });

  it('are refused where one cannot see or may only read, and without a session', async () => {
    const open = await aCommunity().save(api.manager);

    await expect(set(stranger, 'AGREE')).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(set(stranger, 'AGREE', { type: 'community', id: open.id })).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
    await expect(api.anonymous().send(SET, { input: { subject: { type: 'community', id: secret.id }, kind: 'AGREE' } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await read(member)).toMatchObject({ reactions: [] });
  });

  it.each([
    ['a kind of subject that is not known', 'AGREE', { type: 'cat', id: randomUUID() }, 'SUBJECT_NOT_FOUND'],
    ['a subject that does not exist', 'AGREE', { type: 'community', id: randomUUID() }, 'SUBJECT_NOT_FOUND'],
    ['a subject whose id is none', 'AGREE', { type: 'comment', id: '17' }, 'SUBJECT_NOT_FOUND'],
    ['a reaction that does not exist', 'LOVE', { type: 'community', id: randomUUID() }, 'BAD_USER_INPUT'],
  ])('refuse %s, by name', async (_what, kind, subject, code) => {
    await expect(set(member, kind, subject)).rejects.toMatchObject({ code });
  });
});
