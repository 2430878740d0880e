import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { parvisForThisFile } from './parvis.ts';
import { ReverseProxy } from './reverse-proxy.ts';
import { Visitor } from './visitor.ts';

const proxy = new ReverseProxy('/parvis');
let addresses: { first: string; other: string };
const parvis = parvisForThisFile({
  env: async () => {
    const port = await unusedPort();
    await proxy.listen(port);
    addresses = { first: `http://localhost:${port}/parvis`, other: `http://127.0.0.1:${port}/parvis` };
    return { PARVIS_URL: addresses.first, PARVIS_OTHER_URLS: addresses.other };
  },
});

beforeAll(() => proxy.passTo(Number(new URL(parvis.stack.url).port)));
afterAll(() => proxy.close());

/** Somebody who comes by a name of Parvis through the proxy. */
const arriveBy = (url: string): Promise<Visitor> => Visitor.arrive(parvis.browser, { ...parvis.stack, url }, { locale: 'fr-FR' });

describe('under a sub-path, by two names', () => {
  it('people sign in, write with a picture, hear of it at once, and sign out', async () => {
    const [elodie, oliver] = [await arriveBy(addresses.first), await arriveBy(addresses.other)];
    await elodie.signInAs('Élodie Marchand', '/communities');
    await elodie.settled();
    await oliver.signInAs('Oliver Hughes', '/');
    await oliver.settled();
    const cookies = await oliver.context.cookies();
    expect(cookies.filter(({ name }) => name === 'parvis').map(({ domain, path }) => [domain, path])).toEqual([['127.0.0.1', '/parvis']]);

    // By a link, by its address, anew.
    await elodie.page.getByRole('link', { name: 'Amélioration continue' }).first().click();
    await elodie.settled();
    expect(elodie.page.url()).toMatch(/\/parvis\/communities\/[0-9a-f-]{36}$/);
    const community = new URL(elodie.page.url()).pathname.slice('/parvis'.length);
    for (const one of [elodie, oliver]) await join(one, community.replace('/communities/', ''));
    await elodie.page.reload();
    await elodie.settled();
    await oliver.open('/');
    await oliver.settled();

    await elodie.page.getByRole('button', { name: /Partagez quelque chose/ }).click();
    await elodie.page.getByRole('textbox', { name: 'Votre publication' }).pressSequentially('Le nouveau râtelier est posé.');
    const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a7d44' } }).jpeg().toBuffer();
    await elodie.page.locator('input[type=file]').setInputFiles([{ name: 'râtelier.jpg', mimeType: 'image/jpeg', buffer: picture }]);
    await elodie.page.getByRole('textbox', { name: 'Description de râtelier.jpg' }).fill('Le râtelier vu de la rue');
    await elodie.page.getByRole('button', { name: 'Publier', exact: true }).click();
    await elodie.page.getByRole('article').filter({ hasText: 'râtelier est posé' }).waitFor();

    // Oliver, by the other name, is told of it without doing anything.
    await oliver.page.getByRole('button', { name: /1 nouvelle publication/ }).click();
    const post = oliver.page.getByRole('article').filter({ hasText: 'râtelier est posé' });
    await post.getByRole('img', { name: 'Le râtelier vu de la rue' }).waitFor();
    await oliver.page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('article img')].filter(({ src }) => src.includes('/media/')).every((image) => image.complete && image.naturalWidth > 0));
    expect(await oliver.accessibilityFaults()).toEqual([]);

    // Out, at the identity provider too, and back in.
    await oliver.page.getByRole('button', { name: /^Compte / }).click();
    await oliver.page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await oliver.page.getByRole('heading', { name: 'Vous êtes déconnecté de Parvis' }).waitFor();
    expect((await oliver.context.request.get(`${addresses.other}/auth/session`)).status()).toBe(401);
    await oliver.page.getByRole('link', { name: 'Se connecter à nouveau' }).click();
    await oliver.page.getByRole('button', { name: 'Oliver Hughes' }).waitFor();
    // The other one stays.
    expect((await elodie.context.request.get(`${addresses.first}/auth/session`)).status()).toBe(200);

    // Pages that stand without the application.
    await elodie.page.getByRole('contentinfo').getByRole('link', { name: 'Charte d’utilisation' }).click();
    await elodie.page.getByRole('heading', { level: 1, name: 'Charte d’utilisation' }).waitFor();
    await elodie.page.getByRole('link', { name: 'Ouvrir le réseau' }).click();
    await elodie.settled();
    expect(elodie.page.url()).toBe(`${addresses.first}/`);

    expect([...elodie.complaints, ...oliver.complaints]).toEqual([]);
    expect(proxy.stray).toEqual([]);
  });

  it('the metadata has both, and nothing comes by a third', async () => {
    const metadata = await (await fetch(`${addresses.other}/saml/metadata`)).text();
    expect([...metadata.matchAll(/AssertionConsumerService [^>]*Location="([^"]+)" index="(\d)"/g)].map(([, location, index]) => [location, index])).toEqual([[`${addresses.first}/saml/acs`, '0'], [`${addresses.other}/saml/acs`, '1']]);
    expect(metadata).toContain(`entityID="${addresses.first}/saml/metadata"`);
    const change = (origin: string) => fetch(`${addresses.first}/graphql`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
    expect((await change(new URL(addresses.other).origin)).status).toBe(200);
    for (const origin of ['http://evil.example', 'null', `${new URL(addresses.first).origin}.evil.example`]) expect((await change(origin)).status).toBe(403);
  });
});

async function join(visitor: Visitor, id: string): Promise<void> {
  await visitor.ask('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id });
}
