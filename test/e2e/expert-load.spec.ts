import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startStack, type Stack } from './stack.ts';
import { Visitor } from './visitor.ts';

let stack: Stack;
let browser: Browser;
let desk: Visitor, phone: Visitor;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
  desk = await Visitor.arrive(browser, stack, { locale: 'fr-FR' });
  phone = await Visitor.arrive(browser, stack, { locale: 'en-GB', width: 390, height: 844 });
  await desk.openAs('Élodie Marchand', '/experts');
  await phone.openAs('Oliver Hughes', '/experts');
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const main = ({ page }: Visitor): Locator => page.getByRole('main');
const faults = async (visitor: Visitor) => [...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())];

describe('what one is asked', () => {
  it('is reached from where one asks, and each choice is kept at once', async () => {
    await main(desk).getByRole('link', { name: 'Ce qu’on me demande' }).click();
    await desk.page.waitForURL('**/settings/experts');
    const field = main(desk).getByLabel('Ajouter un sujet');
    await field.fill('#télémétrie');
    await field.press('Enter');
    await main(desk).getByRole('listitem').filter({ hasText: '#télémétrie' }).waitFor();
    await main(desk).getByLabel('Une par semaine au plus').check();
    await desk.page.getByText('C’est enregistré.').first().waitFor();
    expect(await faults(desk)).toEqual([]);

    await desk.page.reload();
    await main(desk).getByRole('button', { name: /télémétrie/ }).waitFor();
    expect(await main(desk).getByLabel('Une par semaine au plus').isChecked()).toBe(true);
    await main(desk).getByRole('button', { name: /télémétrie/ }).click();
    await main(desk).getByRole('button', { name: /télémétrie/ }).waitFor({ state: 'detached' });
    // Whoever was asked as often as they accept is not proposed for a while.
    await main(desk).getByLabel('3 par semaine au plus').check();
    await desk.settled();
  });

  it('leaves out whoever wants to be proposed to nobody, until they want it again', async () => {
    await desk.open('/settings/experts');
    await main(desk).getByRole('link', { name: 'Dire sur quoi on peut m’interroger' }).click();
    const field = main(desk).getByRole('textbox', { name: 'On peut m’interroger sur' });
    await field.fill('Zirconium');
    await field.press('Enter');
    await main(desk).getByRole('button', { name: 'Enregistrer' }).first().click();
    await main(desk).getByRole('link', { name: 'Choisir ce qu’on me demande' }).waitFor();

    const proposal = main(phone).getByRole('article').filter({ hasText: 'Élodie Marchand' });
    await phone.open('/experts?q=zirconium');
    await proposal.getByText('Says: “ask me about Zirconium”.').waitFor();
    await main(desk).getByRole('link', { name: 'Choisir ce qu’on me demande' }).click();
    await main(desk).getByLabel('Ne me proposez à personne').check();
    await main(desk).getByText('Parvis ne vous adresse aucune question').waitFor();
    await phone.page.reload();
    await phone.page.getByText('Nobody was found.').waitFor({ state: 'attached' });
    await main(desk).getByLabel('Ne me proposez à personne').uncheck();
    await main(desk).getByLabel('3 par semaine au plus').waitFor();
    await phone.page.reload();
    await proposal.waitFor();
    await phone.open('/experts');
  });
});

it('tells everybody whether it is fairly spread', async () => {
  await desk.open('/about/experts');
  const section = main(desk).getByRole('region', { name: 'Est-ce bien réparti ?' });
  await section.getByText('Indice de Gini').first().waitFor();
  expect(await section.getByRole('row').count()).toBe(5);
  expect(await faults(desk)).toEqual([]);
});

it('offers what a colleague who left knew about, on a phone, and takes it back', async () => {
  await main(phone).getByRole('link', { name: 'Topics to take over' }).click();
  await phone.page.waitForURL('**/experts/handover');
  const topic = main(phone).getByRole('article').first().getByRole('listitem').first();
  const name = await topic.getByRole('heading', { level: 3 }).innerText();
  await topic.getByRole('button', { name: /^See what it is about/ }).click();
  await topic.getByRole('heading', { name: 'Others who know about it' }).waitFor();
  await topic.getByRole('button', { name: /^I’ll take it/ }).click();
  await topic.getByRole('link', { name: 'Oliver Hughes' }).first().waitFor();
  expect(await faults(phone)).toEqual([]);

  await desk.open('/experts/handover');
  await main(desk).getByRole('article').first().getByRole('listitem').filter({ hasText: name }).first().getByRole('link', { name: 'Oliver Hughes' }).first().waitFor();
  await topic.getByRole('button', { name: /^I no longer take it/ }).click();
  await topic.getByRole('button', { name: /^I’ll take it/ }).waitFor();
  expect([...desk.strayRequests, ...phone.strayRequests, ...desk.complaints, ...phone.complaints]).toEqual([]);
});
