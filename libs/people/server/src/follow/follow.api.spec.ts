import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { EventHandlers, platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';
import { personFollowed, personUnfollowed } from '../people.events.ts';

const FOLLOW = `mutation ($id: ID!) { followPerson(id: $id) { id viewerFollows followerCount } }`;
const UNFOLLOW = `mutation ($id: ID!) { unfollowPerson(id: $id) { id viewerFollows followerCount } }`;
const PERSON = `query ($id: ID!) { person(id: $id) { viewerFollows followerCount } }`;

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());

const two = () => people(api.manager, 2) as Promise<[PersonEntity, PersonEntity]>;

describe('following', () => {
  it('counts each follower once and shows the viewer only their own choice', async () => {
    const [follower, followed] = await two();
    const { id } = followed;

    await expect(api.as(follower).send(FOLLOW, { id })).resolves.toEqual({ followPerson: { id, viewerFollows: true, followerCount: 1 } });
    await expect(api.as(follower).send(FOLLOW, { id })).resolves.toEqual({ followPerson: { id, viewerFollows: true, followerCount: 1 } });
    await expect(api.as(followed).send(PERSON, { id })).resolves.toEqual({ person: { viewerFollows: false, followerCount: 1 } });
    await expect(api.as(follower).send(UNFOLLOW, { id })).resolves.toEqual({ unfollowPerson: { id, viewerFollows: false, followerCount: 0 } });
    await expect(api.as(follower).send(UNFOLLOW, { id })).resolves.toEqual({ unfollowPerson: { id, viewerFollows: false, followerCount: 0 } });
  });

  it('is told to other domains once, however often it is asked', async () => {
    const [follower, followed] = await two();
    const told: string[] = [];
    api.app.get(EventHandlers).on(personFollowed, ({ followerId }) => void (followerId === follower.id && told.push('followed')));
    api.app.get(EventHandlers).on(personUnfollowed, ({ followerId }) => void (followerId === follower.id && told.push('unfollowed')));

    for (const mutation of [FOLLOW, FOLLOW, UNFOLLOW, UNFOLLOW]) await api.as(follower).send(mutation, { id: followed.id });
    await api.settled();

    expect(told).toEqual(['followed', 'unfollowed']);
  });

  it.each([['following', FOLLOW], ['unfollowing', UNFOLLOW]])('%s is refused for oneself, for nobody, and without a session', async (_what, mutation) => {
    const [viewer, colleague] = await two();
    const send = (id: string) => api.as(viewer).send(mutation, { id });

    await expect(send(colleague.id)).resolves.toBeTruthy();
    await expect(send(viewer.id)).rejects.toMatchObject({ code: 'FOLLOW_SELF' });
    await expect(send(randomUUID())).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(send('17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(api.anonymous().send(mutation, { id: colleague.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
