import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { DelegationEntity, peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';

let api: TestApi;
let author: PersonEntity, answerer: PersonEntity, third: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, answerer, third] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
});

function text(words: string, ...mentioned: PersonEntity[]) {
  const mentions = mentioned.map(({ id, displayName }) => ({ type: 'mention', attrs: { id, label: displayName } }));
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }, ...mentions] }] };
}
const post = async (body: object, communityId: string | null = null) =>
  (await api.as(author).send<{ createPost: { id: string } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: newId(), communityId, body } })).createPost.id;
const comment = async (by: PersonEntity, postId: string, body: object) =>
  (
    await api.as(by).send<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      input: { key: newId(), subject: { type: 'post', id: postId }, body },
    })
  ).addComment.id;
const react = (by: PersonEntity, subject: { type: string; id: string }, kind: string | null) =>
  api.as(by).send('mutation ($input: SetReactionInput!) { setReaction(input: $input) { __typename } }', { input: { subject, kind } });

const { told, unread, markRead, change } = aNotificationReader(() => api);

describe('somebody who is mentioned', () => {
  it('is told, in a post and in a comment, unless they may not read it', async () => {
    const closed = await aCommunity().being('closed').animatedBy(author).with(answerer).save(api.manager);
    const id = await post(text('Look at the valve, ', answerer, third), closed.id);
    const answer = await comment(answerer, id, text('I did, ', third, author));
    expect(await told(answerer)).toEqual([['MENTION', 'post', id, expect.stringContaining('Look at the valve')]]);
    // Mentioned in a comment of one's own post: told once, as that.
    expect(await told(author)).toEqual([['MENTION', 'comment', answer, expect.stringContaining('I did')]]);
    expect(await told(third)).toEqual([]);
  });

  it('by an edit is told of that, once, and nobody who was mentioned before is told again', async () => {
    const closed = await aCommunity().being('closed').animatedBy(author).with(answerer).save(api.manager);
    const [member] = (await people(api.manager, 1)) as [PersonEntity];
    const id = await post(text('Look at the valve, ', answerer), closed.id);
    await api.as(author).send('mutation ($communityId: ID!, $personId: ID!) { addCommunityMember(communityId: $communityId, personId: $personId) { id } }', { communityId: closed.id, personId: member.id });
    const edit = (...named: PersonEntity[]) => api.as(author).send('mutation ($input: EditPostInput!) { editPost(input: $input) { id } }', { input: { id, body: text('Look again, ', ...named) } });
    await edit(answerer, member, third, author);
    expect(await told(answerer)).toHaveLength(1);
    expect((await told(member))[0]).toEqual(['MENTION', 'post', id, expect.stringContaining('Look again')]);
    expect([await told(third), await told(author)]).toEqual([[], []]);

    await change(member, { hasQuietHours: false });
    await markRead(member, { upTo: 1_000 });
    await edit(answerer);
    await edit(answerer, member);
    await api.settled();
    expect(await unread(member)).toBe(0);
  });

  it('is not told what they wrote themselves, on behalf of somebody', async () => {
    const executive = await aPerson().being('executive').save(api.manager);
    await api.manager.insert(DelegationEntity, { id: newId(), executiveId: executive.id, delegateId: author.id, declaredById: executive.id, since: new Date(), until: null });
    await api.as(author).send('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: newId(), onBehalfOfId: executive.id, body: text('Thank you, ', author, third) } });
    expect((await told(third)).map(([kind]) => kind)).toEqual(['MENTION']);
    const { notifications } = await api.as(third).send<{ notifications: { edges: object[] } }>('{ notifications { edges { node { actors { id } target { writtenBy { id } } } } } }');
    expect(notifications.edges).toEqual([{ node: { actors: [{ id: executive.id }], target: { writtenBy: { id: author.id } } } }]);
    expect([await told(author), await told(executive)]).toEqual([[], []]);
  });
});

describe('what is said under a post', () => {
  it('is told to its author, and to those who spoke there before', async () => {
    const id = await post(text('Who knows this compressor?'));
    await comment(answerer, id, text('I do.'));
    await comment(third, id, text('So do I.'));
    expect(await told(author)).toEqual([['ANSWER', 'post', id, 'Who knows this compressor?']]);
    expect(await told(answerer)).toEqual([['REPLY', 'post', id, 'Who knows this compressor?']]);
    expect(await told(third)).toEqual([]);
  });

  it('is told to whoever follows the thread, and not to whoever muted it, be it the author', async () => {
    const id = await post(text('A long discussion.'));
    const state = (person: PersonEntity, is: string) =>
      api.dataSource.query('INSERT INTO thread_follow (subject_id, person_id, subject_type, state, since) VALUES ($1, $2, $3, $4, now())', [id, person.id, 'post', is]);
    await state(author, 'muted');
    await state(third, 'following');
    await comment(answerer, id, text('It goes on.'));
    expect(await told(third)).toEqual([['REPLY', 'post', id, 'A long discussion.']]);
    expect(await told(author)).toEqual([]);
  });

  it('is gone from their notifications with the post', async () => {
    const id = await post(text('A mistake.'));
    await comment(answerer, id, text('Indeed.'));
    expect(await told(author)).toHaveLength(1);
    await api.as(author).send('mutation ($id: ID!) { deletePost(id: $id) }', { id });
    expect(await told(author)).toEqual([]);
  });

  it('is not told by people, nor of communities, that one has muted', async () => {
    const community = await aCommunity().animatedBy(author).with(answerer, third).save(api.manager);
    const id = await post(text('Ready?'), community.id);
    await api.dataSource.query('INSERT INTO mute (id, person_id, muted_person_id, created_at) VALUES ($1, $2, $3, now())', [newId(), author.id, answerer.id]);
    await comment(answerer, id, text('Yes.'));
    expect(await told(author)).toEqual([]);
    await api.dataSource.query('INSERT INTO mute (id, person_id, community_id, created_at) VALUES ($1, $2, $3, now())', [newId(), answerer.id, community.id]);
    await comment(third, id, text('Yes.'));
    expect(await told(author)).toHaveLength(1);
    expect(await told(answerer)).toEqual([]);
  });
});

describe('a reaction', () => {
  it('is told to the author of a post or a comment, once for each person, and no more when it is taken back', async () => {
    const id = await post(text('The line runs again.'));
    const answer = await comment(answerer, id, text('Well done.'));
    await react(third, { type: 'post', id }, 'THANKS');
    await react(third, { type: 'comment', id: answer }, 'THANKS');
    expect(await told(author)).toEqual([['REACTION', 'post', id, 'The line runs again.'], ['ANSWER', 'post', id, 'The line runs again.']]);
    expect(await told(answerer)).toEqual([['REACTION', 'comment', answer, 'Well done.']]);

    await react(third, { type: 'comment', id: answer }, null);
    expect(await told(answerer)).toEqual([]);
    await api.as(author).send('mutation { markNotificationsRead(input: { upTo: 1000 }) { unreadCount } }');
    for (const kind of ['AGREE', 'THANKS']) await react(third, { type: 'post', id }, kind);
    await api.settled();
    const { notifications } = await api.as(author).send<{ notifications: { edges: unknown[] } }>('{ notifications(unreadOnly: true) { edges { cursor } } }');
    expect(notifications.edges).toEqual([]);
  });
});
