import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();

/** As a phone makes it: with the place where it was taken. */
const aPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 1_600, height: 1_200, channels: 3, background: '#3a7d44' } })
    .withExif({ IFD0: { Make: 'SpyPhone' }, IFD3: { GPSLatitude: '48/1 51/1 24/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();

const asFile = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

describe('files of a post', () => {
  it('are dragged into the composer, described, cancelled and refused, then seen by members and by nobody else', async () => {
    const elodie = await parvis.arrive({ locale: 'fr-FR' });
    const oliver = await parvis.arrive({ locale: 'en-GB', width: 390, height: 844 });
    const stranger = await parvis.arrive({ locale: 'en-GB' });
    await Promise.all([elodie.openAs('Élodie Marchand', '/'), oliver.openAs('Oliver Hughes', '/'), stranger.openAs('Inês Carvalho', '/')]);
    const community = await aClosedCommunity(elodie, 'Oliver Hughes');
    await elodie.open(`/communities/${community}`);
    await elodie.settled();

    // Dragged onto the text; an archive that would take long is cancelled on its way.
    await elodie.page.getByRole('button', { name: /Partagez quelque chose/ }).click();
    const text = elodie.page.getByRole('textbox', { name: 'Votre publication' });
    await text.pressSequentially('Le détendeur du lot 4017');
    await drag(text, 'détendeur.jpg', 'image/jpeg', await aPhoto());
    const description = elodie.page.getByRole('textbox', { name: 'Description de détendeur.jpg' });
    await description.waitFor();
    await elodie.page.route('**/media', () => undefined, { times: 1 });
    await elodie.page.locator('input[type=file]').setInputFiles([asFile('long.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n'))]);
    await elodie.page.getByRole('button', { name: 'Annuler l’envoi de long.pdf' }).click();
    expect(await elodie.page.getByText('long.pdf').count()).toBe(0);

    // Refused: it says why, and the post waits.
    await elodie.page.locator('input[type=file]').setInputFiles([asFile('logo.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))]);
    await elodie.page.getByText('Ce type de fichier n’est pas accepté').waitFor();
    const publish = elodie.page.getByRole('button', { name: 'Publier', exact: true });
    expect(await publish.isDisabled()).toBe(true);
    expect(await elodie.accessibilityFaults()).toEqual([]);
    await elodie.page.getByRole('button', { name: 'Retirer logo.svg' }).click();

    await elodie.page.locator('input[type=file]').setInputFiles([asFile('relevé.csv', 'text/csv', Buffer.from('heure;pression\n9;4,2'))]);
    await elodie.page.getByRole('button', { name: 'Monter relevé.csv' }).waitFor();
    await description.fill('Le détendeur, fendu en haut à gauche');
    await publish.click();
    await elodie.page.getByRole('article').getByText('Le détendeur du lot 4017').waitFor();

    // Oliver sees it, by what it shows, as large as his screen, and has the file.
    await oliver.open(`/communities/${community}`);
    const post = oliver.page.getByRole('article').filter({ hasText: 'lot 4017' });
    await post.getByRole('img', { name: 'Le détendeur, fendu en haut à gauche' }).waitFor();
    await post.getByRole('button', { name: /^Enlarge: Le détendeur, fendu/ }).click();
    const viewer = oliver.page.getByRole('dialog', { name: 'Image' });
    const address = (await viewer.getByRole('img').getAttribute('src')) ?? '';
    await oliver.page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('[role=dialog] img')].every((image) => image.complete && image.naturalWidth > 0));
    expect(await oliver.accessibilityFaults()).toEqual([]);
    await oliver.page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    expect(await post.getByRole('link', { name: /relevé\.csv/ }).getAttribute('href')).toMatch(/^\/media\/[\w-]+\/file\?download$/);

    // What is sent holds nothing of where it was taken; outside the community there is nothing at all.
    const seen = await oliver.context.request.get(parvis.stack.url + address);
    expect(seen.status()).toBe(200);
    expect((await sharp(await seen.body()).metadata()).exif).toBeUndefined();
    expect((await seen.body()).toString('latin1')).not.toMatch(/SpyPhone|Exif/);
    expect((await stranger.context.request.get(parvis.stack.url + address)).status()).toBe(404);
    expect((await (await parvis.browser.newContext()).request.get(parvis.stack.url + address)).status()).toBe(401);

    // All that was attached there is listed in the community, found by its name, and leads to where it was said.
    await oliver.open(`/communities/${community}/files`);
    await oliver.page.getByRole('link', { name: 'relevé.csv', exact: true }).waitFor();
    await oliver.page.getByRole('searchbox', { name: 'Search by name' }).fill('detendeur');
    await oliver.page.getByRole('link', { name: 'relevé.csv', exact: true }).waitFor({ state: 'detached' });
    expect([...(await oliver.accessibilityFaults()), ...(await oliver.sidewaysScroll())]).toEqual([]);
    await oliver.open('/search?q=détendeurs');
    await oliver.page.getByRole('main').getByRole('link', { name: 'détendeur.jpg' }).click();
    await oliver.page.waitForURL(/\/posts\//);
    await stranger.open('/search?q=détendeurs');
    await stranger.settled();
    expect(await stranger.page.getByRole('main').getByRole('link', { name: 'détendeur.jpg' }).count()).toBe(0);

    const refusals = elodie.complaints.filter((complaint) => !/status of 400/.test(complaint));
    expect([refusals, oliver.complaints, stranger.complaints]).toEqual([[], [], []]);
    expect([...elodie.strayRequests, ...oliver.strayRequests]).toEqual([]);
    await Promise.all([elodie.leave(), oliver.leave(), stranger.leave()]);
  });

  it('stay with what was left unfinished, and are changed later', async () => {
    const elodie = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
    const { page } = elodie;
    await page.getByRole('button', { name: /Partagez quelque chose/ }).click();
    await page.locator('input[type=file]').setInputFiles([asFile('une.jpg', 'image/jpeg', await aPhoto()), asFile('deux.jpg', 'image/jpeg', await aPhoto())]);
    await page.getByRole('textbox', { name: 'Description de deux.jpg' }).waitFor();
    await page.getByRole('button', { name: 'Continuer plus tard' }).click();
    await page.reload();

    // A picture says enough without a text.
    await page.getByRole('button', { name: 'Monter deux.jpg' }).click();
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    const post = page.getByRole('article').first();
    await post.getByRole('button', { name: 'Agrandir : deux.jpg' }).waitFor();
    const names = () => post.getByRole('button', { name: /^Agrandir/ }).evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.replace(/^.*\s/, '')));
    expect(await names()).toEqual(['deux.jpg', 'une.jpg']);

    await post.getByRole('button', { name: /Actions/ }).click();
    await page.getByRole('menuitem', { name: 'Modifier' }).click();
    await post.getByRole('button', { name: 'Retirer deux.jpg' }).click();
    await post.getByText('Enregistrer', { exact: true }).first().click();
    await post.getByRole('button', { name: 'Retirer une.jpg' }).waitFor({ state: 'detached' });
    expect(await names()).toEqual(['une.jpg']);
    expect(elodie.complaints).toEqual([]);
    await elodie.leave();
  });
});

describe('files of a comment', () => {
  it('are pasted and chosen under the line, described, cancelled, seen in the thread, changed, and gone with it', async () => {
    const elodie = await parvis.arrive({ locale: 'fr-FR', width: 390, height: 844 });
    const oliver = await parvis.arrive({ locale: 'en-GB' });
    await Promise.all([elodie.openAs('Élodie Marchand', '/'), oliver.openAs('Oliver Hughes', '/')]);
    const post = await aPost(elodie);
    await elodie.open(post);
    await elodie.settled();
    const { page } = elodie;
    const thread = page.getByRole('region', { name: 'Commentaires' });
    await thread.getByRole('button', { name: /Écrire un commentaire/ }).click();
    const text = thread.getByRole('textbox', { name: /^Commenter/ });
    await paste(text, 'capture.jpg', 'image/jpeg', await aPhoto());
    const description = thread.getByRole('textbox', { name: 'Description de capture.jpg' });
    await description.waitFor();
    await page.route('**/media', () => undefined, { times: 1 });
    await thread.locator('input[type=file]').setInputFiles([asFile('long.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n'))]);
    const publish = thread.getByRole('button', { name: 'Commenter', exact: true });
    expect(await publish.isDisabled()).toBe(true);
    await thread.getByRole('button', { name: 'Annuler l’envoi de long.pdf' }).click();
    await description.fill('Le manomètre, aiguille à zéro');
    expect([...(await elodie.accessibilityFaults()), ...(await elodie.sidewaysScroll())]).toEqual([]);

    // What was left unfinished is still there, files included; a picture says enough without a text.
    await thread.getByRole('button', { name: 'Continuer plus tard' }).click();
    await page.reload();
    await thread.getByRole('textbox', { name: 'Description de capture.jpg' }).waitFor();
    await publish.click();
    const comment = thread.getByRole('article', { name: /Élodie Marchand/ });
    await comment.getByRole('img', { name: 'Le manomètre, aiguille à zéro' }).waitFor();

    await oliver.open(post);
    const seen = oliver.page.getByRole('region', { name: 'Comments' }).getByRole('article', { name: /Élodie Marchand/ });
    await seen.getByRole('button', { name: /^Enlarge: Le manomètre/ }).click();
    const address = (await oliver.page.getByRole('dialog', { name: 'Image' }).getByRole('img').getAttribute('src')) ?? '';
    expect((await oliver.context.request.get(parvis.stack.url + address)).status()).toBe(200);
    expect((await (await parvis.browser.newContext()).request.get(parvis.stack.url + address)).status()).toBe(401);
    await oliver.page.keyboard.press('Escape');

    // Changed where it stands, then taken back: its files go with it.
    await comment.getByRole('button', { name: /Actions/ }).click();
    await page.getByRole('menuitem', { name: 'Modifier' }).click();
    await comment.locator('input[type=file]').setInputFiles([asFile('relevé.csv', 'text/csv', Buffer.from('heure;pression\n9;4,2'))]);
    await comment.getByRole('button', { name: 'Monter relevé.csv' }).waitFor();
    await comment.getByRole('button', { name: 'Enregistrer' }).click();
    await comment.getByRole('link', { name: /relevé\.csv/ }).waitFor();
    await comment.getByRole('button', { name: /Actions/ }).click();
    await page.getByRole('menuitem', { name: 'Supprimer' }).click();
    const deleted = page.waitForResponse((response) => response.request().postData()?.includes('deleteComment') ?? false);
    await page.getByRole('alertdialog').getByRole('button', { name: /Supprimer/ }).click();
    await comment.waitFor({ state: 'detached' });
    await deleted;
    expect((await oliver.context.request.get(parvis.stack.url + address)).status()).toBe(404);
    expect([elodie.complaints, oliver.complaints]).toEqual([[], []]);
    await Promise.all([elodie.leave(), oliver.leave()]);
  });
});

describe('the banner of a community', () => {
  it('is an image of an animator’s, described, shown to members and taken off, by the keyboard on a phone', async () => {
    const elodie = await parvis.arrive({ locale: 'fr-FR', width: 390, height: 844 });
    const oliver = await parvis.arrive({ locale: 'en-GB' });
    await Promise.all([elodie.openAs('Élodie Marchand', '/'), oliver.openAs('Oliver Hughes', '/')]);
    const community = await aClosedCommunity(elodie, 'Oliver Hughes');
    await elodie.open(`/communities/${community}`);
    await elodie.settled();

    // What does not fit in the line of tabs is one key away.
    const { page } = elodie;
    await page.getByRole('button', { name: 'Plus d’onglets' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Réglages' }).waitFor();
    expect([...(await elodie.accessibilityFaults()), ...(await elodie.sidewaysScroll())]).toEqual([]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForURL(/settings$/);
    expect(await page.getByRole('link', { name: 'Réglages', exact: true }).getAttribute('aria-current')).toBe('page');

    await page.locator('input[type=file]').setInputFiles([asFile('hall.jpg', 'image/jpeg', await aPhoto())]);
    await page.getByRole('textbox', { name: 'Description de hall.jpg' }).fill('Le hall au lever du jour');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('button', { name: 'Retirer l’image' }).waitFor();
    await oliver.open(`/communities/${community}`);
    await oliver.page.getByRole('img', { name: 'Le hall au lever du jour' }).waitFor();
    expect(await oliver.accessibilityFaults()).toEqual([]);

    await page.getByRole('button', { name: 'Retirer l’image' }).click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('img', { name: 'Le hall au lever du jour' }).waitFor({ state: 'detached' });
    await oliver.page.reload();
    await oliver.settled();
    expect(await oliver.page.getByRole('img', { name: 'Le hall au lever du jour' }).count()).toBe(0);
    expect([elodie.complaints, oliver.complaints]).toEqual([[], []]);
    await Promise.all([elodie.leave(), oliver.leave()]);
  });
});

/** A post to the whole company, made through the API; returns its address. */
async function aPost(visitor: Visitor): Promise<string> {
  const input = { key: randomUUID(), body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Que dit le manomètre ?' }] }] } };
  const { createPost } = await visitor.ask<{ createPost: { id: string } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input });
  return `/posts/${createPost.id}`;
}

/** Pastes a file as the system does. */
async function paste(target: Locator, name: string, type: string, bytes: Buffer): Promise<void> {
  const clipboardData = await fileOf(target, name, type, bytes);
  await target.evaluate((element, data) => element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })), clipboardData);
}

/** Drops a file as the system does: the browser makes it, the page receives it. */
async function drag(target: Locator, name: string, type: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await fileOf(target, name, type, bytes);
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer });
}

const fileOf = (target: Locator, name: string, type: string, bytes: Buffer) =>
  target.page().evaluateHandle(
    ({ content, fileName, mediaType }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], fileName, { type: mediaType }));
      return data;
    },
    { content: bytes.toString('base64'), fileName: name, mediaType: type },
  );

/** Made by the visitor through the API, with one more member; returns its id. */
async function aClosedCommunity(visitor: Visitor, member: string): Promise<string> {
  const input = { key: randomUUID(), name: 'Photos du terrain, ligne 4', description: 'Ce que l’on voit.', visibility: 'CLOSED' };
  const { createCommunity } = await visitor.ask<{ createCommunity: { id: string } }>('mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { id } }', { input });
  const { people } = await visitor.ask<{ people: { edges: { node: { id: string } }[] } }>('query ($name: String!) { people(first: 1, search: $name) { edges { node { id } } } }', { name: member });
  const variables = { communityId: createCommunity.id, personId: people.edges[0]?.node.id };
  await visitor.ask('mutation ($communityId: ID!, $personId: ID!) { addCommunityMember(communityId: $communityId, personId: $personId) { id } }', variables);
  return createCommunity.id;
}
