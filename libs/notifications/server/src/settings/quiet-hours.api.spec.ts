import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { Jobs, newId, platformDomain } from '@parvis/platform/server';
import { notificationsDomain } from '../notifications.domain.ts';
import { aHappening, aNotificationReader } from '../testing/index.ts';

let api: TestApi;
let reader: PersonEntity, actor: PersonEntity, other: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [reader, actor, other] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  // At work, whenever the test runs.
  await change(reader, { hasQuietHours: false });
});

const { list, unread, change } = aNotificationReader(() => api);
const notify = (community: CommunityEntity, parts: Partial<Parameters<typeof aHappening>[2]> = {}) => aHappening(api, community, { by: actor, to: [reader], ...parts });
const communities = (count: number) => Promise.all(Array.from({ length: count }, () => aCommunity().save(api.manager)));

describe('quiet hours', () => {
  /** Far enough: midnight may come while the test runs. */
  const inThreeDays = (): number => (new Date(Date.now() + 3 * 86_400_000).getUTCDay() + 6) % 7 + 1;
  const off = () => ({ hasQuietHours: true, workingDays: [inThreeDays()], timeZone: 'UTC', opensAt: 0, closesAt: 0 });

  it('hold what comes: no count until they are over, but it is in the list; then it counts', async () => {
    await change(reader, off());
    const [community] = (await communities(1)) as [CommunityEntity];
    await notify(community);
    expect([(await list(reader)).length, await unread(reader)]).toEqual([1, 0]);

    await api.dataSource.query(`UPDATE notification SET held_until = now() WHERE recipient_id = $1`, [reader.id]);
    expect(await unread(reader)).toBe(1);
    // One job tells it at the opening, however much was held.
    const jobs = () => api.dataSource.query(`SELECT state FROM pgboss.job WHERE name = 'notifications.hours-opened' AND singleton_key = $1`, [reader.id]);
    expect(await jobs()).toEqual([{ state: 'created' }]);
    await api.app.get(Jobs).runDue(new Date(Date.now() + 8 * 86_400_000));
    expect(await jobs()).toEqual([{ state: 'completed' }]);
  });

  it('let through what the person marked as urgent: kinds, and mentions by people', async () => {
    await change(reader, { ...off(), urgentKinds: ['REACTION'], urgentPersonIds: [other.id] });
    const [one, two, three] = (await communities(3)) as [CommunityEntity, CommunityEntity, CommunityEntity];
    await notify(one, { kind: 'mention' });
    await notify(two, { kind: 'reaction' });
    await notify(three, { kind: 'mention', by: other });
    expect([(await list(reader)).length, await unread(reader)]).toEqual([3, 2]);
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'TIME_ZONE_UNKNOWN'], [{ opensAt: 1440 }, 'WORKING_HOURS_INVALID'], [{ closesAt: -1 }, 'WORKING_HOURS_INVALID'], [{ workingDays: [] }, 'WORKING_DAYS_INVALID'],
    [{ workingDays: [8] }, 'WORKING_DAYS_INVALID'], [{ urgentPersonIds: ['x'] }, 'ID_INVALID'], [{ urgentPersonIds: [newId()] }, 'PERSON_NOT_FOUND'],
    [{ urgentPersonIds: Array.from({ length: 51 }, () => newId()) }, 'URGENT_PEOPLE_TOO_MANY'],
  ])('refuse %o, and stay as they were', async (input, code) => {
    await change(reader, { workingDays: [2, 1, 2] });
    await expect(change(reader, input)).rejects.toMatchObject({ code });
    expect(await api.as(reader).send('{ notificationSettings { workingDays } }')).toEqual({ notificationSettings: { workingDays: [1, 2] } });
  });

  it('share days and clock with the profile, and keep the hours to themselves', async () => {
    const profile = async () => (await api.as(actor).send<{ person: object }>('query ($id: ID!) { person(id: $id) { workingDays timeZone } }', { id: reader.id })).person;
    await change(reader, { opensAt: 600 });
    expect(await profile()).toEqual({ workingDays: null, timeZone: null });
    await change(reader, { workingDays: [2, 3], timeZone: 'Asia/Tokyo' });
    expect(await profile()).toEqual({ workingDays: [2, 3], timeZone: 'Asia/Tokyo' });
    await api.as(reader).send('mutation { updateProfile(input: { workingDays: [5], timeZone: "UTC" }) { id } }');
    expect(await api.as(reader).send('{ notificationSettings { workingDays timeZone opensAt } }')).toEqual({ notificationSettings: { workingDays: [5], timeZone: 'UTC', opensAt: 600 } });
  });

  it('go by the browser’s time zone until the person chooses one', async () => {
    const tell = (timeZone: string) => api.as(other).send('mutation ($timeZone: String!) { tellTimeZone(timeZone: $timeZone) { timeZone timeZoneChosen } }', { timeZone });
    expect(await api.as(other).send('{ notificationSettings { timeZone opensAt closesAt workingDays } }')).toEqual({
      notificationSettings: { timeZone: 'Europe/Paris', opensAt: 480, closesAt: 1140, workingDays: [1, 2, 3, 4, 5] },
    });
    expect(await tell('America/Montreal')).toEqual({ tellTimeZone: { timeZone: 'America/Montreal', timeZoneChosen: false } });
    await change(other, { timeZone: 'Asia/Tokyo' });
    expect(await tell('Europe/Paris')).toEqual({ tellTimeZone: { timeZone: 'Asia/Tokyo', timeZoneChosen: true } });
    await expect(tell('Nowhere')).rejects.toMatchObject({ code: 'TIME_ZONE_UNKNOWN' });
  });
});
