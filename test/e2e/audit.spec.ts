import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let hr: Visitor, council: Visitor, employee: Visitor;

beforeAll(async () => {
  [hr, council, employee] = await Promise.all([
    parvis.arriveAs('Human resources', '/'),
    parvis.arriveAs('Hervé Kerbrat', '/audit/engagement', { locale: 'fr-FR' }),
    parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR', width: 390 }),
  ]);
});

describe('who read the indicators', () => {
  it('is empty until somebody does', async () => {
    await council.page.getByText('Personne n’a lu les indicateurs').waitFor();
    expect(await council.faults()).toEqual([]);
  });

  it('is told to the works council in a sentence for each page, with what the page asked beside it', async () => {
    await hr.open('/engagement?days=30&department=Production');
    await hr.settled();
    await employee.ask('{ engagement(from: "2026-03-01", to: "2026-03-31") { people } }').catch(() => undefined);
    const { page } = council;
    await council.open('/');
    await page.getByRole('button', { name: /^Compte / }).click();
    await page.getByRole('menuitem', { name: 'Qui a lu les indicateurs' }).click();
    await page.getByText(/Karim Benjelloun a lu les indicateurs du service Production, du .* au /).waitFor();
    await page.getByText(/Élodie Marchand a demandé les indicateurs de toute l’entreprise, du 1er\smars\s2026 au 31\smars\s2026, sans en avoir le droit/).waitFor();
    await page.getByText(/Et, sur la même page.* mois par mois du/).waitFor();
    await page.getByText(/Et, sur la même page.* les réponses anonymes à la question/).waitFor();
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(2);
    expect(await council.faults()).toEqual([]);
  });

  it('is chosen by person and month, and taken away as a file', async () => {
    const { page } = council;
    await page.getByRole('combobox', { name: 'Personne' }).selectOption('Karim Benjelloun');
    await page.getByText(/Élodie Marchand a demandé/).waitFor({ state: 'detached' });
    await page.getByText(/Karim Benjelloun a lu les indicateurs du service Production/).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger le journal' }).click();
    const lines = readFileSync(await (await saving).path(), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { action: string; hash: string });
    expect(new Set(lines.map(({ action }) => action))).toEqual(new Set(['engagement.read', 'engagement.refused']));
    expect(lines.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(council.complaints).toEqual([]);
    expect(council.strayRequests).toEqual([]);
  });

  it('is no page for anybody else, HR included', async () => {
    for (const other of [hr, employee]) {
      await other.open('/audit/engagement');
      await other.settled();
      expect(await other.page.getByText('Karim Benjelloun').count()).toBe(0);
      expect(await other.page.getByRole('heading', { level: 1 }).innerText()).not.toMatch(/indicat/i);
    }
  });
});

describe('the facts about the processing', () => {
  it('are read by everybody, and taken away as a text', async () => {
    const { page } = employee;
    await employee.open('/about/engagement');
    await page.getByRole('link', { name: /^Fiche du traitement/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Fiche du traitement' }).waitFor();
    await page.getByText(/groupes d’au moins 10\spersonnes, événements gardés 395\sjours/).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger' }).click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text).toMatch(/REGISTRE DES ACTIVITÉS DE TRAITEMENT[\s\S]*Responsable du traitement\n\[À compléter[\s\S]*L\.\s1222-4[\s\S]*CE QUE L’ENTREPRISE DÉCIDE/);
    expect(await employee.faults()).toEqual([]);
  });
});
