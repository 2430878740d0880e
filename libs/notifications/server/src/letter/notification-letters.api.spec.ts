import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity, MembershipEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { LetterSending, newId, platformDomain } from '@parvis/platform/server';
import { headersOf, partOf, TestMailServer } from '@parvis/platform/server/testing';
import { notificationsDomain } from '../notifications.domain.ts';
import { aHappening, aNotificationReader } from '../testing/index.ts';
import { NotificationLetters } from './notification-letters.ts';

const domains = [platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain];
const SETTINGS = '{ notificationSettings { mailKinds mailOffKinds language } }';

let mail: TestMailServer;
let api: TestApi;
let reader: PersonEntity, actor: PersonEntity;
let place: CommunityEntity;

beforeAll(async () => {
  mail = await TestMailServer.start();
  api = await TestApi.start(domains, { env: { SMTP_URL: mail.url, PARVIS_URL: 'http://parvis.example.com' } });
  api.app.get(NotificationLetters, { strict: false }).register('mention', ({ language, subject: { id } }) => ({
    subject: language === 'fr' ? 'On parle de vous' : 'You are mentioned',
    paragraphs: [language === 'fr' ? 'Quelqu’un parle de vous.' : 'Somebody mentions you.'],
    link: { label: 'Open', path: `/c/${id}` },
    reason: 'You are mentioned.',
  }));
});
afterAll(async () => {
  await api.stop();
  await mail.stop();
});
beforeEach(async () => {
  reader = await aPerson().named('Zoé Lefèvre').with({ email: 'zoe@example.org' }).save(api.manager);
  [actor] = (await people(api.manager, 1)) as [PersonEntity];
  place = await aCommunity().being('secret').with(reader, actor).save(api.manager);
  // At work, whenever the test runs.
  await change(reader, { hasQuietHours: false });
});
afterEach(async () => {
  mail.received.length = 0;
  await api.manager.query('TRUNCATE letter');
});

const { change, list } = aNotificationReader(() => api);
const notify = (parts: Partial<Parameters<typeof aHappening>[2]> = {}) => aHappening(api, place, { by: actor, to: [reader], ...parts });
const send = () => api.app.get(LetterSending).sendDue();
const waiting = (): Promise<{ dueAt: Date; payload: object }[]> => api.manager.query('SELECT due_at AS "dueAt", payload FROM letter');
const settings = async (of = reader) => (await api.as(of).send<{ notificationSettings: object }>(SETTINGS)).notificationSettings;

describe('a notification of a kind that comes by e-mail', () => {
  it('is one letter, once, in the language of its reader’s pages', async () => {
    const eventId = newId();
    await notify({ eventId });
    await notify({ eventId });
    await api.as(reader).send('mutation { tellLanguage(language: EN) { language } }');
    await send();
    await send();
    expect(mail.received.map((got) => [got.to, headersOf(got, 'Subject'), headersOf(got, 'Content-Language')])).toEqual([[['zoe@example.org'], ['You are mentioned'], ['en']]]);
    expect(partOf(mail.received[0] as (typeof mail.received)[number], 'text/plain')).toContain('http://parvis.example.com/settings/notifications');
    expect(await waiting()).toEqual([]);
  });

  it('is in French for who has not opened Parvis yet', async () => {
    await notify();
    await send();
    expect(mail.received.map((got) => headersOf(got, 'Subject'))).toEqual([['On parle de vous']]);
  });

  it('keeps ids alone while it waits', async () => {
    await notify();
    expect(await waiting()).toMatchObject([{ payload: { personId: reader.id, kind: 'mention', subject: { type: 'community', id: place.id } } }]);
  });

  it('leaves when its reader is at work', async () => {
    const today = new Date().getUTCDay() || 7;
    await change(reader, { hasQuietHours: true, workingDays: [(today % 7) + 1], timeZone: 'UTC', opensAt: 480, closesAt: 1140 });
    await notify();
    const [letter] = await waiting();
    expect([letter?.dueAt.getUTCHours(), letter && letter.dueAt > new Date()]).toEqual([8, true]);
    await send();
    expect(mail.received).toEqual([]);
  });

  it.each([
    ['who turned its letters off', () => change(reader, { mailOffKinds: ['MENTION'] }), 1],
    ['who turned it off', () => change(reader, { offKinds: ['MENTION'] }), 1],
    ['who has no address', () => api.manager.update(PersonEntity, reader.id, { email: null }), 1],
    ['who left the company', () => api.manager.update(PersonEntity, reader.id, { deactivatedAt: new Date() }), 0],
    ['who may not see its subject any more', () => api.manager.delete(MembershipEntity, { communityId: place.id, personId: reader.id }), 0],
  ])('is no letter to %s, before it happened or while it waited', async (_who, turnAway, listed) => {
    await notify();
    await turnAway();
    await send();
    await notify();
    await send();
    expect([mail.received, await waiting()]).toEqual([[], []]);
    if (listed) expect(await list(reader)).toHaveLength(1);
  });

  it('is a notification all the same to who turned its letters off', async () => {
    await change(reader, { mailOffKinds: ['MENTION', 'MENTION'] });
    await notify();
    expect([(await list(reader)).length, await waiting()]).toEqual([1, []]);
    expect(await settings()).toMatchObject({ mailOffKinds: ['MENTION'] });
  });

  it('waits when nobody says yet what its letter says', async () => {
    await notify();
    await api.manager.query(`UPDATE letter SET payload = jsonb_set(payload, '{kind}', '"newer"')`);
    await send();
    expect([mail.received.length, (await waiting()).length]).toEqual([0, 1]);
  });

  it('leaves its door to no other kind', async () => {
    await notify({ kind: 'reaction' });
    expect([(await list(reader)).length, await waiting()]).toEqual([1, []]);
  });
});

describe('the settings', () => {
  it('name the kinds that come by e-mail, for who has an address', async () => {
    expect(await settings()).toEqual({ mailKinds: ['MENTION'], mailOffKinds: [], language: null });
    await api.manager.update(PersonEntity, actor.id, { email: null });
    expect(await settings(actor)).toMatchObject({ mailKinds: [] });
  });

  it('name none where no mail is configured, and nothing waits there', async () => {
    const silent = await TestApi.start(domains);
    try {
      silent.app.get(NotificationLetters, { strict: false }).register('mention', () => {
        throw new Error('Nobody asked.');
      });
      const [one, other] = (await people(silent.manager, 2)) as [PersonEntity, PersonEntity];
      await aHappening(silent, await aCommunity().with(one).save(silent.manager), { by: other, to: [one] });
      expect(await silent.as(one).send(SETTINGS)).toEqual({ notificationSettings: { mailKinds: [], mailOffKinds: [], language: null } });
      expect(await silent.manager.query('SELECT FROM letter')).toEqual([]);
    } finally {
      await silent.stop();
    }
  });

  it('refuse a language that Parvis does not speak', async () => {
    await expect(api.as(reader).send('mutation { tellLanguage(language: DE) { language } }')).rejects.toThrow(/DE/);
    await expect(api.anonymous().send('mutation { tellLanguage(language: FR) { language } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await settings()).toMatchObject({ language: null });
  });
});
