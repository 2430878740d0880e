import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

/** A campaign in its vote: the owner chooses the ballots, colleagues vote on their papers, the results come when it closes. */

const parvis = parvisForThisFile({ hasOwnDatabase: true });
let owner: Visitor, sponsor: Visitor, author: Visitor, voter: Visitor, onPhone: Visitor;
let campaignId: string;
const titles = ['Un deuxième bac à côté de chaque imprimante', 'Reprendre les palettes vides', 'Éteindre les écrans la nuit'];

const doc = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const inDays = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T09:00`;
const main = ({ page }: Visitor): Locator => page.getByRole('main');

beforeAll(async () => {
  owner = await parvis.arriveAs('Inês Carvalho', '/', { locale: 'fr-FR' });
  sponsor = await parvis.arriveAs('Nathalie Brévent', '/', { locale: 'fr-FR' });
  author = await parvis.arriveAs('Oliver Hughes', '/');
  voter = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
  onPhone = await parvis.arriveAs('Élodie Marchand', '/', { width: 390, height: 844, colorScheme: 'dark' });
  const input = {
    key: randomUUID(), question: 'Comment gaspiller moins ?', context: doc('Les bacs débordent.'), banner: { pattern: 'WAVES', tone: 'MOSS' }, sponsorId: await sponsor.personId(), audience: {}, timeZone: 'Europe/Paris',
    phases: [{ kind: 'GATHER', opens: inDays(1), closes: inDays(8) }, { kind: 'VOTE', opens: inDays(9), closes: inDays(16) }, { kind: 'DECIDE', opens: inDays(17), closes: inDays(24) }], answersDueOn: inDays(40).slice(0, 10),
  };
  campaignId = (await owner.ask<{ draftCampaign: { id: string } }>('mutation ($input: DraftCampaignInput!) { draftCampaign(input: $input) { id } }', { input })).draftCampaign.id;
}, 120_000);

/** As if the days until that phase had gone by. */
const goTo = (kind: string) =>
  parvis.sql.query(
    `UPDATE campaign_phase SET opens_at = opens_at - moved.by, closes_at = closes_at - moved.by FROM (SELECT max(opens_at) FILTER (WHERE kind = $2) - now() + interval '1 minute' AS by FROM campaign_phase WHERE campaign_id = $1) AS moved WHERE campaign_id = $1`,
    [campaignId, kind],
  );
const votes = async (): Promise<number> => Number((await parvis.sql.query('SELECT count(*) FROM ballot_vote JOIN ballot ON ballot.id = ballot_id WHERE campaign_id = $1', [campaignId])).rows[0].count);
const faults = async (visitor: Visitor): Promise<string[]> => {
  await visitor.settled();
  return [...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())];
};

describe('a campaign that decides by votes', () => {
  it('is given its ballots by its owner while it is prepared', async () => {
    const { page } = owner;
    await owner.open(`/campaigns/${campaignId}/vote`);
    for (const kind of ['Note de 1 à 5', 'Budget', 'Comparaison deux à deux', 'Points à répartir']) await page.getByRole('checkbox', { name: new RegExp(`^${kind}`) }).check();
    await page.getByLabel(/^Montant en euros/).fill('5 000');
    expect(await faults(owner)).toEqual([]);
    await main(owner).getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('C’est enregistré.', { exact: true }).waitFor();
    await sponsor.ask('mutation ($id: ID!, $day: String!) { commitToCampaign(id: $id, commitment: "Les trois meilleures.", dueOn: $day) { id } }', { id: campaignId, day: inDays(60).slice(0, 10) });
    await owner.ask('mutation ($id: ID!) { publishCampaign(id: $id) { id } }', { id: campaignId });
    await goTo('gather');
    for (const [i, title] of titles.entries()) {
      const words = { title, problem: 'Tout finit au même endroit, et on paie deux fois.', proposal: doc('On commence par un atelier, puis on compte.'), cost: 2_000 + 500 * i };
      const { draftIdea } = await author.ask<{ draftIdea: { id: string } }>('mutation ($input: DraftIdeaInput!) { draftIdea(input: $input) { id } }', { input: { key: randomUUID(), campaignId, words } });
      await author.ask('mutation ($id: ID!) { submitIdea(id: $id) { id } }', { id: draftIdea.id });
    }
  });

  it('lets ideas be supported, and taken back', async () => {
    await voter.open(`/campaigns/${campaignId}`);
    const support = main(voter).getByRole('button', { name: `Soutenir « ${titles[0]} »` });
    await support.click();
    await main(voter).getByText('1 soutien').first().waitFor();
    expect(await support.getAttribute('aria-pressed')).toBe('true');
    await support.click();
    await main(voter).getByText('aucun soutien').nth(2).waitFor();
  });

  it('is voted on, each ballot on its own paper, saved as one goes', async () => {
    await goTo('vote');
    const { page } = voter;
    await voter.open(`/campaigns/${campaignId}/vote`);
    await main(voter).getByText(/Vote secret/).waitFor();
    const marks = main(voter).getByRole('group', { name: `Votre avis sur « ${titles[0]} »` });
    await marks.getByText('4', { exact: true }).click();
    await expect(marks.getByRole('radio', { name: '4' }).isChecked()).resolves.toBe(true);
    await main(voter).getByText('1 personne a voté').waitFor();
    expect(await faults(voter)).toEqual([]);

    await page.getByText('Budget', { exact: true }).first().click();
    for (const title of titles.slice(0, 2)) await main(voter).getByRole('button', { name: `Mettre dans le panier : « ${title} »` }).click();
    await main(voter).getByText(/il reste 500/).waitFor();
    await main(voter).getByRole('button', { name: `Mettre dans le panier : « ${titles[2]} »` }).click();
    await main(voter).getByText(/Votre panier dépasse l’enveloppe/).waitFor();
    expect(await faults(voter)).toEqual([]);

    await page.getByText('Points à répartir', { exact: true }).first().click();
    const more = main(voter).getByRole('button', { name: `Un point de plus à « ${titles[1]} »` });
    await more.press('Enter');
    await main(voter).getByText(/Il vous reste 9 points/).waitFor();
    await more.press('Enter');
    await main(voter).getByText(/Il vous reste 8 points/).waitFor();
    expect(await votes()).toBe(4);
  });

  it('shows pairs until all are compared, also on a phone', async () => {
    await onPhone.open(`/campaigns/${campaignId}/vote`);
    await onPhone.page.getByText('Pair by pair', { exact: true }).first().click();
    for (let seen = 0; seen < 3; seen += 1) {
      await main(onPhone).getByRole('heading', { name: 'Which one is better?' }).waitFor();
      if (seen === 0) expect(await faults(onPhone)).toEqual([]);
      await main(onPhone).getByRole('button', { name: /^This one/ }).first().click();
      await main(onPhone).getByText(new RegExp(`You have seen ${seen + 1} pair`)).waitFor();
    }
    await main(onPhone).getByText('You have compared them all').waitFor();
  });

  it('loses nothing when the network fails: the vote stays and is sent again', async () => {
    const { page, context } = voter;
    await voter.open(`/campaigns/${campaignId}/vote`);
    const marks = main(voter).getByRole('group', { name: `Votre avis sur « ${titles[2]} »` });
    await marks.waitFor();
    await context.setOffline(true);
    await marks.getByText('5', { exact: true }).click();
    const again = main(voter).getByRole('button', { name: 'Enregistrer', exact: true });
    await again.waitFor();
    await context.setOffline(false);
    await again.click();
    // Neither lost nor on its way.
    await page.waitForFunction(() => document.querySelector('main :is([role="alert"], li [role="status"])') === null);
    expect(await votes()).toBe(5);
  });

  it('tells its results once the vote has closed', async () => {
    await voter.open(`/campaigns/${campaignId}/results`);
    await main(voter).getByText(/les résultats seront donnés à la clôture du vote/).waitFor();
    expect(await main(voter).getByRole('table').count()).toBe(0);
    await goTo('decide');
    await author.open(`/campaigns/${campaignId}/results`);
    await main(author).getByText(/final results/).waitFor();
    expect(await main(author).getByRole('row').nth(1).textContent()).toContain(titles[2]);
    expect(await faults(author)).toEqual([]);
    expect((await parvis.sql.query('SELECT 1 FROM ballot_key JOIN ballot ON ballot.id = ballot_id WHERE campaign_id = $1', [campaignId])).rowCount).toBe(0);
    await onPhone.open(`/campaigns/${campaignId}/results`);
    await main(onPhone).getByText(/final results/).waitFor();
    expect(await faults(onPhone)).toEqual([]);
  });
});
