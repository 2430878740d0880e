import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

/** A whole campaign: its question, its ideas, the vote, the jury, the answers, a project that is delivered and measured. */

const parvis = parvisForThisFile({ hasOwnDatabase: true });

const question = 'Comment rendre les arrivées plus simples ?';
const titles = ['One form for everything', 'Un parrain dès le premier jour', 'Le badge avant l’arrivée'] as const;
const [first, second, third] = titles;
const phases = ['Recueil des idées', 'Construction commune', 'Vote', 'Jury', 'Décision', 'Réalisation', 'Bilan'];
/** Owner, sponsor, three authors (one of them on a phone), two jurors, and somebody who only votes. */
let elodie: Visitor, nathalie: Visitor, oliver: Visitor, ines: Visitor, karim: Visitor, thomas: Visitor, fatou: Visitor, minh: Visitor;
/** The campaign, and the idea that goes all the way. */
let path: string, ideaPath: string;

beforeAll(async () => {
  const inFrench = { locale: 'fr-FR' } as const;
  [elodie, nathalie, oliver, ines, karim, thomas, fatou, minh] = await Promise.all([
    parvis.arriveAs('Élodie Marchand', '/campaigns', inFrench),
    parvis.arriveAs('Nathalie Brévent', '/', { ...inFrench, width: 390, height: 844 }),
    parvis.arriveAs('Oliver Hughes', '/'),
    ...['Inês Carvalho', 'Karim Benjelloun', 'Thomas Vandenberghe', 'Fatou Diallo', 'Minh Anh'].map((name) => parvis.arriveAs(name, '/campaigns', inFrench)),
  ] as [Promise<Visitor>, Promise<Visitor>, Promise<Visitor>, Promise<Visitor>, Promise<Visitor>, Promise<Visitor>, Promise<Visitor>, Promise<Visitor>]);
}, 120_000);

/** The clock moves: the campaign stands a minute after the opening of a phase, or after the close of its last. */
async function moveTo(kind: string | 'end'): Promise<void> {
  await parvis.sql.query(
    `UPDATE campaign_phase SET opens_at = opens_at - moved.by, closes_at = closes_at - moved.by
     FROM (SELECT coalesce(max(opens_at) FILTER (WHERE kind = $2), max(closes_at)) - now() + interval '1 minute' AS by FROM campaign_phase WHERE campaign_id = $1) AS moved WHERE campaign_id = $1`,
    [path.split('/')[2], kind],
  );
}

const main = ({ page }: Visitor): Locator => page.getByRole('main');
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const day = (date: Date): string => date.toISOString().slice(0, 10);

async function write({ page }: Visitor, label: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label, exact: true });
  await editor.click();
  await editor.pressSequentially(text);
}

/** An idea submitted without its form. */
async function propose(author: Visitor, title: string): Promise<void> {
  const proposal = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Dès la signature du contrat.' }] }] };
  const words = { title, problem: 'La première journée se passe à attendre.', proposal, benefitAmount: 12, benefitUnit: 'heures par arrivée' };
  const { draftIdea } = await author.ask<{ draftIdea: { id: string } }>('mutation ($input: DraftIdeaInput!) { draftIdea(input: $input) { id } }', { input: { key: randomUUID(), campaignId: path.split('/')[2], words } });
  await author.ask('mutation ($id: ID!) { submitIdea(id: $id) { id } }', { id: draftIdea.id });
}

describe('an idea campaign', () => {
  it('is prepared with its phases, its ballots and its jury', async () => {
    const { page } = elodie;
    await page.getByRole('link', { name: 'Préparer une campagne' }).click();

    // Without a question it is refused, and what she chose stays.
    await page.getByLabel('Parrainée par').selectOption({ label: 'Nathalie Brévent' });
    await page.getByRole('button', { name: 'Garder ce brouillon' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel(/^La question/).fill(question);
    for (const [place, phase] of phases.entries()) {
      const fields = page.getByRole('group', { name: phase, exact: true });
      await fields.getByRole('checkbox').check();
      await fields.getByLabel(/^Début/).fill(`${day(inDays(7 + 10 * place))}T09:00`);
      await fields.getByLabel(/^Fin/).fill(`${day(inDays(16 + 10 * place))}T18:00`);
    }
    await page.getByLabel(/^Dernier jour pour répondre/).fill(day(inDays(60)));
    await page.getByRole('button', { name: 'Garder ce brouillon' }).click();
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    path = new URL(page.url()).pathname;

    await elodie.open(`${path}/vote`);
    await page.getByRole('checkbox', { name: /^Note de 1 à 5/ }).check();
    await main(elodie).getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('C’est enregistré.', { exact: true }).waitFor();
    await elodie.open(`${path}/jury`);
    await page.getByRole('button', { name: 'Nommer au jury' }).click();
    for (const name of ['Thomas Vandenberghe', 'Fatou Diallo']) {
      await page.getByLabel('Qui', { exact: true }).fill(name);
      await page.getByRole('option', { name: new RegExp(name) }).click();
    }
    await page.getByRole('button', { name: 'Nommer', exact: true }).click();
    await page.getByText('Le jury est complété.').first().waitFor();
  });

  it('loses nothing when two change it at the same time', async () => {
    const here = elodie.page;
    const there = await elodie.context.newPage();
    const written = (tab: typeof here): Locator => tab.getByLabel(/^Moyens/);
    for (const tab of [here, there]) {
      await tab.goto(`${parvis.stack.url}${path}/edit`);
      await written(tab).fill(tab === here ? 'Deux jours par équipe' : 'Une journée par équipe');
    }
    await there.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await there.getByRole('heading', { level: 1, name: question }).waitFor();
    await there.close();
    await here.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await here.getByRole('alert').filter({ hasText: 'Quelqu’un d’autre a modifié la campagne entre-temps' }).waitFor();
    expect(await written(here).inputValue()).toBe('Deux jours par équipe');
    const differing = here.getByRole('list', { name: 'Ce qui diffère' }).getByRole('listitem');
    await differing.first().waitFor();
    expect(await differing.allInnerTexts()).toEqual([expect.stringMatching(/^Moyens\s+modifié entre-temps\s+Enregistré\s+Une journée par équipe\s+Écrit ici\s+Deux jours par équipe$/)]);
    expect(await elodie.faults()).toEqual([]);
    await here.getByRole('button', { name: 'Enregistrer quand même' }).click();
    await here.getByRole('heading', { level: 1, name: question }).waitFor();
    await elodie.open(`${path}/about`);
    await main(elodie).getByText('Deux jours par équipe').waitFor();
  });

  it('is published once an executive has signed, and not before', async () => {
    await elodie.open(path);
    await elodie.page.getByText('Attendre l’engagement écrit de Nathalie Brévent').waitFor();
    await elodie.page.getByRole('button', { name: 'Publier' }).click();
    await elodie.page.getByRole('alert').filter({ hasText: 'il manque l’engagement écrit de la direction' }).waitFor();
    await oliver.open(path);
    await oliver.page.getByRole('link', { name: 'All campaigns' }).waitFor();

    // Nathalie finds the request among her notifications and signs on her phone.
    await nathalie.open('/notifications');
    await nathalie.page.getByRole('link', { name: /vous demande de vous engager/ }).first().click();
    await nathalie.page.getByRole('button', { name: 'Signer l’engagement' }).click();
    await nathalie.page.getByLabel(/^Ce qui sera fait du résultat/).fill('La meilleure idée commence dans le mois.');
    await nathalie.page.getByLabel(/^Au plus tard le/).fill('2099-06-30');
    await nathalie.page.getByRole('button', { name: 'Signer', exact: true }).click();
    await nathalie.page.getByText('La meilleure idée commence dans le mois.').waitFor();

    await elodie.page.reload();
    await elodie.page.getByRole('button', { name: 'Publier' }).click();
    await elodie.page.getByText('Annoncée').first().waitFor();
  });

  it('gathers ideas, which survive a reload and a change of mind', async () => {
    await moveTo('gather');
    await oliver.open(path);
    await oliver.page.getByText('No idea yet').waitFor();
    await oliver.page.getByRole('link', { name: 'Propose an idea' }).click();
    await oliver.page.getByLabel(/^Your idea in a sentence/).fill(first);
    await write(oliver, 'The proposal', 'A single form, signed once.');
    await oliver.settled();
    await oliver.page.reload();
    await oliver.page.getByText('A single form, signed once.').waitFor();
    expect(await oliver.page.getByLabel(/^Your idea in a sentence/).inputValue()).toBe(first);
    await oliver.page.getByRole('button', { name: 'Submit the idea' }).click();
    await oliver.page.getByRole('alert').first().waitFor();
    await oliver.page.getByRole('textbox', { name: 'The problem' }).fill('Five forms, two of them on paper.');
    await oliver.page.getByRole('button', { name: 'Submit the idea' }).click();
    await oliver.page.getByRole('heading', { level: 1, name: first }).waitFor();
    ideaPath = new URL(oliver.page.url()).pathname;

    // He takes it back: nobody else sees it, until he submits it again.
    await oliver.page.getByRole('button', { name: 'Withdraw the idea' }).click();
    await oliver.page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw the idea' }).click();
    await oliver.page.getByText('This idea was withdrawn').waitFor();
    await nathalie.open(ideaPath);
    await nathalie.page.getByRole('link', { name: 'Toutes les campagnes' }).waitFor();
    await oliver.page.getByRole('button', { name: 'Submit the idea' }).click();
    await oliver.page.getByText('Your idea is submitted.').first().waitFor();

    await propose(ines, second);
    await elodie.open(path);
    for (const title of [first, second]) await elodie.page.getByRole('link', { name: title }).waitFor();
  });

  it('gives its ideas away as a file and takes others in: what is wrong is told, and nothing is written before', async () => {
    const { page } = elodie;
    await elodie.open(`${path}/about`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Télécharger : Idées, CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('Comment rendre les arrivées plus simples - ideas.csv');
    expect(await readFile(await download.path(), 'utf8')).toContain(first);
    await page.getByRole('link', { name: 'Importer des idées' }).click();
    const [{ email }] = (await parvis.sql.query('SELECT email FROM person WHERE id = $1', [await karim.personId()])).rows as [{ email: string }];
    const rows = ['id;authors;title;problem;proposal', `1;${email};${third};On attend son badge.;Le préparer à la signature.`, '2;personne@example.com;Sans auteur;p;q'];
    await page.locator('input[type=file]').setInputFiles({ name: 'idées.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    await page.getByText('Personne ici ne porte cet identifiant ou cette adresse').waitFor();
    await page.getByRole('button', { name: 'Importer 1 idée' }).click();
    await page.getByText('1 idée est importée.').first().waitFor();
    await page.getByRole('link', { name: 'Voir la campagne' }).click();
    await page.getByRole('link', { name: third }).waitFor();
  });

  it('is told about: news, a later close with its reason, a card below a post', async () => {
    await elodie.open(`${path}/about`);
    await elodie.page.getByRole('button', { name: 'Donner des nouvelles' }).click();
    await write(elodie, 'Donner des nouvelles', 'Une première idée est là.');
    await elodie.page.getByRole('button', { name: 'Publier', exact: true }).last().click();
    await elodie.page.getByRole('article').filter({ hasText: 'Une première idée est là.' }).waitFor();
    await elodie.page.getByRole('button', { name: 'Prolonger une étape' }).click();
    await elodie.page.getByLabel(/^Nouvelle fin/).fill(`${day(inDays(30))}T18:00`);
    await elodie.page.getByLabel(/^Pourquoi/).fill('Les vacances d’hiver.');
    await elodie.page.getByRole('button', { name: 'Prolonger', exact: true }).click();
    await elodie.page.getByText(/prolongée par Élodie Marchand/).waitFor();

    await oliver.open('/');
    await oliver.page.getByRole('button', { name: /^Share something/ }).click();
    await write(oliver, 'Your post', `Have a look: ${parvis.stack.url}${path} `);
    await oliver.page.getByRole('button', { name: 'Publish', exact: true }).click();
    const card = oliver.page.getByRole('article', { name: /Oliver Hughes/ }).first().getByRole('article').filter({ hasText: question });
    await card.getByText('Gathering ideas').waitFor();
  });

  it('builds on ideas together: somebody joins, the idea is changed', async () => {
    await moveTo('build');
    await karim.open(ideaPath);
    await karim.page.getByRole('button', { name: 'Proposer mon aide' }).click();
    await karim.page.getByLabel(/^Ce que vous pouvez apporter/).fill('Je connais le logiciel de paie.');
    await karim.page.getByRole('button', { name: 'Proposer mon aide' }).click();
    await karim.page.getByText('Vous avez écrit').first().waitFor();
    await oliver.open(ideaPath);
    await oliver.page.getByRole('button', { name: /^Take in.*Karim Benjelloun/s }).click();
    await oliver.page.getByRole('list', { name: 'Who makes this idea' }).getByText('Je connais le logiciel de paie.').waitFor();
    await oliver.page.getByRole('link', { name: 'Edit' }).click();
    await oliver.page.getByRole('textbox', { name: 'The problem' }).fill('Five forms, two of them on paper, one of them twice.');
    await oliver.page.getByRole('button', { name: 'Save' }).click();
    await main(oliver).getByText('one of them twice').first().waitFor();
  });

  it('is voted on, by everybody but for their own idea', async () => {
    await moveTo('vote');
    for (const [voter, marks] of [
      [minh, [5, 2, 3]],
      [ines, [4, null, 2]],
      [karim, [null, 3, null]],
      [elodie, [5, 3, 3]],
    ] as const) {
      await voter.open(`${path}/vote`);
      for (const [place, mark] of marks.entries()) {
        const paper = main(voter).getByRole('group', { name: `Votre avis sur « ${titles[place]} »` });
        if (mark) await paper.getByText(String(mark), { exact: true }).click();
        else expect(await paper.count()).toBe(0);
      }
      await voter.settled();
    }
    await main(elodie).getByText('4 personnes ont voté').waitFor();
    await minh.open(`${path}/results`);
    await main(minh).getByText(/les résultats seront donnés à la clôture/).waitFor();
    expect(await main(minh).getByRole('table').count()).toBe(0);
  });

  it('is judged by its jury, from the keyboard', async () => {
    await moveTo('jury');
    await minh.open(`${path}/results`);
    await main(minh).getByText(/résultats définitifs/).waitFor();
    expect(await main(minh).getByRole('row').nth(1).textContent()).toContain(first);
    for (const [juror, scores] of [
      [thomas, { [first]: '9', [second]: '4', [third]: '5' }],
      [fatou, { [first]: '8', [second]: '6', [third]: '5' }],
    ] as const) {
      await juror.open(`${path}/jury`);
      for (const [title, score] of Object.entries(scores)) {
        await juror.page.getByRole('spinbutton', { name: new RegExp(title) }).fill(score);
        await juror.page.keyboard.press('Enter');
      }
      await juror.page.getByRole('button', { name: 'Valider toutes les idées notées' }).click();
      await juror.page.getByText('3 sur 3').waitFor();
    }
    expect(await fatou.faults()).toEqual([]);
  });

  it('gives each idea its answer, signed by its sponsor', async () => {
    await moveTo('decide');
    await elodie.open(`${path}/jury`);
    await elodie.page.getByRole('region', { name: 'Classement du jury' }).getByRole('listitem').first().filter({ hasText: first }).waitFor();
    await nathalie.open(`${path}/answers`);
    for (const left of ['3 idées attendent votre réponse', '2 idées attendent votre réponse', '1 idée attend votre réponse']) {
      await nathalie.page.getByText(left).waitFor();
      const title = await main(nathalie).getByRole('article').getByRole('heading', { level: 1 }).innerText();
      const [outcome, reason]: [string, string] = title === first ? ['Retenue', 'Elle aide tout de suite.'] : title === second ? ['Existe déjà', 'Cela se fait à Lille.'] : ['Plus tard', 'Après le déménagement.'];
      await nathalie.page.getByRole('radio', { name: new RegExp(`^${outcome}`) }).check();
      if (title === second) await nathalie.page.getByLabel('Où cela existe').fill('/wiki');
      await write(nathalie, 'Pourquoi', reason);
      await nathalie.page.getByRole('button', { name: 'Signer et répondre' }).click();
    }
    await nathalie.page.getByText('Toutes les idées ont leur réponse').waitFor();
    expect(await nathalie.page.getByRole('button', { name: 'Clore la campagne' }).count()).toBe(0);

    // Who only voted reads the answer, and may not answer.
    await minh.open(ideaPath);
    const answered = minh.page.getByRole('region', { name: 'Réponse' });
    await answered.getByText('Elle aide tout de suite.').waitFor();
    await answered.getByText('Nathalie Brévent').waitFor();
    expect(await minh.page.getByRole('button', { name: /Répondre à cette idée|Modifier la réponse|En faire un projet/ }).count()).toBe(0);
  });

  it('makes a project of what is selected, which shows that it is late, and is delivered', async () => {
    await moveTo('carry-out');
    await elodie.open(ideaPath);
    await elodie.page.getByRole('button', { name: 'En faire un projet' }).click();
    const dialog = elodie.page.getByRole('dialog');
    await dialog.getByLabel('Qui le réalise').fill('Oliver Hughes');
    await elodie.page.getByRole('option', { name: /Oliver Hughes/ }).click();
    await dialog.getByLabel(/^Livré avant la fin du/).fill(day(inDays(90)));
    await dialog.getByRole('button', { name: 'Ajouter un jalon' }).click();
    await dialog.getByLabel(/^Ce qui sera fait/).fill('Réunir les cinq formulaires');
    await dialog.getByLabel(/^Avant la fin du/).fill(day(inDays(10)));
    await dialog.getByRole('button', { name: 'En faire un projet' }).click();
    await elodie.page.getByRole('link', { name: 'Voir le projet' }).click();
    await elodie.page.waitForURL(/\/projects\//);
    const projectPath = new URL(elodie.page.url()).pathname;

    // The day of the milestone passes: it is late, for everybody, until Oliver does it.
    await parvis.sql.query('UPDATE project_milestone SET due_on = $1 WHERE project_id = $2', [day(inDays(-4)), projectPath.split('/')[2]]);
    await karim.open(projectPath);
    await main(karim).getByText('En retard').first().waitFor();
    await oliver.open(projectPath);
    await oliver.page.getByRole('button', { name: 'Change the plan' }).click();
    await oliver.page.getByRole('checkbox', { name: 'Done' }).check();
    await oliver.page.getByLabel('Progress, in per cent').fill('60');
    await oliver.page.getByRole('button', { name: 'Save' }).click();
    await main(oliver).getByText('60% done').first().waitFor();
    expect(await main(oliver).getByText('Late', { exact: true }).count()).toBe(0);

    // News come from its other author too; then Oliver delivers.
    await main(karim).getByText('60').first().waitFor();
    await write(karim, 'Donner des nouvelles', 'Les premiers contrats passent.');
    await karim.page.getByRole('button', { name: 'Donner des nouvelles' }).click();
    await main(karim).getByRole('article').getByText('Les premiers contrats passent.').waitFor();
    await oliver.page.getByRole('button', { name: 'Say what was delivered' }).click();
    await write(oliver, 'What was delivered', 'One form, signed once.');
    await oliver.page.getByRole('dialog').getByRole('button', { name: 'Say what was delivered' }).click();
    await main(oliver).getByText('One form, signed once.').waitFor();

    await moveTo('review');
    await nathalie.open(projectPath);
    await nathalie.page.getByRole('button', { name: 'Mesurer le bénéfice' }).click();
    const form = nathalie.page.getByRole('dialog');
    await form.getByLabel(/^Ce que cela a apporté/).fill('9');
    await form.getByLabel(/^Unité/).fill('heures par arrivée');
    await form.getByLabel(/^Comment on l’a mesuré/).fill('Trois mois d’arrivées.');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await main(nathalie).getByText('Mesuré : 9 heures par arrivée').waitFor();
  });

  it('is closed, and shows everybody what came of it', async () => {
    await moveTo('end');
    await nathalie.open(`${path}/answers`);
    await nathalie.page.getByRole('button', { name: 'Clore la campagne' }).click();
    await nathalie.page.getByRole('alertdialog').or(nathalie.page.getByRole('dialog')).getByRole('button', { name: 'Clore la campagne' }).click();
    await nathalie.page.getByText('Clôturée', { exact: true }).first().waitFor();

    await minh.open(`${path}/board`);
    await minh.page.getByRole('region', { name: /^Mesurées/ }).getByRole('link', { name: first }).waitFor();
    expect(await minh.page.getByRole('region', { name: /^Examinées/ }).getByRole('link').count()).toBe(2);
    expect(await minh.faults()).toEqual([]);
    await minh.open(`${path}/figures`);
    await minh.page.getByRole('row', { name: /Avec une réponse\s*3/ }).waitFor();
    await minh.page.getByRole('row', { name: /Mesurées\s*1/ }).waitFor();
    await oliver.open(`${path}/board`);
    await oliver.page.getByRole('region', { name: /^Measured/ }).getByRole('link', { name: first }).waitFor();
    for (const visitor of [elodie, nathalie, oliver, ines, karim, thomas, fatou, minh]) expect([visitor.complaints, visitor.strayRequests]).toEqual([[], []]);
  });
});
