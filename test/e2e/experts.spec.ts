import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let desk: Visitor, phone: Visitor;

beforeAll(async () => {
  // She has just arrived: she follows nobody and knows nobody.
  desk = await parvis.arriveAs('Inês Carvalho', '/', { locale: 'fr-FR' });
  phone = await parvis.arriveAs('Inês Carvalho', '/experts', { width: 390, height: 844 });
});

const field = ({ page }: Visitor): Locator => page.getByRole('main').getByRole('textbox');
const inMain = ({ page }: Visitor): Locator => page.getByRole('main');
const faultsOf = async (visitor: Visitor): Promise<string[]> => [...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())];
const proposals = ({ page }: Visitor): Locator => page.getByRole('main').getByRole('article');
const nameIn = async (proposal: Locator): Promise<string> => (await proposal.getByRole('heading', { level: 2 }).getByRole('link').innerText()).trim();

/** Opens what shows that the first proposal knows: the comment that is in sight then, and the person named. */
async function opened(visitor: Visitor, title: RegExp): Promise<{ name: string; comment: string; thread: string }> {
  const proposal = proposals(visitor).first();
  const name = await nameIn(proposal);
  await proposal.getByRole('link', { name: title }).first().click();
  await visitor.page.waitForURL(/\/posts\/[^/]+#comment-/);
  const focused = visitor.page.locator(':focus').filter({ hasText: name });
  await focused.waitFor();
  return { name, comment: await focused.innerText(), thread: await visitor.page.getByRole('main').innerText() };
}

describe('somebody who knows nobody', () => {
  it('finds, from any page and with typing errors, who answered in French, and why', async () => {
    await desk.open('/communities');
    await desk.settled();
    await desk.page.keyboard.press('Control+k');
    await desk.page.locator('input:focus').pressSequentially('graise sur le joint du bloc hydrolique');
    await desk.page.getByRole('option', { name: /^Qui s’y connaît en « graise/ }).click();
    await desk.page.waitForURL(/\/experts\?q=graise/);
    await proposals(desk).first().waitFor();
    expect(await proposals(desk).first().innerText()).toMatch(/réponses? à ce sujet/);
    expect(await desk.page.getByRole('status').filter({ hasText: /semble/ }).innerText()).toMatch(/^\d+ personnes? semble/);
    expect(await desk.accessibilityFaults()).toEqual([]);

    const { name, comment, thread } = await opened(desk, /bloc hydraulique/);
    expect(name).not.toBe('Inês Carvalho');
    expect(comment).toContain(name);
    expect(thread).toMatch(/huile ou graisse/);

    // What was found is there again on the way back.
    await desk.page.goBack();
    await proposals(desk).first().waitFor();
    expect(await nameIn(proposals(desk).first())).toBe(name);
    expect(await field(desk).inputValue()).toBe('graise sur le joint du bloc hydrolique');
  });

  it('finds who answered in English, on a phone, by a sentence with a typing error', async () => {
    await field(phone).fill('contracter access for some weeks?');
    await field(phone).press('Enter');
    await phone.page.waitForURL(/\/experts\?q=contracter/);
    await proposals(phone).first().waitFor();
    expect(await field(phone).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await proposals(phone).first().innerText()).toMatch(/answers? about this/);
    expect(await faultsOf(phone)).toEqual([]);
    const { name, comment, thread } = await opened(phone, /contractor access/);
    expect(comment).toContain(name);
    expect(thread).toMatch(/contractor access/);
  });

  it('reads why these people were proposed, with the numbers that hold', async () => {
    await desk.open('/experts?q=pompe');
    await desk.page.getByRole('main').getByRole('link', { name: 'Pourquoi ces personnes ?' }).click();
    await desk.page.waitForURL('**/about/experts');
    await desk.page.getByRole('row', { name: /compte moitié moins.*10 jours/ }).waitFor();
    expect(await desk.accessibilityFaults()).toEqual([]);
  });

  it('asks everybody when nobody has written about it, with the question already there', async () => {
    await desk.open('/experts');
    await field(desk).fill('Qui s’y connaît en zorglubique ?');
    await field(desk).press('Enter');
    await desk.page.getByText('Personne n’a encore écrit à ce sujet').waitFor();
    await desk.page.getByRole('link', { name: 'Poser la question à tout le monde' }).click();
    const title = desk.page.getByRole('textbox', { name: /^Votre question/ });
    await title.waitFor();
    expect(await title.inputValue()).toBe('Qui s’y connaît en zorglubique ?');
    await desk.page.getByRole('button', { name: 'Publier', exact: true }).click();
    await desk.page.getByRole('article').filter({ hasText: 'zorglubique' }).first().waitFor();
  });

  it('asks somebody who seems to know, who is mentioned in the question', async () => {
    await phone.open('/experts?q=contractor%20access');
    const first = proposals(phone).first();
    await first.waitFor();
    const name = await nameIn(first);
    await first.getByRole('link', { name: `Ask ${name}` }).click();
    await phone.page.getByRole('textbox', { name: /^Your question/ }).waitFor();
    await phone.page.locator('[contenteditable]').getByText(`@${name}`).waitFor();
    expect(await phone.page.getByRole('textbox', { name: /^Your question/ }).inputValue()).toBe('contractor access');
  });

  it('keeps what is too long, and asks a long question whole', async () => {
    await phone.open('/experts');
    await phone.settled();
    await field(phone).fill('x '.repeat(5_001));
    await field(phone).press('Enter');
    await phone.page.getByRole('alert').filter({ hasText: '10,000' }).waitFor();
    expect((await field(phone).inputValue()).length).toBe(10_002);
    const long = `contractor access\n${'and so on, '.repeat(400)}`.trim();
    await field(phone).fill(long);
    await field(phone).press('Enter');
    await proposals(phone).first().waitFor();
    await phone.page.reload();
    await proposals(phone).first().waitFor();
    expect(await field(phone).inputValue()).toBe(long);
    expect([...desk.strayRequests, ...phone.strayRequests, ...desk.complaints, ...phone.complaints]).toEqual([]);
  });
});

describe('who is asked, and how fairly', () => {
  let elodie: Visitor, oliver: Visitor;

  beforeAll(async () => {
    elodie = await parvis.arriveAs('Élodie Marchand', '/experts', { locale: 'fr-FR' });
    oliver = await parvis.arriveAs('Oliver Hughes', '/experts', { width: 390, height: 844 });
  });

  it('says what one is asked, from where one asks, and each choice is kept at once', async () => {
    await inMain(elodie).getByRole('link', { name: 'Ce qu’on me demande' }).click();
    await elodie.page.waitForURL('**/settings/experts');
    const field = inMain(elodie).getByLabel('Ajouter un sujet');
    await field.fill('#télémétrie');
    await field.press('Enter');
    await inMain(elodie).getByRole('listitem').filter({ hasText: '#télémétrie' }).waitFor();
    await inMain(elodie).getByLabel('Une par semaine au plus').check();
    await elodie.page.getByText('C’est enregistré.').first().waitFor();
    expect(await faultsOf(elodie)).toEqual([]);

    await elodie.page.reload();
    await inMain(elodie).getByRole('button', { name: /télémétrie/ }).waitFor();
    expect(await inMain(elodie).getByLabel('Une par semaine au plus').isChecked()).toBe(true);
    await inMain(elodie).getByRole('button', { name: /télémétrie/ }).click();
    await inMain(elodie).getByRole('button', { name: /télémétrie/ }).waitFor({ state: 'detached' });
    // Whoever was asked as often as they accept is not proposed for a while.
    await inMain(elodie).getByLabel('3 par semaine au plus').check();
    await elodie.settled();
  });

  it('leaves out whoever wants to be proposed to nobody, until they want it again', async () => {
    await elodie.open('/settings/experts');
    await inMain(elodie).getByRole('link', { name: 'Dire sur quoi on peut m’interroger' }).click();
    const field = inMain(elodie).getByRole('textbox', { name: 'On peut m’interroger sur' });
    await field.fill('Zirconium');
    await field.press('Enter');
    await inMain(elodie).getByRole('button', { name: 'Enregistrer' }).first().click();
    await inMain(elodie).getByRole('link', { name: 'Choisir ce qu’on me demande' }).waitFor();

    const proposal = inMain(oliver).getByRole('article').filter({ hasText: 'Élodie Marchand' });
    await oliver.open('/experts?q=zirconium');
    await proposal.getByText('Says: “ask me about Zirconium”.').waitFor();
    await inMain(elodie).getByRole('link', { name: 'Choisir ce qu’on me demande' }).click();
    await inMain(elodie).getByLabel('Ne me proposez à personne').check();
    await inMain(elodie).getByText('Parvis ne vous adresse aucune question').waitFor();
    await oliver.page.reload();
    await oliver.page.getByText('Nobody was found.').waitFor({ state: 'attached' });
    await inMain(elodie).getByLabel('Ne me proposez à personne').uncheck();
    await inMain(elodie).getByLabel('3 par semaine au plus').waitFor();
    await oliver.page.reload();
    await proposal.waitFor();
    await oliver.open('/experts');
  });

  it('tells everybody whether it is fairly spread', async () => {
    await elodie.open('/about/experts');
    const section = inMain(elodie).getByRole('region', { name: 'Est-ce bien réparti ?' });
    await section.getByText('Indice de Gini').first().waitFor();
    expect(await section.getByRole('row').count()).toBe(5);
    expect(await faultsOf(elodie)).toEqual([]);
  });

  it('offers what a colleague who left knew about, on a phone, and takes it back', async () => {
    await inMain(oliver).getByRole('link', { name: 'Topics to take over' }).click();
    await oliver.page.waitForURL('**/experts/handover');
    const topic = inMain(oliver).getByRole('article').first().getByRole('listitem').first();
    await topic.getByRole('button', { name: /^See what it is about/ }).click();
    await topic.getByRole('heading', { name: 'Others who know about it' }).waitFor();
    await topic.getByRole('button', { name: /^I’ll take it/ }).click();
    await topic.getByRole('link', { name: 'Oliver Hughes' }).first().waitFor();
    expect(await faultsOf(oliver)).toEqual([]);

    await elodie.open('/experts/handover');
    // Whatever the topic is called in her language: it is the only one that he has taken.
    await inMain(elodie).getByRole('article').first().getByRole('link', { name: 'Oliver Hughes' }).waitFor();
    await topic.getByRole('button', { name: /^I no longer take it/ }).click();
    await topic.getByRole('button', { name: /^I’ll take it/ }).waitFor();
    expect([...elodie.strayRequests, ...oliver.strayRequests, ...elodie.complaints, ...oliver.complaints]).toEqual([]);
  });
});
