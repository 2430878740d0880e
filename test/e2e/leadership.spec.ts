import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();

/** What `<input type="datetime-local">` takes, so many minutes from now, in the zone of the visitors; in the hour that comes twice in October, that of the first time. */
const localTime = (visitor: Visitor, minutes: number): Promise<string> =>
  visitor.page.evaluate((ahead) => {
    const at = new Date(Date.now() + ahead * 60_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, minutes);

const ask = async ({ page }: Visitor, label: string, submit: string, text: string): Promise<void> => {
  await page.getByLabel(label).first().fill(text);
  await page.getByRole('button', { name: submit }).click();
  await page.getByRole('article').filter({ hasText: text }).waitFor();
};

describe('a session with an executive', () => {
  it('is planned, asked, voted, answered and kept, live on the open page; two minutes and writing on behalf are for whom they are for', async () => {
    const nathalie = await parvis.arrive({ locale: 'fr-FR' });
    const elodie = await parvis.arrive({ locale: 'fr-FR' });
    const oliver = await parvis.arrive({ locale: 'en-GB', width: 390, height: 844 });

    // Nathalie plans a session that is under way.
    await nathalie.openAs('Nathalie Brévent', '/leadership/sessions');
    await nathalie.page.getByRole('link', { name: 'Prévoir une séance' }).click();
    await nathalie.page.getByLabel(/^Titre/).fill('Une heure à Lyon');
    await nathalie.page.getByLabel(/^Ouverture aux questions/).fill(await localTime(nathalie, -60));
    await nathalie.page.getByLabel(/^Début/).fill(await localTime(nathalie, -10));
    await nathalie.page.getByLabel(/^Fin/).fill(await localTime(nathalie, 180));
    await nathalie.page.getByRole('button', { name: 'Prévoir la séance' }).click();
    await nathalie.page.getByRole('heading', { level: 1, name: 'Une heure à Lyon' }).waitFor();
    await nathalie.page.getByText('En direct').first().waitFor();
    const path = new URL(nathalie.page.url()).pathname;

    // Two employees ask; neither can plan a session.
    await elodie.openAs('Élodie Marchand', path);
    await oliver.openAs('Oliver Hughes', path);
    await Promise.all([elodie.settled(), oliver.settled()]);
    expect(await elodie.page.getByRole('link', { name: 'Modifier' }).count()).toBe(0);
    await ask(elodie, 'Votre question', 'Poser la question', 'Quand la ligne 4 démarre-t-elle ?');
    await oliver.page.getByRole('button', { name: /new question/ }).click();
    await oliver.page.getByRole('article').filter({ hasText: 'ligne 4' }).waitFor();
    await ask(oliver, 'Your question', 'Ask', 'Will Manchester hold spare compressors?');
    await elodie.page.getByRole('button', { name: '1 nouvelle question' }).click();
    const ofOliver = elodie.page.getByRole('article').filter({ hasText: 'Manchester' });

    // Élodie votes for Oliver’s: his number changes where he looks, the order when he asks for it.
    await ofOliver.getByRole('button', { name: /vote/ }).click();
    await oliver.page.getByRole('article').filter({ hasText: 'Manchester' }).getByText('1 vote').waitFor({ state: 'attached' });
    await oliver.page.getByRole('button', { name: 'Votes have changed the order' }).click();
    const first = oliver.page.getByRole('region', { name: 'Waiting for an answer' }).getByRole('article').first();
    await first.filter({ hasText: 'Manchester' }).waitFor();

    // Nathalie is offered the question with most votes, and answers it.
    await nathalie.open(path);
    const next = nathalie.page.getByRole('region', { name: 'La suivante, d’après les votes' });
    await next.getByText('Manchester').waitFor();
    await next.getByRole('button', { name: 'Répondre' }).click();
    const editor = nathalie.page.getByRole('textbox', { name: 'Votre réponse' });
    await editor.click();
    await editor.pressSequentially('Yes: forty references from the autumn on.');
    await nathalie.page.getByRole('button', { name: 'Publier la réponse' }).click();
    // Both read it where they are.
    await oliver.page.getByText('forty references').first().waitFor();
    await elodie.page.getByText('forty references').first().waitFor();

    // Two minutes are refused to an employee.
    await elodie.open('/leadership/two-minutes');
    await elodie.page.getByText('Cette page est réservée à la direction.').waitFor();
    await nathalie.open('/leadership/two-minutes');
    await nathalie.page.getByRole('button', { name: 'Pas pour moi' }).first().waitFor();

    // Nathalie lets Oliver write on her behalf: both names show.
    await nathalie.open('/settings/delegation');
    await nathalie.page.getByLabel('Permettre à un collègue d’écrire en votre nom').fill('Oliver Hughes');
    await nathalie.page.getByRole('option', { name: /Oliver Hughes/ }).click();
    await nathalie.page.getByRole('button', { name: /Mettre fin.*Oliver Hughes/s }).waitFor();
    await oliver.open('/');
    await oliver.page.getByRole('button', { name: /Share something/ }).click();
    await oliver.page.getByLabel('In whose name').selectOption({ label: 'On behalf of Nathalie Brévent' });
    const post = oliver.page.getByRole('textbox', { name: 'Your post' });
    await post.click();
    await post.pressSequentially('The plants open their doors on Tuesday.');
    await oliver.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await elodie.open('/leadership');
    const shown = elodie.page.getByRole('article').filter({ hasText: 'open their doors' });
    await shown.getByText('Nathalie Brévent').first().waitFor();
    await shown.getByText(/écrit par/).waitFor();
    await shown.getByRole('link', { name: 'Oliver Hughes' }).waitFor();

    expect([...nathalie.complaints, ...elodie.complaints, ...oliver.complaints]).toEqual([]);
    await Promise.all([nathalie.leave(), elodie.leave(), oliver.leave()]);
  }, 180_000);
});
