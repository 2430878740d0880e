import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoIdp } from '../../apps/demo-idp/src/demo-idp.ts';
import type { DemoPerson } from '../../apps/demo-idp/src/demo-person.ts';
import { testKeys } from '../../libs/identity/server/src/saml/testing/test-identity-provider.ts';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
const administrator = 'Thomas Vandenberghe';
const zoe: DemoPerson = {
  identifier: 'zlafarge', mail: 'zoe.lafarge@lyon.example', givenName: 'Zoé', surname: 'Lafarge', title: 'Responsable qualité', department: 'Qualité', managerIdentifier: null, groups: ['parvis'], role: 'employee',
};
let second: { server: Server; url: string };
let visitor: Visitor;

beforeAll(async () => {
  const port = await unusedPort();
  const url = `http://127.0.0.1:${port}`;
  const server = createServer(demoIdp({ people: [zoe], keys: testKeys('Lyon'), baseUrl: url, parvisUrl: parvis.stack.url }));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  second = { server, url };
  visitor = await parvis.arriveAs(administrator, '/', { locale: 'fr-FR' });
});
afterAll(() => {
  second.server.close();
  second.server.closeAllConnections();
});

describe('administration', () => {
  it('is not there for anybody else', async () => {
    const employee = await parvis.arriveAs('Élodie Marchand', '/administration', { locale: 'fr-FR' });
    await employee.settled();
    expect(await employee.page.getByRole('heading', { level: 1 }).innerText()).not.toMatch(/Administration/);
    expect(await employee.page.getByRole('main').innerText()).not.toMatch(/Confirmer/);
    await employee.page.close();
  });

  it('wants one to say again who one is', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: /^Compte / }).click();
    await page.getByRole('menuitem', { name: 'Administration' }).click();
    await page.getByText('Confirmez d’abord qui vous êtes').waitFor();
    expect(await visitor.faults()).toEqual([]);
    await page.getByRole('link', { name: 'Confirmer mon identité' }).click();
    // The identity provider remembers, and asks all the same.
    await page.getByRole('button', { name: administrator }).click();
    await page.waitForURL(`${parvis.stack.url}/administration/sign-in`);
    await page.getByRole('heading', { name: 'Fournisseurs d’identité', exact: true }).waitFor();
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
  });
});

describe('a second identity provider', () => {
  it('is connected from the pages, and what is wrong with its address is said beside it', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Raccorder un fournisseur d’identité' }).click();
    await page.getByLabel('Nom').fill('Parvis Lyon');
    await page.getByLabel('Adresse des métadonnées').fill(`${second.url}/nowhere`);
    await page.getByRole('button', { name: 'Raccorder' }).click();
    await page.getByText('l’adresse répond par une erreur').waitFor();
    expect(await page.getByLabel('Nom').inputValue()).toBe('Parvis Lyon');
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel('Adresse des métadonnées').fill(`${second.url}/metadata`);
    await page.getByRole('button', { name: 'Raccorder' }).click();
    await page.waitForURL(/\/administration\/sign-in\/[0-9a-f-]{36}$/);
    await page.getByText('Pas encore activé').waitFor();
  });

  it('gives places in communities by its groups, as IT says', async () => {
    const { page } = visitor;
    await page.getByLabel('Ajouter une communauté ouverte').fill('vélo');
    await page.getByRole('option', { name: 'Vélotaf' }).click();
    await page.getByLabel('Groupes qui donnent une place dans «\u00A0Vélotaf\u00A0»').fill('PARVIS\nCN=Cyclistes,OU=Groupes,DC=lyon');
    await page.getByRole('button', { name: 'Donner ces places' }).click();
    await page.getByText('Communautés enregistrées.', { exact: true }).waitFor();
    await page.reload();
    await visitor.settled();
    expect(await page.getByLabel('Groupes qui donnent une place').inputValue()).toBe('cn=cyclistes,ou=groupes,dc=lyon\nparvis');
    expect(await visitor.faults()).toEqual([]);
  });

  it('is tried, and shows what came and what it would do', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Essayer', exact: true }).click();
    await page.getByRole('button', { name: 'Zoé Lafarge' }).click();
    await page.getByText('Cette personne pourrait se connecter.').waitFor();
    await page.getByText('Communautés (par ses groupes)').locator('xpath=following-sibling::dd[1]').filter({ hasText: 'Vélotaf' }).waitFor();
    await page.getByRole('row', { name: 'mail zoe.lafarge@lyon.example' }).waitFor();
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
    // Still oneself.
    await page.getByRole('button', { name: /^Compte / }).click();
    await page.getByRole('menuitem', { name: 'Administration' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('lets people in once it is enabled: they choose once', async () => {
    const { page } = visitor;
    await page.getByLabel('Les personnes peuvent se connecter par ce fournisseur').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('C’est enregistré\u00A0: les prochaines connexions en tiennent compte.', { exact: true }).waitFor();

    // On a phone, in the dark.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const details of await page.locator('summary').all()) await details.click();
    expect([...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())]).toEqual([]);
    for (const path of ['/administration/sign-in', '/administration/sign-in/new', '/administration/confirmed', '/administration/charter', '/audit']) {
      await visitor.open(path);
      await visitor.settled();
      expect([path, ...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())]).toEqual([path]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });

    const employee = await parvis.arrive({ locale: 'fr-FR', width: 390 });
    await employee.open('/communities');
    await employee.page.getByRole('heading', { name: 'Où travaillez-vous' }).waitFor();
    expect(await employee.accessibilityFaults()).toEqual([]);
    await employee.page.getByRole('button', { name: 'Parvis Lyon' }).click();
    await employee.page.getByRole('button', { name: 'Zoé Lafarge' }).click();
    await employee.page.waitForURL(/\/charter\?/);
    await employee.acceptCharter();
    await employee.page.waitForURL(`${parvis.stack.url}/communities`);
    await employee.settled();
    const { viewer } = await employee.ask<{ viewer: { person: { communities: { edges: { node: { name: string } }[] } } } }>('{ viewer { person { communities(first: 5) { edges { node { name } } } } } }');
    expect(viewer.person.communities.edges.map(({ node }) => node.name)).toEqual(['Vélotaf']);
    await employee.context.clearCookies({ name: 'parvis' });
    await employee.open('/communities');
    await employee.settled();
    expect(new URL(employee.page.url()).pathname).toBe('/communities');
    await employee.page.close();
  });

  it('is removed by whoever types its name', async () => {
    const { page } = visitor;
    await visitor.open('/administration/sign-in');
    await page.getByRole('link', { name: 'Parvis Lyon' }).click();
    await page.getByRole('button', { name: 'Retirer' }).click();
    await page.getByText('Ce n’est pas son nom').waitFor();
    await page.getByLabel('Pour confirmer, saisissez son nom').fill('Parvis Lyon');
    await page.getByRole('button', { name: 'Retirer' }).click();
    await page.waitForURL(`${parvis.stack.url}/administration/sign-in`);
    expect(await page.getByText('Parvis Lyon', { exact: true }).count()).toBe(0);
    expect(await visitor.faults()).toEqual([]);
  });
});

it('the key that Parvis signs with is replaced step by step, and people go on signing in', async () => {
  const { page } = visitor;
  const card = page.getByRole('region', { name: 'Clé de signature de ce Parvis' });
  const used = () => card.locator('dd code').first().innerText();
  const first = await used();
  await card.getByRole('button', { name: 'Préparer la clé suivante' }).click();
  await card.getByText('Suivante, déjà publiée').waitFor();
  expect(await used()).toBe(first);
  await card.getByRole('button', { name: 'Signer avec la clé suivante' }).click();
  await card.getByText('Ancienne, encore publiée').waitFor();
  expect(await used()).not.toBe(first);
  await visitor.settled();
  expect(await visitor.faults()).toEqual([]);

  const employee = await parvis.arriveAs('Élodie Marchand', '/communities', { locale: 'fr-FR' });
  await employee.settled();
  expect(new URL(employee.page.url()).pathname).toBe('/communities');
  await employee.page.close();

  await card.getByRole('button', { name: 'Retirer l’ancienne clé' }).click();
  await card.getByRole('button', { name: 'Préparer la clé suivante' }).waitFor();
  expect(await card.getByText(first).count()).toBe(0);
  expect(await visitor.faults()).toEqual([]);
});

describe('the audit log', () => {
  it('says what was done here, and finds a refusal by its reference', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: /^Compte / }).click();
    await page.getByRole('menuitem', { name: 'Journal d’audit' }).click();
    await page.getByLabel('Partie').selectOption({ label: 'Configuration' });
    await page.getByText('Fournisseur d’identité retiré').waitFor();
    await page.getByText('Fournisseur d’identité raccordé').waitFor();
    expect(await visitor.faults()).toEqual([]);

    const stranger = await parvis.arrive({ locale: 'fr-FR' });
    await stranger.page.setContent(`<form method="post" action="${parvis.stack.url}/saml/acs"><input name="SAMLResponse" value="x"><button>Post</button></form>`);
    await stranger.page.getByRole('button').click();
    const reference = await stranger.page.locator('code').innerText();
    await page.getByLabel('Partie').selectOption({ label: 'Connexions refusées' });
    await page.getByLabel('Référence d’un refus').fill(reference.toLowerCase());
    await page.getByText('Connexion ou déconnexion refusée').waitFor();
    await page.getByText(reference, { exact: true }).waitFor();
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(1);
    await stranger.page.close();
  });
});
