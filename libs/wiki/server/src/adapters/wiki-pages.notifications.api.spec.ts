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
import { wikiDomain } from '../wiki.domain.ts';

let api: TestApi;
let writer: PersonEntity, editor: PersonEntity, expert: PersonEntity, follower: PersonEntity, stranger: PersonEntity;
let community: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, wikiDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [writer, editor, expert, follower, stranger] = (await people(api.manager, 5)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  community = await aCommunity().being('closed').with(writer, editor, expert, follower).save(api.manager);
});

const { told, list, markRead, change, since } = aNotificationReader(() => api);
const naming = (...named: PersonEntity[]) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ask ' }, ...named.map(({ id, displayName }) => ({ type: 'mention', attrs: { id, label: displayName } }))] }],
});
const create = async (body: object) =>
  (
    await api.as(writer).send<{ createWikiPage: { id: string } }>('mutation ($input: CreateWikiPageInput!) { createWikiPage(input: $input) { id } }', {
      input: { key: randomUUID(), communityId: community.id, title: 'Bleeding a circuit', body },
    })
  ).createWikiPage.id;
const edit = (id: string, version: number, body: object) =>
  api.as(editor).send('mutation ($input: EditWikiPageInput!) { editWikiPage(input: $input) { id } }', { input: { id, version, title: 'Bleeding a circuit', body } });
const say = async (by: PersonEntity, id: string, body: object) =>
  (
    await api.as(by).send<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'wiki-page', id }, body } })
  ).addComment.id;

describe('somebody who is mentioned on a page', () => {
  it('is told by the version that mentions them first, unless they may not read it', async () => {
    const id = await create(naming(expert, stranger, writer));
    await edit(id, 1, naming(expert, stranger, writer, editor));
    expect(await told(expert)).toEqual([['MENTION', 'wiki-page', id, 'Bleeding a circuit']]);
    expect([await told(stranger), await told(writer), await told(editor)]).toEqual([[], [], []]);
  });

  it('by a later version is told then', async () => {
    const id = await create(richTextOf('Open the valve.'));
    await edit(id, 1, naming(expert));
    expect(await told(expert)).toEqual([['MENTION', 'wiki-page', id, 'Bleeding a circuit']]);
  });
});

describe('what is said under a page', () => {
  it('is told to whoever made it and to those who spoke there, under the rule of its community', async () => {
    const id = await create(richTextOf('Open the valve.'));
    await say(expert, id, richTextOf('The lower one.'));
    const mention = await say(editor, id, naming(expert, stranger));
    expect(await told(writer)).toEqual([['ANSWER', 'wiki-page', id, 'Bleeding a circuit']]);
    expect(await told(expert)).toEqual([['MENTION', 'comment', mention, expect.stringContaining('Ask @')]]);
    await api.as(expert).send('mutation ($id: ID!) { setCommunityNotifications(communityId: $id, level: NOTHING) { id } }', { id: community.id });
    await say(editor, id, naming(expert));
    expect(await told(expert)).toHaveLength(1);
    expect(await told(stranger)).toEqual([]);
  });

  it('is told to who changed the page last, as to who made it, and to who follows it; not to who muted it or wants no such news', async () => {
    const id = await create(richTextOf('Open the valve.'));
    const setThread = (by: PersonEntity, state: string) =>
      api.as(by).send('mutation ($input: SetThreadStateInput!) { setThreadState(input: $input) { id } }', { input: { subject: { type: 'wiki-page', id }, state } });
    await edit(id, 1, richTextOf('Open the lower valve.'));
    await setThread(follower, 'FOLLOWING');
    await say(expert, id, richTextOf('Slowly.'));
    const answered = [['ANSWER', 'wiki-page', id, 'Bleeding a circuit']];
    expect([await told(writer), await told(editor), await told(follower)]).toEqual([answered, answered, [['REPLY', 'wiki-page', id, 'Bleeding a circuit']]]);

    for (const person of [writer, editor, follower]) await markRead(person, { upTo: (await since(person, null)).lastSeq });
    await setThread(editor, 'MUTED');
    await change(follower, { offKinds: ['REPLY'] });
    await say(expert, id, richTextOf('With a bucket.'));
    await api.settled();
    const unread = await Promise.all([writer, editor, follower].map(async (person) => (await list(person, { unreadOnly: true })).length));
    expect(unread).toEqual([1, 0, 0]);
  });
});
