import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
const administrator = 'Thomas Vandenberghe';
const run = randomUUID().slice(0, 8);
let visitor: Visitor;
let secret: string;

beforeAll(async () => {
  visitor = await parvis.arriveAs(administrator, '/administration/provisioning', { locale: 'fr-FR' });
});

/** What the company's directory sends. */
async function directory(method: string, path: string, body?: object): Promise<{ id: string; status: number }> {
  const answer = await fetch(`${parvis.stack.url}/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { ...(text ? (JSON.parse(text) as { id: string }) : { id: '' }), status: answer.status };
}

describe('provisioning', () => {
  it('gives IT an address and a token, told once', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Confirmer mon identité' }).click();
    await page.getByRole('button', { name: administrator }).click();
    await page.waitForURL(`${parvis.stack.url}/administration/provisioning`);
    await page.getByText(/\/scim\/v2$/).waitFor();
    await page.getByRole('button', { name: 'Créer le jeton' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByLabel('Nom').fill('Entra ID');
    await page.getByRole('button', { name: 'Créer le jeton' }).click();
    await page.getByRole('heading', { name: 'Copiez ce jeton maintenant' }).waitFor();
    secret = await page.locator('code', { hasText: 'parvis_scim_' }).innerText();
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
    await page.reload();
    await page.getByText('Jamais utilisé.').waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it('asks who is whom, and makes one of two when IT says so', async () => {
    const { page } = visitor;
    const colleague = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
    const { viewer } = await colleague.ask<{ viewer: { person: { email: string } } }>('{ viewer { person { email } } }');
    await colleague.page.close();
    const { id } = await directory('POST', '/Users', {
      userName: `emarchand-${run}`, externalId: `scim-${run}`, name: { givenName: 'Elodie', familyName: 'Marchand-Delacroix de la Villardière' }, title: 'Ingénieure méthodes', emails: [{ value: viewer.person.email.toUpperCase() }],
    });
    await directory('POST', '/Groups', { displayName: 'moderators', members: [{ value: id }] });
    await page.reload();
    const match = page.getByRole('article', { name: /Marchand-Delacroix/ });
    await match.getByText('Même adresse.').waitFor();
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
    await match.getByRole('button', { name: 'La même personne' }).click();
    const name = match.getByLabel(/^Pour confirmer, saisissez le nom/);
    await name.fill('Élodie Marchand');
    await match.getByRole('button', { name: 'Réunir' }).click();
    await match.getByText('Ce n’est pas son nom').waitFor();
    expect(await visitor.faults()).toEqual([]);
    await name.fill('Elodie Marchand-Delacroix de la Villardière');
    await match.getByRole('button', { name: 'Réunir' }).click();
    await match.waitFor({ state: 'detached' });
    await page.getByText('Deux personnes n’en font plus qu’une.').waitFor();
    expect((await directory('GET', `/Users/${id}`)).status).toBe(404);
  });

  it('puts a leaver out of their open page', async () => {
    const leaver = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR', width: 390 });
    await leaver.settled();
    const answer = await fetch(`${parvis.stack.url}/scim/v2/Users?filter=${encodeURIComponent(`externalId eq "scim-${run}"`)}`, { headers: { authorization: `Bearer ${secret}` } });
    const { Resources } = (await answer.json()) as { Resources: { id: string }[] };
    const id = Resources[0]?.id ?? '';
    expect((await directory('PATCH', `/Users/${id}`, { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] })).status).toBe(200);
    expect((await leaver.context.request.get(`${parvis.stack.url}/auth/session`)).status()).toBe(401);
    await leaver.page.close();
    expect((await directory('PATCH', `/Users/${id}`, { Operations: [{ op: 'replace', value: { active: true } }] })).status).toBe(200);
  });

  it('gives a place in a community by a group, and takes it, as IT says', async () => {
    const { page } = visitor;
    await directory('POST', '/Groups', { displayName: 'Cyclistes du site de Villefranche-sur-Saône', members: [] });
    await page.reload();
    const group = page.getByRole('listitem').filter({ hasText: 'Cyclistes' });
    await group.getByRole('button', { name: 'Donner une place dans une communauté ouverte' }).click();
    await group.getByLabel('Donner une place dans une communauté ouverte').fill('vélo');
    await page.getByRole('option', { name: 'Vélotaf' }).click();
    await group.getByRole('link', { name: 'Vélotaf' }).waitFor();
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
    await group.getByRole('button', { name: 'Ne plus donner de place' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ne plus donner de place' }).click();
    await group.getByRole('link', { name: 'Vélotaf' }).waitFor({ state: 'detached' });
  });

  it('shuts out whoever uses a revoked token', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Révoquer' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Révoquer' }).click();
    await page.getByText('Révoqué', { exact: true }).first().waitFor();
    expect((await directory('GET', '/Users')).status).toBe(401);
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
  });
});
