import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';

const parvis = parvisForThisFile();
const accept = { name: 'J’ai lu la charte et je l’accepte' };

describe('the charter', () => {
  it('is read and accepted at the first visit, before anything else, and never asked again', async () => {
    const visitor = await parvis.arrive({ locale: 'fr-FR' });
    const { page } = visitor;
    await page.goto(`${parvis.stack.url}/people?q=pompe`);
    await page.getByRole('button', { name: 'Hervé Kerbrat' }).click();
    await page.getByRole('heading', { level: 1, name: 'Charte d’utilisation' }).waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())]).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    // No other address leads round it.
    await page.goto(`${parvis.stack.url}/communities`);
    expect(new URL(page.url()).pathname).toBe('/charter');
    await page.getByRole('button', accept).click();
    await page.waitForURL(`${parvis.stack.url}/communities`);
    await visitor.settled();
    await page.getByRole('contentinfo').getByRole('link', { name: 'Charte d’utilisation' }).click();
    await page.getByText('Vous avez accepté cette charte le').waitFor();
    await page.goto(`${parvis.stack.url}/communities`);
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
    await page.close();
  });

  it('is changed from the pages, and asked of everybody who has Parvis open', async () => {
    const colleague = await parvis.arriveAs('Élodie Marchand', '/communities', { locale: 'fr-FR' });
    await colleague.settled();
    const administrator = await parvis.arriveAs('Thomas Vandenberghe', '/', { locale: 'fr-FR' });
    const { page } = administrator;
    await page.goto(`${parvis.stack.url}/saml/confirm?returnTo=/administration/charter`);
    await page.getByRole('button', { name: 'Thomas Vandenberghe' }).click();
    const card = page.getByRole('region', { name: 'Charte d’utilisation' });
    await card.getByText(/^Acceptée par .+ personnes sur/).waitFor();
    await card.getByRole('button', { name: 'Rédiger une nouvelle version' }).click();
    await card.getByRole('textbox', { name: 'Texte en français' }).pressSequentially('Soyez brefs. ');
    await administrator.settled();
    expect(await administrator.faults()).toEqual([]);
    await card.getByRole('button', { name: 'Publier' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publier et demander' }).click();
    // Whoever has published it is no exception.
    await page.getByText('a changé depuis que vous l’avez acceptée').waitFor();
    await page.getByText('Soyez brefs.').waitFor();
    await page.getByRole('button', accept).click();
    await card.getByText('Acceptée par 1 personne sur').waitFor();

    await colleague.page.getByRole('link', { name: 'Annuaire' }).first().click();
    await colleague.page.getByRole('button', accept).click();
    await colleague.page.waitForURL(`${parvis.stack.url}/people`);
    await colleague.settled();
    await colleague.page.close();
  });
});

it('the legal notice is read without signing in', async () => {
  const visitor = await parvis.arrive({ locale: 'en-GB' });
  await visitor.page.goto(`${parvis.stack.url}/legal`);
  await visitor.page.getByRole('heading', { level: 1, name: 'Legal notice' }).waitFor();
  expect(await visitor.accessibilityFaults()).toEqual([]);
  await visitor.page.getByRole('link', { name: 'Lire en français' }).click();
  await visitor.page.getByRole('heading', { level: 1, name: 'Mentions légales' }).waitFor();
  expect(visitor.strayRequests).toEqual([]);
  await visitor.page.close();
});
