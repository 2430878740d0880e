import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
/** One person, two devices. */
let desk: Visitor, phone: Visitor;
let colleague: Visitor;

beforeAll(async () => {
  [desk, phone, colleague] = await Promise.all([
    parvis.arriveAs('Oliver Hughes', '/'),
    parvis.arriveAs('Oliver Hughes', '/communities', { width: 390, height: 844, colorScheme: 'dark' }),
    parvis.arriveAs('Élodie Marchand', '/drafts', { locale: 'fr-FR' }),
  ]);
});

const composer = ({ page }: Visitor): Locator => page.getByRole('region', { name: 'New post' });
const text = (who: Visitor): Locator => who.page.getByRole('textbox', { name: 'Your post' });
const saved = (who: Visitor): Promise<void> => composer(who).getByText('Draft saved').waitFor();

/** Writes, and waits until this very text is on the server. */
async function write(who: Visitor, words: string): Promise<void> {
  const kept = who.page.waitForResponse(async (response) => (response.request().postData() ?? '').includes('saveDraft') && (response.request().postData() ?? '').includes(words));
  await text(who).fill(words);
  await kept;
  await saved(who);
}

describe('a draft', () => {
  it('begun at the desk is finished on the phone, with its picture', async () => {
    await desk.page.getByRole('button', { name: /Share something/ }).click();
    await write(desk, 'The new press runs');
    const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a7d44' } }).jpeg().toBuffer();
    const kept = desk.page.waitForResponse((response) => /saveDraft.*press\.jpg/.test(response.request().postData() ?? ''));
    await desk.page.locator('input[type=file]').setInputFiles([{ name: 'press.jpg', mimeType: 'image/jpeg', buffer: picture }]);
    await kept;

    await phone.open('/');
    await phone.page.getByRole('textbox', { name: 'Description of press.jpg' }).waitFor();
    expect(await text(phone).innerText()).toBe('The new press runs');
    await write(phone, 'The new press runs, and it is quiet');
    expect([...(await phone.accessibilityFaults('look')), ...(await phone.sidewaysScroll())]).toEqual([]);

    // Told at once: nobody looks away from the desk.
    await text(desk).getByText('and it is quiet').waitFor();
  });

  it('is listed for its writer, and for nobody else', async () => {
    await phone.open('/drafts');
    const card = phone.page.getByRole('article').filter({ hasText: 'and it is quiet' });
    await card.getByText('Post to the whole company').waitFor();
    await card.getByRole('button', { name: /^Enlarge/ }).waitFor();
    await phone.settled();
    expect([...(await phone.accessibilityFaults()), ...(await phone.sidewaysScroll())]).toEqual([]);
    const address = (await card.getByRole('button', { name: /^Enlarge/ }).locator('img').getAttribute('src')) ?? '';
    expect((await phone.context.request.get(parvis.stack.url + address)).status()).toBe(200);
    expect((await colleague.context.request.get(parvis.stack.url + address)).status()).toBe(404);
    await colleague.page.getByText('Aucun brouillon').waitFor();
    await card.getByRole('link', { name: 'Continue' }).click();
    await text(phone).waitFor();
  });

  it('that both devices have changed asks, and loses neither text', async () => {
    await desk.context.setOffline(true);
    await text(desk).fill('Written at the desk');
    await composer(desk).getByText('Offline: kept in this browser').waitFor();
    await write(phone, 'Written on the phone');
    await desk.context.setOffline(false);
    const choice = desk.page.getByRole('alert');
    await choice.getByText('This draft was also changed on another device').waitFor();
    await choice.getByText('Written on the phone').waitFor();
    expect(await text(desk).innerText()).toBe('Written at the desk');
    expect(await desk.accessibilityFaults()).toEqual([]);

    await desk.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await composer(desk).getByText(/Nothing was sent: first choose/).waitFor();
    await choice.getByRole('button', { name: 'Keep my text' }).click();
    await saved(desk);
    await text(phone).getByText('Written at the desk').waitFor();
  });

  it('stays in the browser without a network, and follows when it is back', async () => {
    await phone.context.setOffline(true);
    await text(phone).fill('Written in the tunnel');
    await composer(phone).getByText('Offline: kept in this browser').waitFor();
    await phone.context.setOffline(false);
    await saved(phone);
    await text(desk).getByText('Written in the tunnel').waitFor();
  });

  it('published on one device is gone on the other, which does not bring it back', async () => {
    await desk.context.setOffline(true);
    await text(phone).fill('The press is open to visitors');
    await phone.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await phone.page.getByRole('article').getByText('The press is open to visitors').waitFor();

    // The desk could not hear of it: what is added there is another draft, and nothing is sent unasked.
    await text(desk).fill('Written in the tunnel, and more');
    await composer(desk).getByText('Offline: kept in this browser').waitFor();
    await desk.context.setOffline(false);
    await composer(desk).getByText('This draft was published or thrown away on another device. What you have written here since is kept as a new draft.').waitFor();
    expect(await text(desk).innerText()).toBe('Written in the tunnel, and more');

    await desk.open('/drafts');
    const card = desk.page.getByRole('article').filter({ hasText: 'and more' });
    await card.getByRole('button', { name: 'Throw away' }).click();
    await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Throw away' }).click();
    await desk.page.getByText('No drafts').waitFor();

    await colleague.open('/');
    await colleague.page.getByRole('article').filter({ hasText: 'open to visitors' }).getByRole('button', { name: /^Agrandir/ }).waitFor();
    expect(await colleague.page.getByRole('article').filter({ hasText: 'tunnel' }).count()).toBe(0);
    const offline = /ERR_INTERNET_DISCONNECTED|Failed to fetch|websocket/i;
    expect([...[...desk.complaints, ...phone.complaints].filter((complaint) => !offline.test(complaint)), ...colleague.complaints]).toEqual([]);
    expect([desk, phone].flatMap(({ strayRequests }) => strayRequests)).toEqual([]);
  });
});
