import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, roles, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { FirstPage } from '../first-page.ts';
import { houseDomain } from '../house.domain.ts';

let api: TestApi;
let administrator: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, houseDomain]);
  administrator = await aPerson().being('it').save(api.manager);
});
afterAll(() => api.stop());

const LOOK = 'name accentLight accentDark isStandard revision';
interface Look {
  name: string;
  revision: number;
}
const look = async (as = administrator) => (await api.confirmed(as).send<{ houseLook: Look }>(`{ houseLook { ${LOOK} } }`)).houseLook;
const change = async (input: object = {}, as = administrator) => {
  const given = { revision: (await look()).revision, name: 'Agora', accentLight: '#0a5fb4', accentDark: '#7db7ff', ...input };
  return (await api.confirmed(as).send<{ changeHouseLook: Look }>(`mutation ($input: ChangeHouseLookInput!) { changeHouseLook(input: $input) { ${LOOK} } }`, { input: given })).changeHouseLook;
};
const LANGUAGES = 'offered standard revision';
const changeLanguages = async (input: object, as = administrator) => {
  const { houseLanguages } = await api.confirmed(administrator).send<{ houseLanguages: { revision: number } }>(`{ houseLanguages { ${LANGUAGES} } }`);
  const given = { revision: houseLanguages.revision, offered: ['FR', 'EN'], standard: 'EN', ...input };
  return api.confirmed(as).send<{ changeHouseLanguages: object }>(`mutation ($input: ChangeHouseLanguagesInput!) { changeHouseLanguages(input: $input) { ${LANGUAGES} } }`, { input: given });
};
const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${api.url}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, etag: response.headers.get('etag') ?? '', text: await response.text() };
};
const page = () => api.app.get(FirstPage, { strict: false }).of('<head><meta name="application-name" content="Parvis" /><meta name="parvis:languages" content="" /><title>Parvis</title></head>');

describe('the look', () => {
  it('is that of Parvis until the company says otherwise', async () => {
    expect(await look()).toMatchObject({ name: 'Parvis', accentLight: '#17695a', accentDark: '#74c7b4', isStandard: true, revision: 0 });
    expect((await read('/look.css')).text).toBe('/* As it comes. */\n');
    expect(page()).toContain('<title>Parvis</title>');
  });

  it('is everywhere once it is changed: stylesheet, first page, manifest, pages of sign-in', async () => {
    const before = await read('/look.css');
    await expect(change({ name: '  Agora & Cie ' })).resolves.toMatchObject({ name: 'Agora & Cie', accentLight: '#0a5fb4', isStandard: false });
    const after = await read('/look.css', { 'if-none-match': before.etag });
    expect(after).toMatchObject({ status: 200, text: expect.stringContaining('--color-accent: light-dark(#0a5fb4, #7db7ff);') });
    expect((await read('/look.css', { 'if-none-match': after.etag, 'cache-control': 'max-age=0' })).status).toBe(304);
    expect(page()).toContain('<title>Agora &amp; Cie</title>');
    expect(page()).toContain('<meta name="application-name" content="Agora &amp; Cie" />');
    expect(JSON.parse((await read('/manifest.webmanifest')).text)).toMatchObject({ name: 'Agora & Cie', theme_color: '#0a5fb4' });
    const signedOut = (await read('/saml/signed-out')).text;
    expect(signedOut).toContain('· Agora &#38; Cie</title>');
    expect(signedOut).toContain('--accent: #0a5fb4');
  });

  it.each([
    ['no name', { name: ' ' }, 'TEXT_REQUIRED', 'name', {}],
    ['a name of 41 characters', { name: 'x'.repeat(41) }, 'TEXT_TOO_LONG', 'name', { max: 40 }],
    ['what is no colour', { accentLight: 'red' }, 'LOOK_COLOUR_INVALID', 'accentLight', {}],
    ['what would be more than a colour', { accentDark: '#7db7ff;}' }, 'LOOK_COLOUR_INVALID', 'accentDark', {}],
    ['a colour that cannot be read on light ground', { accentLight: '#FFCC00' }, 'LOOK_ACCENT_TOO_FAINT', 'accentLight', { nearest: expect.stringMatching(/^#[0-9a-f]{6}$/) }],
    ['a colour that cannot be read on dark ground', { accentDark: '#0a5fb4' }, 'LOOK_ACCENT_TOO_FAINT', 'accentDark', { nearest: expect.stringMatching(/^#[0-9a-f]{6}$/) }],
  ])('is refused %s', async (_what, input, code, field, params) => {
    await expect(change(input)).rejects.toMatchObject({ code, field, params });
    await expect(change()).resolves.toMatchObject({ name: 'Agora' });
  });

  it('is offered the nearest colour that can be read, which is taken', async () => {
    const { accentChecks } = await api.confirmed(administrator).send<{ accentChecks: { light: { nearest: string; isReadable: boolean }; dark: { isReadable: boolean } } }>(
      '{ accentChecks(light: "#FFCC00", dark: "#7db7ff") { light { nearest isReadable contrast } dark { isReadable } } }',
    );
    expect(accentChecks).toMatchObject({ light: { isReadable: false }, dark: { isReadable: true } });
    await expect(change({ accentLight: accentChecks.light.nearest })).resolves.toBeTruthy();
  });

  it('is not overwritten unseen', async () => {
    const { revision } = await look();
    await change({ name: 'First', revision });
    await expect(change({ name: 'Second', revision })).rejects.toMatchObject({ code: 'SETTING_CHANGED_MEANWHILE' });
    expect(await look()).toMatchObject({ name: 'First' });
  });
});

describe('the languages', () => {
  it('are those that the company offers, its own for whoever asks for none of them', async () => {
    await changeLanguages({ standard: 'FR' });
    expect(page()).toContain('content="fr en"');
    expect((await read('/saml/signed-out', { 'accept-language': 'de' })).text).toContain('lang="fr"');
    expect((await read('/saml/signed-out', { 'accept-language': 'de, en;q=0.5' })).text).toContain('lang="en"');
    await changeLanguages({ offered: ['FR'], standard: 'FR' });
    expect(page()).toContain('content="fr"');
    expect((await read('/saml/signed-out', { 'accept-language': 'en' })).text).toContain('lang="fr"');
  });

  it.each([['none', { offered: [] }, 'LANGUAGE_REQUIRED'], ['a default that is not offered', { offered: ['FR'], standard: 'EN' }, 'LANGUAGE_NOT_OFFERED']])('are refused %s', async (_what, input, code) => {
    await expect(changeLanguages(input)).rejects.toMatchObject({ code });
    await expect(changeLanguages({})).resolves.toBeTruthy();
  });
});

it.each(roles.filter((role) => role !== 'it'))('is nothing for whoever is %s', async (role) => {
  const somebody = await aPerson().being(role).save(api.manager);
  await expect(look(somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(change({}, somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(changeLanguages({}, somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(api.confirmed(somebody).send('{ accentChecks(light: "#000000", dark: "#ffffff") { light { contrast } } }')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(change()).resolves.toBeTruthy();
});
