import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { comment, startTalk } from '../testing/talk-api.ts';
import { ThreadQuery } from './thread.query.ts';

const SET = `mutation ($input: SetThreadStateInput!) { setThreadState(input: $input) { id viewerThreadState } }`;
const READ = `query ($id: ID!) { conversationOf(id: $id) { viewerThreadState } }`;

let api: TestApi;
let animator: PersonEntity, member: PersonEntity, quiet: PersonEntity, stranger: PersonEntity;
let secret: CommunityEntity;

beforeAll(async () => void (api = await startTalk()));
afterAll(() => api.stop());
beforeEach(async () => {
  [animator, member, quiet, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  secret = await aCommunity().being('secret').with(member, quiet).animatedBy(animator).save(api.manager);
});

const set = async (by: PersonEntity, state: string | null, subject = { type: 'community', id: secret.id }) =>
  (await api.as(by).send<{ setThreadState: { viewerThreadState: string | null } }>(SET, { input: { subject, state } })).setThreadState.viewerThreadState;
const stateOf = async (viewer: PersonEntity) => (await api.as(viewer).send<{ conversationOf: { viewerThreadState: string | null } }>(READ, { id: secret.id })).conversationOf.viewerThreadState;
const followers = async () => (await api.app.get(ThreadQuery, { strict: false }).followersOf({ type: 'community', id: secret.id })).sort();
const sorted = (...who: PersonEntity[]) => who.map(({ id }) => id).sort();
const mentioning = (...who: PersonEntity[]) => ({ body: { type: 'doc', content: [{ type: 'paragraph', content: who.map(({ id }) => ({ type: 'mention', attrs: { id, label: 'x' } })) }] } });

describe('a thread', () => {
  it('is followed by its author, by who comments and by who is mentioned, without a word from them', async () => {
    expect(await followers()).toEqual(sorted(animator));
    await comment(api, member, secret, mentioning(quiet, stranger));

    expect(await followers()).toEqual(sorted(animator, member, quiet));
    expect(await Promise.all([animator, member, quiet].map(stateOf))).toEqual(['FOLLOWING', 'FOLLOWING', 'FOLLOWING']);
  });

  it('is left alone once muted, whatever is said or whoever is mentioned, until the choice is taken back', async () => {
    expect(await set(member, 'MUTED')).toBe('MUTED');
    await comment(api, member, secret);
    await comment(api, animator, secret, mentioning(member));

    expect(await stateOf(member)).toBe('MUTED');
    expect(await followers()).toEqual(sorted(animator));
    expect(await set(member, null)).toBe('FOLLOWING');
    expect(await followers()).toEqual(sorted(animator, member));
  });

  it('is followed by choice, and no more by who lost sight of it or left the company', async () => {
    expect(await set(quiet, 'FOLLOWING')).toBe('FOLLOWING');
    expect(await set(member, 'FOLLOWING')).toBe('FOLLOWING');
    await api.as(member).send(`mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }`, { id: secret.id });
    expect(await followers()).toEqual(sorted(animator, quiet));
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [quiet.id]);
    expect(await followers()).toEqual(sorted(animator));
  });

  it('is found by its subject, by those who see that', async () => {
    const find = (viewer: PersonEntity, subject = { type: 'community', id: secret.id }) =>
      api.as(viewer).send<{ conversation: object | null }>(`query ($subject: SubjectInput!) { conversation(subject: $subject) { id commentCount } }`, { subject });
    await comment(api, member, secret);
    await expect(find(quiet)).resolves.toEqual({ conversation: { id: secret.id, commentCount: 1 } });
    await expect(find(stranger)).resolves.toEqual({ conversation: null });
    await expect(find(quiet, { type: 'cat', id: secret.id })).resolves.toEqual({ conversation: null });
    await expect(find(quiet, { type: 'community', id: '17' })).resolves.toEqual({ conversation: null });
  });

  it('cannot be followed by who does not see it', async () => {
    await expect(set(stranger, 'FOLLOWING')).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(api.anonymous().send(SET, { input: { subject: { type: 'community', id: secret.id }, state: 'MUTED' } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['a kind of subject that is not known', 'MUTED', { type: 'cat', id: randomUUID() }, 'SUBJECT_NOT_FOUND'],
    ['a subject whose id is none', 'MUTED', { type: 'community', id: '17' }, 'SUBJECT_NOT_FOUND'],
    ['a state that does not exist', 'ASLEEP', { type: 'community', id: randomUUID() }, 'BAD_USER_INPUT'],
  ])('refuses %s, by name', async (_what, state, subject, code) => {
    await expect(set(member, state, subject)).rejects.toMatchObject({ code });
  });
});
