import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
const [administrator, guardian] = ['Thomas Vandenberghe', 'Hervé Kerbrat'];
const reason = 'Deux personnes nous ont signalé des menaces dans cette communauté.';
let asker: Visitor, council: Visitor, member: Visitor;
let communityId: string;

beforeAll(async () => {
  [asker, council, member] = await Promise.all([
    parvis.arriveAs(administrator, '/break-glass', { locale: 'fr-FR' }),
    parvis.arriveAs(guardian, '/', { locale: 'fr-FR', width: 390, height: 844 }),
    parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' }),
  ]);
  const { createCommunity } = await member.ask<{ createCommunity: { id: string } }>('mutation ($key: ID!) { createCommunity(input: { key: $key, name: "Chemin de ronde", description: "Entre nous.", visibility: SECRET }) { id } }', { key: randomUUID() });
  communityId = createCommunity.id;
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Le mot de passe est sous le paillasson.' }] }] };
  await member.ask('mutation ($key: ID!, $communityId: ID!, $body: RichText!) { createPost(input: { key: $key, kind: STATUS, communityId: $communityId, body: $body }) { id } }', { key: randomUUID(), communityId, body });
});

const confirm = async ({ page }: Visitor, name: string, path: string) => {
  await page.getByRole('link', { name: 'Confirmer', exact: true }).click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${parvis.stack.url}${path}`);
};

describe('break-glass', () => {
  it('is not there for whoever neither asks nor decides', async () => {
    await member.open('/break-glass');
    await member.settled();
    expect(await member.page.getByRole('heading', { level: 1 }).innerText()).not.toMatch(/Accès exceptionnels/);
  });

  it('is asked for by IT, who says again who they are, which community and why', async () => {
    const { page } = asker;
    await page.getByText('Confirmez que c’est bien vous').waitFor();
    expect(await asker.faults()).toEqual([]);
    await confirm(asker, administrator, '/break-glass');
    await page.getByLabel('Adresse de la communauté').fill(`${parvis.stack.url}/communities/${communityId}`);
    await page.getByLabel('Motif').fill('Pour voir.');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await page.getByText('Expliquez pourquoi en 20 caractères au moins').waitFor();
    await page.getByLabel('Motif').fill(reason);
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await page.getByRole('article', { name: 'Communauté secrète' }).getByText('En attente').waitFor();
    expect(await page.content()).not.toContain('Chemin de ronde');
    expect(await asker.faults()).toEqual([]);
  });

  it('is decided by the works council, who hear of it', async () => {
    const { page } = council;
    await council.open('/notifications');
    await page.getByRole('link', { name: /Une demande d’accès exceptionnel attend votre décision/ }).click();
    await confirm(council, guardian, '/break-glass');
    await page.getByText(reason).waitFor();
    expect(await council.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Accepter' }).click();
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Accepter' }).click();
    await page.getByText('Ouvert', { exact: true }).waitFor();
    expect(await council.faults()).toEqual([]);
  });

  it('is shown to the members, who hear of it, and counts what was read', async () => {
    const { page } = asker;
    await page.reload();
    await page.getByRole('link', { name: 'Lire la communauté' }).click();
    await page.getByRole('heading', { name: 'Chemin de ronde' }).waitFor();
    expect(await page.content()).not.toContain('paillasson');
    await page.getByRole('button', { name: 'Afficher la première page' }).click();
    await page.getByText('Le mot de passe est sous le paillasson.').waitFor();
    expect(await asker.faults()).toEqual([]);

    await member.open('/notifications');
    await member.page.getByRole('link', { name: /L’informatique peut lire « Chemin de ronde »/ }).click();
    await member.page.getByRole('heading', { name: 'L’informatique peut lire cette communauté en ce moment' }).waitFor();
    await member.page.getByText(reason).waitFor();
    await member.page.getByText('1 page lue').waitFor();
    expect(await member.page.getByRole('main').innerText()).toMatch(/Thomas Vandenberghe[\s\S]*Hervé Kerbrat/);
    expect(await member.faults()).toEqual([]);
  });

  it('is put away on the open page within a second of its end, and members still see it', async () => {
    await council.page.getByRole('button', { name: 'Terminer l’accès' }).click();
    await council.page.getByText('Terminé', { exact: true }).waitFor();
    await asker.page.getByText('Cet accès est terminé').waitFor({ timeout: 1_500 });
    expect(await asker.page.content()).not.toContain('paillasson');
    await member.page.reload();
    await member.page.getByText('L’informatique a eu accès à cette communauté 1 fois').click();
    await member.page.getByText(/Terminé avant l’heure par Hervé Kerbrat/).waitFor();
    for (const visitor of [asker, council, member]) expect(await visitor.faults()).toEqual([]);
  });
});
