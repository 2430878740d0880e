import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile({ hasOwnDatabase: true });

const question = 'Comment rendre les arrivées plus simples ?';

/** As if time had passed: the campaign at `path` stands a minute after the opening of a phase. */
async function moveTo(path: string, kind: string): Promise<void> {
  const id = path.split('/')[2];
  await parvis.sql.query(
    `UPDATE campaign_phase SET opens_at = opens_at - moved.by, closes_at = closes_at - moved.by
     FROM (SELECT max(opens_at) FILTER (WHERE kind = $2) - now() + interval '1 minute' AS by FROM campaign_phase WHERE campaign_id = $1) AS moved WHERE campaign_id = $1`,
    [id, kind],
  );
}

async function write({ page }: Visitor, label: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label, exact: true });
  await editor.click();
  await editor.pressSequentially(text);
}

describe('an idea campaign', () => {
  it('is prepared, signed, published, and gathers ideas; its owner tells news and extends a phase', async () => {
    const elodie = await parvis.arriveAs('Élodie Marchand', '/campaigns', { locale: 'fr-FR' });
    const nathalie = await parvis.arrive({ locale: 'fr-FR', width: 390, height: 844 });
    const oliver = await parvis.arrive({ locale: 'en-GB' });

    // Élodie prepares it; without a question it is refused, and what she chose stays.
    await elodie.page.getByRole('link', { name: 'Préparer une campagne' }).click();
    await elodie.page.getByLabel('Parrainée par').selectOption({ label: 'Nathalie Brévent' });
    await elodie.page.getByRole('button', { name: 'Garder ce brouillon' }).click();
    await elodie.page.getByRole('alert').first().waitFor();
    await elodie.page.getByLabel(/^La question/).fill(question);
    await elodie.page.getByRole('button', { name: 'Garder ce brouillon' }).click();
    await elodie.page.getByRole('heading', { level: 1, name: question }).waitFor();
    const path = new URL(elodie.page.url()).pathname;
    await elodie.page.getByText('Attendre l’engagement écrit de Nathalie Brévent').waitFor();

    // It cannot be published before the sponsor has signed; until then nobody else sees it.
    await elodie.page.getByRole('button', { name: 'Publier' }).click();
    await elodie.page.getByRole('alert').filter({ hasText: 'il manque l’engagement écrit de la direction' }).waitFor();
    await oliver.openAs('Oliver Hughes', path);
    await oliver.page.getByRole('link', { name: 'All campaigns' }).waitFor();

    // Nathalie finds the request among her notifications and signs on her phone.
    await nathalie.openAs('Nathalie Brévent', '/notifications');
    await nathalie.page.getByRole('link', { name: /vous demande de vous engager/ }).first().click();
    await nathalie.page.getByRole('button', { name: 'Signer l’engagement' }).click();
    await nathalie.page.getByLabel(/^Ce qui sera fait du résultat/).fill('La meilleure idée commence dans le mois.');
    await nathalie.page.getByLabel(/^Au plus tard le/).fill('2099-06-30');
    await nathalie.page.getByRole('button', { name: 'Signer', exact: true }).click();
    await nathalie.page.getByText('La meilleure idée commence dans le mois.').waitFor();

    // Published, announced, and then the clock opens the first phase.
    await elodie.page.reload();
    await elodie.page.getByRole('button', { name: 'Publier' }).click();
    await elodie.page.getByText('Annoncée').first().waitFor();
    await moveTo(path, 'gather');
    await oliver.open(path);
    await oliver.page.getByText('No idea yet').waitFor();

    // Oliver writes; what he wrote survives a reload, is submitted, and changed.
    await oliver.page.getByRole('link', { name: 'Propose an idea' }).click();
    await oliver.page.getByLabel(/^Your idea in a sentence/).fill('One form for everything');
    await write(oliver, 'The proposal', 'A single form, signed once.');
    await oliver.settled();
    await oliver.page.reload();
    await oliver.page.getByText('A single form, signed once.').waitFor();
    expect(await oliver.page.getByLabel(/^Your idea in a sentence/).inputValue()).toBe('One form for everything');
    await oliver.page.getByRole('button', { name: 'Submit the idea' }).click();
    await oliver.page.getByRole('alert').first().waitFor();
    await oliver.page.getByRole('textbox', { name: 'The problem' }).fill('Five forms, two of them on paper.');
    await oliver.page.getByRole('button', { name: 'Submit the idea' }).click();
    await oliver.page.getByRole('heading', { level: 1, name: 'One form for everything' }).waitFor();
    const ideaPath = new URL(oliver.page.url()).pathname;

    // Élodie's open page says so; she tells news, and extends the phase with a reason.
    await elodie.open(path);
    await elodie.page.getByRole('link', { name: 'One form for everything' }).waitFor();
    await elodie.open(`${path}/about`);
    await elodie.page.getByRole('button', { name: 'Donner des nouvelles' }).click();
    await write(elodie, 'Donner des nouvelles', 'Une première idée est là.');
    await elodie.page.getByRole('button', { name: 'Publier', exact: true }).last().click();
    await elodie.page.getByRole('article').filter({ hasText: 'Une première idée est là.' }).waitFor();
    await elodie.page.getByRole('button', { name: 'Prolonger une étape' }).click();
    await elodie.page.getByLabel(/^Nouvelle fin/).fill('2099-01-15T18:00');
    await elodie.page.getByLabel(/^Pourquoi/).fill('Les vacances d’hiver.');
    await elodie.page.getByRole('button', { name: 'Prolonger', exact: true }).click();
    await elodie.page.getByText(/prolongée par Élodie Marchand/).waitFor();

    // She takes the ideas away as a file, and brings others in: what is wrong is told, and nothing is written before she says so.
    await elodie.open(`${path}/about`);
    const [download] = await Promise.all([elodie.page.waitForEvent('download'), elodie.page.getByRole('link', { name: 'Télécharger : Idées, CSV' }).click()]);
    expect([download.suggestedFilename(), (await readFile(await download.path(), 'utf8')).split('\r\n')[1]]).toEqual(['Comment rendre les arrivées plus simples - ideas.csv', expect.stringContaining('One form for everything')]);
    await elodie.page.getByRole('link', { name: 'Importer des idées' }).click();
    const [{ email }] = (await parvis.sql.query(`SELECT email FROM person WHERE display_name = 'Nathalie Brévent'`)).rows as [{ email: string }];
    const rows = ['id;authors;title;problem;proposal', `1;${email};Un parrain pour chacun;On arrive seul.;Un collègue volontaire.`, '2;personne@example.com;Sans auteur;p;q'];
    await elodie.page.locator('input[type=file]').setInputFiles({ name: 'idées.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    await elodie.page.getByText('Personne ici ne porte cet identifiant ou cette adresse').waitFor();
    await elodie.page.getByRole('button', { name: 'Importer 1 idée' }).click();
    await elodie.page.getByText('1 idée est importée.').first().waitFor();
    await elodie.page.getByRole('link', { name: 'Voir la campagne' }).click();
    await elodie.page.getByRole('link', { name: 'Un parrain pour chacun' }).waitFor();

    // A post that links to the campaign shows it as it stands.
    await oliver.open('/');
    await oliver.page.getByRole('button', { name: /^Share something/ }).click();
    await write(oliver, 'Your post', `Have a look: ${parvis.stack.url}${path} `);
    await oliver.page.getByRole('button', { name: 'Publish', exact: true }).click();
    const card = oliver.page.getByRole('article', { name: /Oliver Hughes/ }).first().getByRole('article').filter({ hasText: question });
    await card.getByText('Gathering ideas').waitFor();

    // Oliver takes his idea back, and submits it again.
    await oliver.open(ideaPath);
    await oliver.page.getByRole('button', { name: 'Withdraw the idea' }).click();
    await oliver.page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw the idea' }).click();
    await oliver.page.getByText('This idea was withdrawn').waitFor();
    await nathalie.open(ideaPath);
    await nathalie.page.getByRole('link', { name: 'Toutes les campagnes' }).waitFor();
    await oliver.page.getByRole('button', { name: 'Submit the idea' }).click();
    await oliver.page.getByText('Your idea is submitted.').first().waitFor();

    for (const visitor of [elodie, nathalie, oliver]) {
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    }
  }, 120_000);
});
