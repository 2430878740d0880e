import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let elodie: Visitor, oliver: Visitor;
let elodieId: string;

beforeAll(async () => {
  elodie = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
  oliver = await parvis.arriveAs('Oliver Hughes', '/');
  elodieId = await elodie.personId();
  // At work, whenever the journey is made.
  await elodie.ask('mutation { changeNotificationSettings(input: { hasQuietHours: false }) { hasQuietHours } }');
  await markAllRead();
});

const markAllRead = () => elodie.ask('mutation { markNotificationsRead(input: { upTo: 1000000 }) { unreadCount } }');

/** Oliver mentions Élodie in a post to the whole company. */
const mention = (words: string) =>
  oliver.ask('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', {
    input: {
      key: randomUUID(),
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `${words} ` }, { type: 'mention', attrs: { id: elodieId, label: 'Élodie Marchand' } }] }] },
    },
  });
/** Oliver asks Élodie into a community that he has just founded. */
async function invite(name: string): Promise<string> {
  const { createCommunity } = await oliver.ask<{ createCommunity: { id: string } }>('mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { id } }', {
    input: { key: randomUUID(), name, description: 'Come and see.', visibility: 'SECRET' },
  });
  await oliver.ask('mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitedCount } }', {
    input: { communityId: createCommunity.id, personIds: [elodieId], word: 'Nous cherchons quelqu’un qui connaît les pompes.' },
  });
  return createCommunity.id;
}

const bell = (page: Page, name: string | RegExp) => page.getByRole('banner').getByRole('button', { name });

/** The page's socket, through a line that can be cut: it goes down, and nothing gets up again until the line is mended. */
async function cuttable(page: Page): Promise<{ connected: Promise<void>; cut(): Promise<void>; mend(): void }> {
  let isCut = false;
  const open = new Set<() => Promise<void>>();
  const connected = Promise.withResolvers<void>();
  await page.route(/\/socket\.io\/\?.*transport=polling/, (route) => (isCut ? route.abort() : route.continue()));
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (isCut) return void socket.close();
    const server = socket.connectToServer();
    open.add(async () => void (await Promise.all([socket.close(), server.close()])));
    connected.resolve();
  });
  return {
    connected: connected.promise,
    cut: async () => {
      isCut = true;
      await Promise.all([...open].map((close) => close()));
    },
    mend: () => void (isCut = false),
  };
}

describe('a notification', () => {
  it('arrives in every tab by itself, leads to the post, and is read in all of them at once', async () => {
    await elodie.open('/');
    await bell(elodie.page, 'Notifications').waitFor();
    const other = await elodie.context.newPage();
    await other.goto(`${parvis.stack.url}/people`);
    await bell(other, 'Notifications').waitFor();

    await mention('Le compresseur repart, merci');
    for (const page of [elodie.page, other]) {
      await bell(page, '1 notification non lue').waitFor();
      await page.waitForFunction(() => document.title.startsWith('(1) '));
    }

    await bell(elodie.page, '1 notification non lue').click();
    const line = elodie.page.getByRole('dialog').getByRole('link', { name: /Oliver Hughes vous mentionne dans une publication/ });
    expect(await elodie.accessibilityFaults()).toEqual([]);
    await line.first().click();
    await elodie.page.waitForURL(/\/posts\//);
    await elodie.page.getByRole('article').getByText('Le compresseur repart, merci').first().waitFor();
    for (const page of [elodie.page, other]) {
      await bell(page, 'Notifications').waitFor();
      await page.waitForFunction(() => !document.title.startsWith('('));
    }
    await other.close();
  });

  it('is found after a lost connection: fifty of them, each once', async () => {
    const line = await cuttable(elodie.page);
    await elodie.open('/notifications');
    await elodie.settled();
    await line.connected;
    const listed = elodie.page.getByRole('main').getByRole('link', { name: /Numéro \d+ / });
    expect(await listed.count()).toBe(0);

    await line.cut();
    for (let number = 1; number <= 50; number += 1) await mention(`Numéro ${number} .`);
    // Nothing came through: the connection is really gone.
    expect([await listed.count(), await bell(elodie.page, 'Notifications').count()]).toEqual([0, 1]);
    line.mend();

    await bell(elodie.page, '50 notifications non lues').waitFor({ timeout: 45_000 });
    await listed.nth(49).waitFor();
    const words = await listed.allInnerTexts();
    const numbers = words.map((text) => Number(/Numéro (\d+) /.exec(text)?.[1])).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));

    await elodie.page.getByRole('main').getByRole('button', { name: 'Tout marquer comme lu' }).click();
    await bell(elodie.page, 'Notifications').waitFor();
    await elodie.page.getByRole('link', { name: 'Non lues' }).click();
    await elodie.page.getByText('Rien à lire').waitFor();
  });

  it('comes not when its kind was turned off, and comes again', async () => {
    await elodie.open('/settings/notifications');
    const box = elodie.page.getByRole('checkbox', { name: 'Mentions de mon nom', exact: true });
    await box.uncheck();
    await elodie.page.getByText('C’est enregistré.').first().waitFor();
    await mention('Sans signe');
    // Happenings are told in their order: once the later one has come, this one has been passed over.
    await invite('Atelier des joints');
    await bell(elodie.page, '1 notification non lue').waitFor();
    await markAllRead();
    await elodie.page.reload();
    await elodie.settled();
    expect(await box.isChecked()).toBe(false);
    await bell(elodie.page, 'Notifications').waitFor();
    await box.check();
    await elodie.page.getByText('C’est enregistré.').first().waitFor();
    await mention('Avec signe');
    await bell(elodie.page, '1 notification non lue').waitFor();
    expect([...elodie.strayRequests, ...oliver.strayRequests]).toEqual([]);
  });
});

describe('what one wants to be told', () => {
  const saved = () => elodie.page.getByText('C’est enregistré.').first().waitFor();
  /** Oliver asks Élodie into a community of his. */
  const sayThere = (communityId: string, words: string) =>
    oliver.ask('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', {
      input: { key: randomUUID(), communityId, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `${words} ` }, { type: 'mention', attrs: { id: elodieId, label: 'Élodie Marchand' } }] }] } },
    });

  it('is an invitation, with its word, which leads to the community until it is answered', async () => {
    await markAllRead();
    await elodie.open('/');
    const id = await invite('Cercle des pompes');
    await bell(elodie.page, '1 notification non lue').click();
    const line = elodie.page.getByRole('dialog').getByRole('link', { name: /Oliver Hughes vous invite à rejoindre Cercle des pompes/ });
    await line.getByText('quelqu’un qui connaît les pompes').waitFor();
    await line.click();
    await elodie.page.waitForURL(`**/communities/${id}`);
    await elodie.page.getByRole('button', { name: /^Accepter/ }).first().click();
    await elodie.page.getByRole('button', { name: /^Quitter/ }).waitFor();
    await elodie.open('/notifications');
    await elodie.settled();
    expect(await elodie.page.getByRole('main').getByRole('link', { name: /Cercle des pompes/ }).count()).toBe(0);
  });

  it('is less of a community, by a choice beside its name', async () => {
    const [{ node }] = (await elodie.ask<{ communities: { edges: [{ node: { id: string } }] } }>('{ communities(joined: true, search: "Cercle des pompes") { edges { node { id } } } }')).communities.edges;
    await elodie.open('/settings/notifications');
    await elodie.settled();
    await elodie.page.getByLabel('De Cercle des pompes').selectOption({ label: 'Rien' });
    await saved();
    await sayThere(node.id, 'Sans signe de la communauté');
    await mention('Mais ceci, oui');
    await bell(elodie.page, '1 notification non lue').waitFor();
    await elodie.page.getByLabel('De Cercle des pompes').selectOption({ label: 'Mentions seulement' });
    await elodie.page.reload();
    await elodie.settled();
    expect(await elodie.page.getByLabel('De Cercle des pompes').inputValue()).toBe('MENTIONS');
    await sayThere(node.id, 'Une mention de la communauté');
    await bell(elodie.page, '2 notifications non lues').waitFor();
    await markAllRead();
  });

  it('waits outside of working hours, without a sign and without a loss, unless it may come at any hour', async () => {
    await elodie.open('/settings/notifications');
    await elodie.settled();
    expect(await elodie.accessibilityFaults()).toEqual([]);
    await elodie.page.getByLabel(/Me laisser tranquille/).check();
    // Works on one day only, which is not today, wherever the clock stands.
    const today = (new Date().getDay() + 6) % 7;
    const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
    for (const [index, day] of days.entries()) {
      const box = elodie.page.getByRole('checkbox', { name: day, exact: true });
      if (index === (today + 3) % 7) await box.check();
      else await box.uncheck();
    }
    await elodie.page.getByRole('button', { name: 'Enregistrer mes heures' }).click();
    await saved();
    await mention('Pendant la nuit');
    await elodie.open('/notifications');
    await elodie.page.getByRole('main').getByText('Pendant la nuit').waitFor();
    await bell(elodie.page, 'Notifications').waitFor();

    await elodie.open('/settings/notifications');
    await elodie.settled();
    expect(await elodie.page.getByRole('checkbox', { name: days[today] ?? '', exact: true }).isChecked()).toBe(false);
    await elodie.page.getByRole('checkbox', { name: /À toute heure.*Mentions de mon nom/ }).check();
    await saved();
    await mention('Vraiment urgent');
    await bell(elodie.page, /notifications? non lues?/).waitFor();
    expect([...elodie.strayRequests, ...oliver.strayRequests]).toEqual([]);
  });
});
