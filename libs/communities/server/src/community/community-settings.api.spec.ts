import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { EventHandlers, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { communityEdited, visibilityChanged } from '../communities.events.ts';
import { aCommunity } from '../testing/index.ts';
import type { CommunityEntity, CommunityVisibility } from './community.entity.ts';

const EDIT = `mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { name description charter topics welcome banner { pattern tone } } }`;
const PREVIEW = `query ($id: ID!, $visibility: CommunityVisibility!) { visibilityChange(id: $id, visibility: $visibility) { discloses contentCount waitingCount contents { kind count } } }`;
const CHANGE = `mutation ($input: ChangeCommunityVisibilityInput!) { changeCommunityVisibility(input: $input) { visibility memberCount } }`;
const SEEN = `query ($id: ID!) { community(id: $id) { charter welcome viewerIsNewcomer changes { totalCount edges { node { kind before after actor { id } person { id } } } } } }`;
const DISMISS = `mutation ($id: ID!) { dismissCommunityWelcome(id: $id) { viewerIsNewcomer } }`;

interface Seen {
  charter: string | null;
  welcome: string | null;
  viewerIsNewcomer: boolean;
  changes: { totalCount: number; edges: { node: { kind: string; before: string | null; after: string | null; actor: { id: string } } }[] };
}

let api: TestApi;
let animator: PersonEntity, member: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  [animator, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
});
afterAll(() => api.stop());

const community = (visibility: CommunityVisibility = 'open'): Promise<CommunityEntity> => aCommunity().being(visibility).animatedBy(animator).with(member).save(api.manager);
const edit = (by: PersonEntity, id: string, change: object) => api.as(by).send(EDIT, { input: { id, ...change } });
const seenBy = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ community: Seen | null }>(SEEN, { id })).community;
const changesOf = async (id: string) => (await seenBy(animator, id))?.changes.edges.map(({ node }) => node);

describe('editing a community', () => {
  it('is done by animators, a field at a time or all at once', async () => {
    const { id, name } = await community();
    const all = { name: '  Vélo \n utile ', description: 'To go places.', charter: 'Be kind.\n\n- Wear a helmet', topics: ['Vélo', 'vélo', ' Mobilité  douce '], welcome: 'Hello!', banner: { pattern: 'WAVES', tone: 'SEA' } };

    await expect(edit(animator, id, { topics: ['Été'] })).resolves.toMatchObject({ updateCommunity: { name, topics: ['Été'], charter: null, banner: null } });
    await expect(edit(animator, id, all)).resolves.toEqual({ updateCommunity: { ...all, name: 'Vélo utile', topics: ['Vélo', 'Mobilité douce'] } });
    await expect(edit(animator, id, { banner: null, charter: '' })).resolves.toMatchObject({ updateCommunity: { banner: null, charter: null, welcome: 'Hello!' } });
    expect(await api.manager.query('SELECT sort_name, topic_keys FROM community WHERE id = $1', [id])).toEqual([{ sort_name: 'velo utile', topic_keys: ['velo', 'mobilite douce'] }]);
  });

  it('is refused to members and strangers, who are told no more than they may know', async () => {
    const [open, secret] = [await community(), await community('secret')];
    await expect(edit(member, open.id, { name: 'Mine' })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(edit(stranger, open.id, { name: 'Mine' })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(edit(stranger, secret.id, { name: 'Mine' })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(edit(animator, randomUUID(), { name: 'Mine' })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.anonymous().send(EDIT, { input: { id: open.id } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(edit(animator, open.id, { name: 'Ours' })).resolves.toMatchObject({ updateCommunity: { name: 'Ours' } });
  });

  it.each([
    ['an id that is none', { id: '17' }, 'ID_INVALID', 'id'],
    ['no name', { name: ' \n ' }, 'TEXT_REQUIRED', 'name'],
    ['a name too long', { name: 'x'.repeat(101) }, 'TEXT_TOO_LONG', 'name'],
    ['no purpose', { description: ' ' }, 'TEXT_REQUIRED', 'description'],
    ['a charter too long', { charter: 'x'.repeat(5_001) }, 'TEXT_TOO_LONG', 'charter'],
    ['a welcome too long', { welcome: 'x'.repeat(1_001) }, 'TEXT_TOO_LONG', 'welcome'],
    ['too many topics', { topics: Array.from({ length: 11 }, (_, i) => `topic ${i}`) }, 'TOO_MANY_ITEMS', 'topics'],
    ['a topic too long', { topics: ['x'.repeat(31)] }, 'TEXT_TOO_LONG', 'topics'],
    ['a banner that is not drawn', { banner: { pattern: 'CATS', tone: 'SEA' } }, 'BAD_USER_INPUT', undefined],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    const { id } = await community();
    await expect(edit(animator, id, change)).rejects.toMatchObject({ code, field });
  });

  it('tells what changed, once, and nothing when nothing did', async () => {
    const { id, name } = await community();
    const told: object[] = [];
    api.app.get(EventHandlers).on(communityEdited, (event) => void (event.communityId === id && told.push(event)));

    await edit(animator, id, { name, topics: [] });
    await edit(animator, id, { name: 'New name', welcome: 'Hello' });
    await api.settled();

    expect(told).toEqual([{ communityId: id, personId: animator.id, changed: ['name', 'welcome'] }]);
    expect(await changesOf(id)).toMatchObject([{ kind: 'WELCOME', after: 'Hello' }, { kind: 'NAME', before: name, after: 'New name', actor: { id: animator.id } }]);
  });

  it('keeps who changed what for animators alone', async () => {
    const { id } = await community();
    await edit(animator, id, { welcome: 'Hello' });
    expect((await seenBy(animator, id))?.changes.totalCount).toBe(1);
    for (const other of [member, stranger]) expect((await seenBy(other, id))?.changes).toEqual({ totalCount: 0, edges: [] });
  });
});

describe('what a community says of itself', () => {
  it.each([
    { visibility: 'open' as const, charter: 'Be kind.' },
    { visibility: 'closed' as const, charter: 'Be kind.' },
  ])('$visibility: its charter is read by everybody, its word of welcome by members', async ({ visibility, charter }) => {
    const { id } = await community(visibility);
    await edit(animator, id, { charter: 'Be kind.', welcome: 'Hello!' });
    expect(await seenBy(member, id)).toMatchObject({ charter: 'Be kind.', welcome: 'Hello!' });
    expect(await seenBy(stranger, id)).toMatchObject({ charter, welcome: null, viewerIsNewcomer: false });
  });

  it('welcomes whoever has just come in, until they put it aside', async () => {
    const { id } = await community();
    await api.as(stranger).send('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id });

    expect(await seenBy(stranger, id)).toMatchObject({ viewerIsNewcomer: true });
    await expect(api.as(stranger).send(DISMISS, { id })).resolves.toEqual({ dismissCommunityWelcome: { viewerIsNewcomer: false } });
    expect(await seenBy(stranger, id)).toMatchObject({ viewerIsNewcomer: false });
    await expect(api.as(stranger).send(DISMISS, { id: (await aCommunity().being('secret').save(api.manager)).id })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.as(stranger).send(DISMISS, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});

describe('opening and closing a community', () => {
  const change = (by: PersonEntity, id: string, visibility: string, confirmedContentCount?: number) => api.as(by).send(CHANGE, { input: { id, visibility, confirmedContentCount } });
  const preview = async (by: PersonEntity, id: string, visibility: string) => (await api.as(by).send<{ visibilityChange: object }>(PREVIEW, { id, visibility })).visibilityChange;

  it.each([
    { from: 'secret' as const, into: 'CLOSED', discloses: 'EXISTENCE' },
    { from: 'secret' as const, into: 'OPEN', discloses: 'CONTENTS' },
    { from: 'closed' as const, into: 'OPEN', discloses: 'CONTENTS' },
    { from: 'open' as const, into: 'CLOSED', discloses: 'NOTHING' },
    { from: 'open' as const, into: 'SECRET', discloses: 'NOTHING' },
    { from: 'closed' as const, into: 'SECRET', discloses: 'NOTHING' },
  ])('$from → $into discloses $discloses, and what discloses must be confirmed', async ({ from, into, discloses }) => {
    const { id } = await community(from);
    expect(await preview(animator, id, into)).toMatchObject({ discloses, contentCount: 0, contents: [] });
    if (discloses !== 'NOTHING') await expect(change(animator, id, into)).rejects.toMatchObject({ code: 'COMMUNITY_DISCLOSURE_UNCONFIRMED', params: { count: 0 } });
    await expect(change(animator, id, into, 0)).resolves.toMatchObject({ changeCommunityVisibility: { visibility: into } });
    expect(await changesOf(id)).toMatchObject([{ kind: 'VISIBILITY', before: from, after: into.toLowerCase() }]);
  });

  it('is refused to members and strangers, and so is the preview', async () => {
    const { id } = await community('closed');
    for (const other of [member, stranger]) {
      await expect(change(other, id, 'OPEN', 0)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
      await expect(preview(other, id, 'OPEN')).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    }
    await expect(api.anonymous().send(PREVIEW, { id, visibility: 'OPEN' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(change(animator, '17', 'OPEN')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(change(animator, id, 'HIDDEN')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    { into: 'OPEN', memberCount: 3, status: 'MEMBER' },
    { into: 'SECRET', memberCount: 2, status: undefined },
  ])('$into: whoever waited comes in, or waits no more', async ({ into, memberCount, status }) => {
    const { id } = await community('closed');
    await api.as(stranger).send('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id });
    const told: object[] = [];
    api.app.get(EventHandlers).on(visibilityChanged, (event) => void (event.communityId === id && told.push(event)));

    expect(await preview(animator, id, into)).toMatchObject({ waitingCount: 1 });
    await expect(change(animator, id, into, 0)).resolves.toEqual({ changeCommunityVisibility: { visibility: into, memberCount } });
    await api.settled();

    const standing = await api.as(stranger).send<{ community: { viewerMembership: { status: string } | null } | null }>('query ($id: ID!) { community(id: $id) { viewerMembership { status } } }', { id });
    expect(standing.community?.viewerMembership?.status).toBe(status);
    expect(told).toEqual([{ communityId: id, personId: animator.id, from: 'closed', into: into.toLowerCase(), waitingIds: [stranger.id] }]);
  });
});
