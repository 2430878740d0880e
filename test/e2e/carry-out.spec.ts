import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

/** From the last answer to a measured result: a campaign whose phases are over, with three ideas that wait. */

const parvis = parvisForThisFile({ hasOwnDatabase: true });
const question = 'Comment gaspiller moins de carton ?';
const titles = ['Des bacs consignés', 'Réutiliser les cales', 'Un broyeur à carton'] as const;
let sponsor: Visitor, owner: Visitor, author: Visitor, onPhone: Visitor;
let campaignId: string;

const richText = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const main = ({ page }: Visitor): Locator => page.getByRole('main');

beforeAll(async () => {
  sponsor = await parvis.arriveAs('Nathalie Brévent', '/', { locale: 'fr-FR' });
  owner = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
  author = await parvis.arriveAs('Inês Carvalho', '/', { locale: 'fr-FR' });
  onPhone = await parvis.arriveAs('Oliver Hughes', '/', { width: 390, height: 844 });
  await aCampaign();
});

/** Prepared, signed and published by the API; then the phases are put back, as if time had passed. */
async function aCampaign(): Promise<void> {
  const { draftCampaign } = await owner.ask<{ draftCampaign: { id: string } }>('mutation ($input: DraftCampaignInput!) { draftCampaign(input: $input) { id } }', {
    input: {
      key: randomUUID(), question, context: richText('Les bennes débordent.'), banner: { pattern: 'WAVES', tone: 'MOSS' }, sponsorId: await sponsor.personId(), audience: {}, timeZone: 'Europe/Paris',
      phases: [{ kind: 'GATHER', opens: `${dayIn(-10)}T09:00`, closes: `${dayIn(10)}T09:00` }, { kind: 'DECIDE', opens: `${dayIn(10)}T09:00`, closes: `${dayIn(20)}T09:00` }], answersDueOn: dayIn(30),
    },
  });
  campaignId = draftCampaign.id;
  await sponsor.ask('mutation ($id: ID!, $dueOn: String!) { commitToCampaign(id: $id, commitment: "La meilleure est financée.", dueOn: $dueOn) { id } }', { id: campaignId, dueOn: dayIn(60) });
  await owner.ask('mutation ($id: ID!) { publishCampaign(id: $id) { id } }', { id: campaignId });
  for (const title of titles) {
    const words = { title, problem: 'Tout part à la benne.', proposal: richText('Garder ce qui peut resservir.'), benefitAmount: 12, benefitUnit: 'tonnes par an' };
    const { draftIdea } = await author.ask<{ draftIdea: { id: string } }>('mutation ($input: DraftIdeaInput!) { draftIdea(input: $input) { id } }', { input: { key: randomUUID(), campaignId, words } });
    await author.ask('mutation ($id: ID!) { submitIdea(id: $id) { id } }', { id: draftIdea.id });
  }
  await parvis.sql.query(`UPDATE campaign_phase SET opens_at = opens_at - interval '40 days', closes_at = closes_at - interval '40 days' WHERE campaign_id = $1`, [campaignId]);
}

async function answer(visitor: Visitor, { outcome, reason, link }: { outcome: string; reason: string; link?: string }): Promise<void> {
  await visitor.page.getByRole('radio', { name: new RegExp(`^${outcome}`) }).check();
  if (link) await visitor.page.getByLabel('Où cela existe').fill(link);
  const editor = visitor.page.getByRole('textbox', { name: 'Pourquoi' });
  await editor.click();
  await editor.pressSequentially(reason);
  await visitor.page.getByRole('button', { name: 'Signer et répondre' }).click();
}

describe('a campaign whose phases are over', () => {
  it('is answered, closed, carried out late, delivered and measured, for everybody to see', async () => {
    // Nathalie answers one idea after the other; the campaign cannot be closed before.
    await sponsor.open(`/campaigns/${campaignId}/answers`);
    await sponsor.page.getByText('3 idées attendent votre réponse').waitFor();
    expect(await sponsor.page.getByRole('button', { name: 'Clore la campagne' }).count()).toBe(0);
    const shown = () => main(sponsor).getByRole('article').getByRole('heading', { level: 1 }).innerText();
    const first = await shown();
    await sponsor.page.getByRole('heading', { name: '3 idées attendent votre réponse' }).press('j');
    await main(sponsor).getByRole('article').getByRole('heading', { level: 1 }).filter({ hasNotText: first }).waitFor();
    const selected = await shown();
    await answer(sponsor, { outcome: 'Retenue', reason: 'Elle aide tout de suite.' });
    await sponsor.page.getByText('2 idées attendent votre réponse').waitFor();
    await answer(sponsor, { outcome: 'Existe déjà', reason: 'Cela se fait à Lille.', link: '/wiki' });
    await sponsor.page.getByText('1 idée attend votre réponse').waitFor();
    await answer(sponsor, { outcome: 'Plus tard', reason: 'Après le déménagement.' });
    await sponsor.page.getByText('Toutes les idées ont leur réponse').waitFor();
    await sponsor.page.getByRole('button', { name: 'Clore la campagne' }).click();
    await sponsor.page.getByRole('alertdialog').or(sponsor.page.getByRole('dialog')).getByRole('button', { name: 'Clore la campagne' }).click();
    await sponsor.page.getByText('Close', { exact: true }).first().waitFor();

    // Inês reads the answer to her idea, signed by Nathalie, and may not answer herself.
    await author.open(`/campaigns/${campaignId}`);
    await author.page.getByRole('link', { name: selected }).click();
    const answered = author.page.getByRole('region', { name: 'Réponse' });
    await answered.getByText('Elle aide tout de suite.').waitFor();
    await answered.getByText('Nathalie Brévent').waitFor();
    expect(await author.page.getByRole('button', { name: /Répondre à cette idée|Modifier la réponse|En faire un projet/ }).count()).toBe(0);
    const ideaPath = new URL(author.page.url()).pathname;

    // Élodie makes a project of it; Oliver is to carry it out.
    await owner.open(ideaPath);
    await owner.page.getByRole('button', { name: 'En faire un projet' }).click();
    const dialog = owner.page.getByRole('dialog');
    await dialog.getByLabel('Qui le réalise').fill('Oliver Hughes');
    await owner.page.getByRole('option', { name: /Oliver Hughes/ }).click();
    await dialog.getByLabel(/^Livré avant la fin du/).fill(dayIn(90));
    await dialog.getByRole('button', { name: 'Ajouter une étape' }).click();
    await dialog.getByLabel(/^Ce qui sera fait/).fill('Commander les bacs');
    await dialog.getByLabel(/^Avant la fin du/).fill(dayIn(10));
    await dialog.getByRole('button', { name: 'En faire un projet' }).click();
    await owner.page.getByRole('link', { name: 'Voir le projet' }).click();
    await owner.page.waitForURL(/\/projects\//);
    const projectPath = new URL(owner.page.url()).pathname;

    // The day of the milestone passes: it is late, for everybody, until Oliver does it.
    await parvis.sql.query('UPDATE project_milestone SET due_on = $1', [dayIn(-4)]);
    await author.open(projectPath);
    await main(author).getByText('En retard').first().waitFor();
    await onPhone.open(projectPath);
    await onPhone.settled();
    await onPhone.page.getByRole('button', { name: 'Change the plan' }).click();
    await onPhone.page.getByRole('checkbox', { name: 'Done' }).check();
    await onPhone.page.getByLabel('Progress, in per cent').fill('60');
    await onPhone.page.getByRole('button', { name: 'Save' }).click();
    await main(onPhone).getByText('60% done').first().waitFor();
    expect(await main(onPhone).getByText('Late', { exact: true }).count()).toBe(0);

    // News come from its author too.
    await main(author).getByText('60').first().waitFor();
    const news = author.page.getByRole('textbox', { name: 'Donner des nouvelles' });
    await news.click();
    await news.pressSequentially('Les premiers bacs tournent.');
    await author.page.getByRole('button', { name: 'Donner des nouvelles' }).click();
    await main(author).getByRole('article').getByText('Les premiers bacs tournent.').waitFor();

    // Delivered by Oliver, measured by Nathalie.
    await onPhone.page.getByRole('button', { name: 'Say what was delivered' }).click();
    const result = onPhone.page.getByRole('textbox', { name: 'What was delivered' });
    await result.click();
    await result.pressSequentially('Two hundred crates that come back.');
    await onPhone.page.getByRole('dialog').getByRole('button', { name: 'Say what was delivered' }).click();
    await main(onPhone).getByText('Two hundred crates').waitFor();
    await sponsor.open(projectPath);
    await sponsor.page.getByRole('button', { name: 'Mesurer le bénéfice' }).click();
    await sponsor.page.getByLabel(/en tonnes par an/).fill('9');
    await sponsor.page.getByLabel(/^Comment on l’a mesuré/).fill('Pesées de trois mois.');
    await sponsor.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await main(sponsor).getByText('Mesuré : 9 tonnes par an').waitFor();

    // The board and the figures tell the same to everybody.
    await author.open(`/campaigns/${campaignId}/board`);
    await author.page.getByRole('region', { name: /^Mesurées/ }).getByRole('link', { name: selected }).waitFor();
    expect(await author.page.getByRole('region', { name: /^Examinées/ }).getByRole('link').count()).toBe(2);
    expect(await author.faults()).toEqual([]);
    await author.open(`/campaigns/${campaignId}/figures`);
    await author.page.getByRole('row', { name: /Avec une réponse\s*3/ }).waitFor();
    await author.page.getByRole('row', { name: /Mesurées\s*1/ }).waitFor();
    await onPhone.open(`/campaigns/${campaignId}/board`);
    await onPhone.page.getByRole('region', { name: /^Measured/ }).getByRole('link', { name: selected }).waitFor();
    for (const visitor of [sponsor, owner, author, onPhone]) expect(visitor.complaints).toEqual([]);
  });
});
