import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';

const ENDORSE = `mutation ($input: EndorseSkillInput!) { endorseSkill(input: $input) { id } }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;

let api: TestApi;
let writer: PersonEntity, endorser: PersonEntity, other: PersonEntity;
let secret: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [writer, endorser, other] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  secret = await aCommunity().being('secret').animatedBy(endorser).with(writer).save(api.manager);
  // At work, whenever the test runs.
  await change(writer, { hasQuietHours: false });
});

const { list, unread, change } = aNotificationReader(() => api);
async function endorse(thing: { type: string; id: string }, words = 'Welding'): Promise<string> {
  const { endorseSkill } = await api.as(endorser).send<{ endorseSkill: { id: string } }>(ENDORSE, { input: { personId: writer.id, words, thing } });
  await api.settled();
  return endorseSkill.id;
}
const aPostOf = (community: CommunityEntity | null = null) => aPost().by(writer).in(community).saying('Brazing without leaks').save(api.manager);

describe('whoever is recommended for a skill', () => {
  it('hears of it once, by whom, for which skill, and where what it is for stands', async () => {
    const post = await aPostOf();
    await endorse({ type: 'post', id: post.id });
    expect(await list(writer)).toMatchObject([
      { kind: 'RECOMMENDATION', happenedCount: 1, actors: [{ id: endorser.id }], target: { type: 'skill-endorsement', id: post.id, parent: { type: 'post', id: post.id }, title: 'Welding', extract: 'Brazing without leaks', community: null } },
    ]);
    expect([await list(endorser), await list(other)]).toEqual([[], []]);
  });

  it('is led to the very comment', async () => {
    const asked = await aPost().by(endorser).save(api.manager);
    const { addComment } = await api.as(writer).send<{ addComment: { id: string } }>(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id: asked.id }, body: richTextOf('Use silver.') } });
    await endorse({ type: 'comment', id: addComment.id });
    const told = (await list(writer)).find(({ kind }) => kind === 'RECOMMENDATION');
    expect(told?.target).toMatchObject({ id: addComment.id, parent: { type: 'post', id: asked.id }, extract: 'Use silver.' });
  });

  it('hears nothing more of what was taken back, deleted, or went out of their sight', async () => {
    const [kept, deleted, hidden] = [await aPostOf(), await aPostOf(), await aPostOf(secret)];
    const id = await endorse({ type: 'post', id: kept.id }, 'One');
    await endorse({ type: 'post', id: deleted.id }, 'Two');
    await endorse({ type: 'post', id: hidden.id }, 'Three');
    expect([(await list(writer)).map(({ target }) => target?.title), await unread(writer)]).toEqual([['Three', 'Two', 'One'], 3]);
    await api.as(writer).send('mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }', { id: secret.id });
    await api.as(writer).send('mutation ($id: ID!) { deletePost(id: $id) }', { id: deleted.id });
    expect([(await list(writer)).map(({ target }) => target?.title), await unread(writer)]).toEqual([['One'], 1]);
    await api.as(endorser).send('mutation ($id: ID!) { withdrawEndorsement(id: $id) { id } }', { id });
    expect([await list(writer), await unread(writer)]).toEqual([[], 0]);
  });

  it('is told nothing of what they may not see any more, nor once they turned it off', async () => {
    const hidden = await aPostOf(secret);
    await api.as(writer).send('mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }', { id: secret.id });
    await endorse({ type: 'post', id: hidden.id }, 'One');
    await change(writer, { offKinds: ['RECOMMENDATION'] });
    await endorse({ type: 'post', id: (await aPostOf()).id }, 'Two');
    await change(writer, { offKinds: [] });
    expect(await list(writer)).toEqual([]);
  });
});
