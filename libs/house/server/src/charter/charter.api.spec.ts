import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, roles, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { io, type Socket } from 'socket.io-client';
import { houseDomain } from '../house.domain.ts';

let api: TestApi;
let administrator: PersonEntity, ada: PersonEntity, bob: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, houseDomain]);
  administrator = await aPerson().being('it').save(api.manager);
  [ada, bob] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});
afterAll(() => api.stop());

interface State {
  revision: number;
  bodies: { language: string; body: unknown }[];
  versions: { number: number; asksAgain: boolean }[];
  acceptances: { accepted: number; people: number } | null;
}
const FIELDS = 'revision bodies { language body } versions { number asksAgain } acceptances { accepted people }';
const stateOf = async (kind = 'CHARTER', as = administrator) => (await api.confirmed(as).send<{ houseText: State }>(`query ($kind: HouseTextKind!) { houseText(kind: $kind) { ${FIELDS} } }`, { kind })).houseText;
const bodies = (fr: string, en = 'Be kind.') => [{ language: 'FR', body: richTextOf(fr) }, { language: 'EN', body: richTextOf(en) }];
const publish = async (input: object = {}, as = administrator) => {
  const kind = 'kind' in input ? String(input.kind) : 'CHARTER';
  const { revision } = await stateOf(kind);
  return (
    await api.confirmed(as).send<{ publishHouseText: State }>(`mutation ($input: PublishHouseTextInput!) { publishHouseText(input: $input) { ${FIELDS} } }`, {
      input: { kind, revision, bodies: bodies('Soyez bienveillants.'), asksAgain: true, ...input },
    })
  ).publishHouseText;
};
/** As the administrator, whom the charter does not spare either. */
const publishAccepted = async (input: object = {}) => {
  const state = await publish(input).catch((error: unknown) => error);
  await accept(administrator);
  return state instanceof Error ? Promise.reject(state) : (state as State);
};
const ask = async (person: PersonEntity | null, path: string, init: RequestInit = {}) =>
  fetch(`${api.url}${path}`, { redirect: 'manual', ...init, headers: { 'accept-language': 'fr', ...(person && { cookie: await api.cookieOf(person.id) }), ...init.headers } });
const accept = async (person: PersonEntity, returnTo = '/') => {
  const page = await (await ask(person, `/charter?returnTo=${encodeURIComponent(returnTo)}`)).text();
  const action = /action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  return action ? ask(person, action, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }) : null;
};
const whoAmI = (person: PersonEntity) => api.as(person).send('{ viewer { person { id } } }');

describe('the charter', () => {
  it('asks nothing of anybody as long as there is none', async () => {
    await expect(whoAmI(ada)).resolves.toBeTruthy();
    expect(await stateOf()).toMatchObject({ revision: 0, bodies: [], versions: [], acceptances: null });
    expect((await ask(null, '/legal/charter')).status).toBe(404);
    expect((await ask(ada, '/charter?returnTo=/people')).headers.get('location')).toBe('/people');
  });

  it('stands before everything until it is accepted: GraphQL, files and sockets, the administrator’s too', async () => {
    await publish();
    for (const person of [ada, administrator]) await expect(whoAmI(person)).rejects.toMatchObject({ code: 'CHARTER_NOT_ACCEPTED' });
    await expect(refusalOf(ada)).resolves.toBe('CHARTER_NOT_ACCEPTED');
    // What is everybody's stays.
    for (const path of ['/healthz', '/auth/session', '/saml/signed-out', '/legal/charter']) expect([path, (await ask(ada, path)).status]).toEqual([path, 200]);

    const page = await (await ask(ada, '/charter?returnTo=/people')).text();
    expect(page).toContain('Soyez bienveillants.');
    expect(page).toContain('Avant d’entrer');
    expect((await accept(ada, '/people?q=1'))?.headers.get('location')).toBe('/people?q=1');
    await expect(whoAmI(ada)).resolves.toBeTruthy();
    await expect(refusalOf(ada)).resolves.toBeNull();
    await expect(whoAmI(bob)).rejects.toMatchObject({ code: 'CHARTER_NOT_ACCEPTED' });
    expect(await (await ask(ada, '/legal/charter')).text()).toContain('Vous avez accepté cette charte le');
    await accept(administrator);
    expect(await stateOf()).toMatchObject({ versions: [{ number: 1, asksAgain: true }], acceptances: { accepted: 2, people: 3 } });
  });

  it('asks nobody again for a correction, and everybody for a change, whose sockets are let in anew', async () => {
    await publish({ asksAgain: false, bodies: bodies('Soyez bienveillantes et bienveillants.') });
    await expect(whoAmI(ada)).resolves.toBeTruthy();
    const socket = await connected(ada);
    const dropped = new Promise((resolve) => socket.once('disconnect', resolve));
    await publish({ bodies: bodies('Soyez aussi brefs.') });
    await dropped;
    socket.close();
    await expect(whoAmI(ada)).rejects.toMatchObject({ code: 'CHARTER_NOT_ACCEPTED' });
    expect(await (await ask(ada, '/charter')).text()).toContain('a changé depuis que vous l’avez acceptée');
    await accept(ada);
    await accept(administrator);
    await expect(whoAmI(ada)).resolves.toBeTruthy();
    const rows = await api.manager.query('SELECT number, language FROM charter_acceptance WHERE person_id = $1 ORDER BY number', [ada.id]);
    expect(rows).toEqual([{ number: 1, language: 'fr' }, { number: 3, language: 'fr' }]);
  });

  it('is accepted as it was read: of one that was replaced meanwhile, the new one is shown', async () => {
    const former = await (await ask(bob, '/charter')).text();
    await publishAccepted();
    const action = /action="([^"]+)"/.exec(former)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const answer = await ask(bob, action, { method: 'POST' });
    expect(answer.headers.get('location')).toMatch(/^\/charter\?/);
    await expect(whoAmI(bob)).rejects.toMatchObject({ code: 'CHARTER_NOT_ACCEPTED' });
  });

  it('is accepted by its own page alone, and by whoever is signed in', async () => {
    const action = `/charter/acceptance?number=4&language=fr&returnTo=/`;
    expect((await ask(bob, action, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask(null, action, { method: 'POST' })).status).toBe(401);
    await expect(whoAmI(bob)).rejects.toMatchObject({ code: 'CHARTER_NOT_ACCEPTED' });
    expect((await ask(bob, action, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(303);
    await expect(whoAmI(bob)).resolves.toBeTruthy();
  });

  it('leads nobody off the site', async () => {
    const answer = await ask(bob, `/charter?returnTo=${encodeURIComponent('//evil.example/x')}`);
    expect(answer.headers.get('location')).toBe('/');
  });

  it('is read in the language of the reader', async () => {
    expect(await (await ask(null, '/legal/charter', { headers: { 'accept-language': 'en-GB' } })).text()).toContain('Be kind.');
    expect(await (await ask(null, '/legal/charter?language=en')).text()).toContain('lang="en"');
  });
});

describe('publishing', () => {
  it.each([
    ['a language without a text', { bodies: [{ language: 'FR', body: richTextOf('Seul.') }] }, 'HOUSE_TEXT_MISSING', 'en'],
    ['a blank text', { bodies: bodies('Bien.', ' ') }, 'TEXT_REQUIRED', 'en'],
    ['what is no text', { bodies: [{ language: 'FR', body: { type: 'doc', content: [{ type: 'script' }] } }, { language: 'EN', body: richTextOf('x') }] }, 'RICH_TEXT_NOT_ALLOWED', 'fr'],
    ['one that starts from another version', { revision: 1 }, 'SETTING_CHANGED_MEANWHILE', undefined],
  ])('is refused with %s', async (_what, input, code, field) => {
    await expect(publish(input)).rejects.toMatchObject({ code, field });
    await expect(publishAccepted({ asksAgain: false })).resolves.toBeTruthy();
  });

  it('is in the audit log', async () => {
    const before = await stateOf();
    await publish({ asksAgain: false });
    const [entry] = await api.manager.query(`SELECT area, action, actor_id AS "actorId", details FROM audit_entry ORDER BY number DESC LIMIT 1`);
    expect(entry).toEqual({ area: 'configuration', action: 'configuration.charter-published', actorId: administrator.id, details: { number: (before.versions[0]?.number ?? 0) + 1, asksAgain: false } });
  });

  it.each(roles.filter((role) => role !== 'it'))('is nothing for whoever is %s', async (role) => {
    const somebody = await aPerson().being(role).save(api.manager);
    await accept(somebody);
    await expect(stateOf('CHARTER', somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(publish({}, somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(publish({ asksAgain: false })).resolves.toBeTruthy();
  });

  it('is for those who have just said again who they are', async () => {
    await expect(api.as(administrator).send('{ houseText(kind: CHARTER) { revision } }')).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
  });
});

describe('the legal notice', () => {
  it('is read by everybody and asks nobody', async () => {
    expect((await ask(null, '/legal')).status).toBe(404);
    await publish({ kind: 'LEGAL_NOTICE', bodies: bodies('Éditeur : Meridian.') });
    const answer = await ask(null, '/legal');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(await answer.text()).toContain('Éditeur : Meridian.');
    await expect(whoAmI(bob)).resolves.toBeTruthy();
    expect(await stateOf('LEGAL_NOTICE')).toMatchObject({ acceptances: null, versions: [{ number: 1, asksAgain: false }] });
  });
});

async function open(person: PersonEntity): Promise<Socket> {
  return io(api.url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie: await api.cookieOf(person.id) } });
}

/** Why a socket is not let in; null: it is. */
async function refusalOf(person: PersonEntity): Promise<string | null> {
  const socket = await open(person);
  const outcome = await new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null));
    socket.once('connect_error', ({ message }) => resolve(message));
  });
  socket.close();
  return outcome;
}

async function connected(person: PersonEntity): Promise<Socket> {
  const socket = await open(person);
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return socket;
}
