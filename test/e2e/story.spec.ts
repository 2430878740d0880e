import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();

describe('two people of two departments', () => {
  it('meet in a community: sign-in without a click, post, live arrival, comment, mention, leaving', async () => {
    // Élodie, of Production, works in French; Oliver, of Customer Service, in English.
    const elodie = await parvis.arrive({ locale: 'fr-FR' });
    const oliver = await parvis.arrive({ locale: 'en-GB', width: 390, height: 844 });
    await elodie.signInAs('Élodie Marchand', '/communities');
    await oliver.signInAs('Oliver Hughes', '/people');

    // Élodie opens a closed community.
    await elodie.page.getByRole('main').getByRole('link', { name: 'Créer une communauté' }).first().click();
    await elodie.page.getByLabel('Nom').fill('Retours du terrain, ligne 4');
    await elodie.page.getByLabel('Raison d’être').fill('Ce que le service client voit, et ce que la production peut y faire.');
    await elodie.page.getByRole('radio', { name: /Fermée/ }).check();
    await elodie.page.getByRole('button', { name: 'Créer la communauté' }).click();
    await elodie.page.getByRole('heading', { level: 1, name: 'Retours du terrain, ligne 4' }).waitFor();
    const communityPath = new URL(elodie.page.url()).pathname;

    // Oliver has lost his session at Parvis but not at the identity provider: the deep link opens without a click or a form.
    await oliver.context.clearCookies({ name: 'parvis' });
    await oliver.open(`${communityPath}?from=mail`);
    await oliver.page.waitForURL(`${parvis.stack.url}${communityPath}?from=mail`);
    await oliver.page.getByRole('heading', { level: 1, name: 'Retours du terrain, ligne 4' }).waitFor();
    await oliver.page.getByRole('button', { name: 'Ask to join' }).click();
    await oliver.page.getByText('Request sent').first().waitFor();

    await elodie.open(`${communityPath}/requests`);
    await elodie.page.getByRole('button', { name: /Accepter/ }).click();
    await elodie.page.getByText('Oliver Hughes').first().waitFor();

    // Both have the home page open; what Élodie publishes is told to Oliver at once, and shown when he asks for it.
    await oliver.open('/');
    await oliver.settled();
    await elodie.open('/');
    await elodie.page.getByRole('button', { name: /Partagez quelque chose/ }).click();
    await elodie.page.getByLabel('Publier pour').waitFor();
    await choosePlace(elodie, 'Publier pour', 'Retours du terrain, ligne 4');
    const editor = elodie.page.getByRole('textbox', { name: 'Votre publication' });
    await editor.click();
    await editor.pressSequentially('Bonjour ! Le détendeur du lot 4017 se monte mal, le voyez-vous aussi ? #ligne4 ');
    const publishedAt = Date.now();
    await elodie.page.getByRole('button', { name: 'Publier', exact: true }).click();
    const news = oliver.page.getByRole('button', { name: '1 new post' });
    await news.waitFor({ timeout: 5_000 });
    expect(Date.now() - publishedAt).toBeLessThan(5_000);
    expect(await oliver.page.getByText('lot 4017').count()).toBe(0);
    await news.click();
    const post = oliver.page.getByRole('article').filter({ hasText: 'lot 4017' }).first();
    await post.waitFor();

    // Oliver answers and mentions Élodie, who sees it where she is.
    await post.getByRole('link', { name: /minute|second|now/i }).first().click();
    await oliver.page.waitForURL(/\/posts\//);
    const postPath = new URL(oliver.page.url()).pathname;
    await elodie.open(postPath);
    await elodie.settled();
    const answer = oliver.page.getByRole('textbox', { name: /Comment on the post/ });
    await openWriting(oliver, /Comment on the post|Write a comment/);
    await answer.click();
    await answer.pressSequentially('Yes, three returns this week. @Élod');
    await oliver.page.getByRole('option', { name: /Élodie Marchand/ }).first().click();
    await answer.pressSequentially(' can I send you the photos?');
    await oliver.page.getByRole('button', { name: 'Comment', exact: true }).last().click();
    await oliver.page.getByRole('main').getByText('three returns this week').waitFor();
    // It comes by itself, in its place.
    await elodie.page.getByText('three returns this week').waitFor();
    await elodie.page.getByRole('main').getByRole('link', { name: '@Élodie Marchand' }).click();
    await elodie.page.waitForURL(/\/people\//);
    await elodie.page.getByRole('heading', { level: 1, name: 'Élodie Marchand' }).waitFor();

    // Oliver leaves: the posts leave his feed, and their address tells him no more than one that never existed.
    await oliver.open(communityPath);
    await oliver.page.getByRole('button', { name: 'Leave' }).first().click();
    await oliver.page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
    await oliver.page.getByRole('button', { name: /Ask to join/ }).first().waitFor();
    await oliver.open('/');
    await oliver.settled();
    expect(await oliver.page.getByText('lot 4017').count()).toBe(0);
    await oliver.open(postPath);
    await oliver.page.getByText('Page not found').or(oliver.page.getByText('Nothing here')).first().waitFor();
    expect(await oliver.page.getByText('lot 4017').count()).toBe(0);

    expect([...elodie.strayRequests, ...oliver.strayRequests]).toEqual([]);
    expect([...elodie.complaints, ...oliver.complaints]).toEqual([]);
    await Promise.all([elodie.leave(), oliver.leave()]);
  });
});

async function choosePlace({ page }: Visitor, label: string, place: string): Promise<void> {
  const select = page.getByLabel(label);
  if ((await select.evaluate((element) => element.tagName)) === 'SELECT') await select.selectOption({ label: place });
  else {
    await select.click();
    await page.getByRole('option', { name: place }).click();
  }
}

/** Composers are a line until somebody writes. */
async function openWriting({ page }: Visitor, name: RegExp): Promise<void> {
  const opener = page.getByRole('button', { name });
  if (await opener.first().isVisible().catch(() => false)) await opener.first().click();
}
