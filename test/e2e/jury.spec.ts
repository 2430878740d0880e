import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile({ hasOwnDatabase: true });

const paragraph = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const plan = (sponsorId: string) => ({
  key: randomUUID(), question: 'Comment réparer plutôt que jeter ?', context: paragraph('Nos ateliers jettent ce qui se répare.'), banner: { pattern: 'WAVES', tone: 'MOSS' }, sponsorId, audience: {}, timeZone: 'Europe/Paris',
  criteria: [{ label: 'Effet', weight: 2 }, { label: 'Facilité', weight: 1 }],
  phases: [
    { kind: 'GATHER', opens: `${inDays(1)}T09:00`, closes: `${inDays(10)}T18:00` },
    { kind: 'JURY', opens: `${inDays(12)}T09:00`, closes: `${inDays(20)}T18:00` },
    { kind: 'DECIDE', opens: `${inDays(21)}T09:00`, closes: `${inDays(30)}T18:00` },
  ],
  answersDueOn: inDays(40),
});

/** The clock moves: so many days go by for the campaign. */
const pass = (id: string, days: number) => parvis.sql.query(`UPDATE campaign_phase SET opens_at = opens_at - $2 * interval '1 day', closes_at = closes_at - $2 * interval '1 day' WHERE campaign_id = $1`, [id, days]);

async function submit(visitor: Visitor, campaignId: string, title: string): Promise<string> {
  const words = { title, problem: `Ce qui casse est jeté : ${title}.`, proposal: paragraph('Réparons-le.') };
  const { draftIdea } = await visitor.ask<{ draftIdea: { id: string } }>('mutation ($input: DraftIdeaInput!) { draftIdea(input: $input) { id } }', { input: { key: randomUUID(), campaignId, words } });
  await visitor.ask('mutation ($id: ID!) { submitIdea(id: $id) { id } }', { id: draftIdea.id });
  return draftIdea.id;
}

describe('a jury', () => {
  it('is drawn for all to check, judges blind, keeps conflicts out, and is heard once it has judged', async () => {
    const elodie = await parvis.arriveAs('Élodie Marchand', '/campaigns', { locale: 'fr-FR' });
    const nathalie = await parvis.arriveAs('Nathalie Brévent', '/campaigns', { locale: 'fr-FR' });
    const ines = await parvis.arriveAs('Inês Carvalho', '/campaigns', { locale: 'fr-FR' });
    const oliver = await parvis.arriveAs('Oliver Hughes', '/campaigns', { locale: 'en-GB', width: 390, height: 844 });

    // Élodie prepares a campaign whose jury judges blind; Nathalie commits to it.
    const { draftCampaign } = await elodie.ask<{ draftCampaign: { id: string } }>('mutation ($input: DraftCampaignInput!) { draftCampaign(input: $input) { id } }', { input: plan(await nathalie.personId()) });
    const { id } = draftCampaign;
    await elodie.open(`/campaigns/${id}/jury`);
    await elodie.page.getByRole('radio', { name: /À l’aveugle/ }).check();
    await elodie.settled();
    await nathalie.ask('mutation ($id: ID!, $day: String!) { commitToCampaign(id: $id, commitment: "Les deux meilleures idées sont réalisées.", dueOn: $day) { id } }', { id, day: inDays(60) });
    await elodie.ask('mutation ($id: ID!) { publishCampaign(id: $id) { id } }', { id });

    // Ideas come in; one of them is Oliver’s own.
    await pass(id, 5);
    const names = ['Un atelier ouvert', 'Des pièces imprimées', 'Un carnet de pannes'];
    for (const title of names) await submit(elodie, id, title);
    await submit(oliver, id, 'Tools to borrow');

    // Élodie invites two colleagues and has one more drawn by lot.
    await elodie.open(`/campaigns/${id}/jury`);
    await elodie.page.getByRole('button', { name: 'Nommer au jury' }).click();
    for (const name of ['Oliver Hughes', 'Inês Carvalho']) {
      await elodie.page.getByLabel('Qui', { exact: true }).fill(name);
      await elodie.page.getByRole('option', { name: new RegExp(name) }).click();
    }
    await elodie.page.getByRole('button', { name: 'Nommer', exact: true }).click();
    await elodie.page.getByRole('button', { name: 'Tirer au sort' }).click();
    await elodie.page.getByLabel(/Nombre de places/).fill('1');
    await elodie.page.getByRole('dialog').getByRole('button', { name: 'Tirer au sort' }).click();
    await elodie.page.getByText('par tirage au sort').waitFor();

    // Anybody opens the draw, and draws the same.
    await nathalie.open(`/campaigns/${id}/jury`);
    await nathalie.page.getByRole('link', { name: /^Tirage au sort du/ }).click();
    await nathalie.page.getByRole('heading', { name: 'Vérifier ce tirage' }).waitFor();
    expect(await nathalie.faults()).toEqual([]);
    const [download] = await Promise.all([nathalie.page.waitForEvent('download'), nathalie.page.getByRole('button', { name: 'Télécharger la liste' }).click()]);
    const list = await (await download.createReadStream()).setEncoding('utf8').toArray().then((parts) => parts.join(''));
    const [seed, digest] = await nathalie.page.locator('dd').allInnerTexts();
    expect(createHash('sha256').update(list).digest('hex')).toBe(digest);
    const lots = list.trim().split('\n').map((line) => line.split('\t')[0] as string).map((person) => ({ person, lot: createHash('sha256').update(`${seed}:${person}`).digest('hex') }));
    const [first] = lots.toSorted((one, other) => (one.lot < other.lot ? -1 : 1));
    const called = nathalie.page.getByRole('region', { name: 'Appelées, dans l’ordre du tirage' }).getByRole('link').first();
    expect(await called.getAttribute('href')).toContain(first?.person);

    // The jury’s phase opens. Oliver judges on his phone; his own idea is not his to judge, and he leaves another out.
    await pass(id, 9);
    await oliver.open(`/campaigns/${id}/jury`);
    await oliver.page.getByText('you judge blind').waitFor();
    await oliver.page.getByRole('spinbutton', { name: 'Effet: Un atelier ouvert' }).fill('9');
    await oliver.page.getByRole('spinbutton', { name: 'Facilité: Un atelier ouvert' }).fill('6');
    await oliver.page.getByRole('button', { name: 'Comment and submit: Un atelier ouvert' }).click();
    await oliver.page.getByLabel('Comment for the authors').fill('Open it to the night shift too.');
    await oliver.page.getByLabel('Private note').fill('Who would clean up?');
    await oliver.page.getByRole('button', { name: 'Submit', exact: true }).click();
    await oliver.page.getByText('1 of 3').first().waitFor();
    expect(await oliver.page.getByRole('spinbutton', { name: /Tools to borrow/ }).count()).toBe(0);
    await oliver.page.getByRole('link', { name: 'Des pièces imprimées' }).click();
    await oliver.page.getByText('nothing tells who made it').waitFor();
    expect(await oliver.page.getByRole('main').innerText()).not.toContain('Élodie');
    await oliver.page.getByRole('button', { name: 'Declare a conflict of interest' }).click();
    await oliver.page.getByRole('dialog').getByLabel(/^Why/).fill('My sister sells printers.');
    await oliver.page.getByRole('dialog').getByRole('button', { name: 'Declare' }).click();
    await oliver.page.getByText('Conflict of interest declared').waitFor();
    expect(await oliver.faults()).toEqual([]);

    // Inês judges everything from the keyboard and submits it at once.
    await ines.open(`/campaigns/${id}/jury`);
    await ines.page.getByRole('spinbutton').first().waitFor();
    const fields = ines.page.getByRole('spinbutton');
    expect(await fields.count()).toBe(8);
    for (let i = 0; i < 8; i += 1) {
      const isBest = /Un atelier ouvert/.test((await fields.nth(i).getAttribute('aria-label')) ?? '');
      await fields.nth(i).focus();
      await ines.page.keyboard.type(isBest ? '8' : '3');
      await ines.page.keyboard.press('Enter');
    }
    await ines.page.getByRole('button', { name: 'Valider toutes les idées notées' }).click();
    await ines.page.getByText('4 sur 4').waitFor();
    expect(await ines.faults()).toEqual([]);

    // Élodie sees how far they are and why one stands back, and no score.
    await elodie.open(`/campaigns/${id}/jury`);
    await elodie.page.getByText('My sister sells printers.').waitFor();
    await elodie.page.getByText('1 sur 2').waitFor();
    expect(await elodie.page.getByText('Classement du jury').count()).toBe(0);
    expect(await elodie.faults()).toEqual([]);

    // Once the phase has closed, everybody reads the ranking and the comments; the note stays Oliver’s.
    await pass(id, 8);
    await nathalie.open(`/campaigns/${id}/jury`);
    const ranking = nathalie.page.getByRole('region', { name: 'Classement du jury' });
    await ranking.getByRole('listitem').first().filter({ hasText: 'Un atelier ouvert' }).waitFor();
    await ranking.getByText('Open it to the night shift too.').waitFor();
    expect(await nathalie.page.content()).not.toContain('Who would clean up?');
    expect(await nathalie.faults()).toEqual([]);
    await oliver.page.getByRole('main').waitFor();
    await oliver.open(`/campaigns/${id}`);
    await oliver.page.getByText('Élodie Marchand').first().waitFor();
  }, 180_000);
});
