import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let elodie: Visitor, oliver: Visitor;

beforeAll(async () => {
  [elodie, oliver] = await Promise.all([parvis.arriveAs('Élodie Marchand', '/communities'), parvis.arriveAs('Oliver Hughes', '/')]);
  // A community that everybody may read and Oliver is not in.
  const input = { key: randomUUID(), name: 'Carnets de lecture', description: 'Ce que nous lisons.', visibility: 'OPEN' };
  const { createCommunity } = await elodie.ask<{ createCommunity: { id: string } }>(`mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { id } }`, { input });
  communityId = createCommunity.id;
  await publish('Un roman de bureau #lecturedumidi');
}, 120_000);

let communityId: string;

function publish(text: string) {
  const content = text.split(/(#\w+)/).filter(Boolean).map((part) => (part.startsWith('#') ? { type: 'hashtag', attrs: { tag: part.slice(1) } } : { type: 'text', text: part }));
  const body = { type: 'doc', content: [{ type: 'paragraph', content }] };
  return elodie.ask(`mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }`, { input: { key: randomUUID(), communityId, body } });
}

const posts = (): Locator => oliver.page.locator('[data-post] > article');
const novel = (): Locator => posts().filter({ hasText: 'Un roman de bureau' });
const tab = (name: string): Locator => oliver.page.getByRole('navigation', { name: 'Feeds' }).getByRole('link', { name, exact: true });
/** One that does not fit beside the others. */
async function openFurtherTab(name: string): Promise<void> {
  await oliver.page.getByRole('navigation', { name: 'Feeds' }).getByRole('button', { name: 'More tabs' }).click();
  await oliver.page.getByRole('menuitem', { name, exact: true }).click();
}
const marked = () => oliver.page.waitForResponse((response) => response.request().postData()?.includes('MarkPostsRead') ?? false);

async function openFeed(query: string): Promise<void> {
  await oliver.open(`/${query}`);
  await posts().first().waitFor();
}

describe('the reader’s feed', () => {
  it('has a tab for each source, and a hashtag followed brings its posts into one’s own, with the reason', async () => {
    await openFeed('');
    expect(await novel().count()).toBe(0);
    await tab('Everything').click();
    await novel().waitFor();
    expect(new URL(oliver.page.url()).searchParams.get('feed')).toBe('all');
    await novel().getByRole('link', { name: '#lecturedumidi' }).click();
    await oliver.page.getByRole('button', { name: 'Follow #lecturedumidi' }).click();
    await oliver.page.getByRole('button', { name: 'Unfollow #lecturedumidi' }).waitFor();

    // The tab is remembered on this device.
    await oliver.open('/');
    await novel().waitFor();
    expect(await tab('Everything').getAttribute('aria-current')).toBe('page');
    await tab('My feed').click();
    await novel().getByText('Why this post?').click();
    await novel().getByText('You follow #lecturedumidi.').waitFor();
    await tab('My communities').click();
    await novel().waitFor({ state: 'detached' });
    await tab('Leadership').click();
    await oliver.page.getByRole('heading', { level: 1, name: 'Leadership' }).waitFor();
    for (const name of ['Questions', 'Saved']) {
      await openFurtherTab(name);
      await oliver.page.getByRole('heading', { level: 1, name }).waitFor();
    }
  });

  it('saves a post for oneself alone', async () => {
    await openFeed('?feed=following');
    await novel().getByRole('button', { name: 'Save' }).click();
    await novel().getByRole('button', { name: 'Save', pressed: true }).waitFor();
    await openFurtherTab('Saved');
    await oliver.page.getByRole('heading', { level: 1, name: 'Saved posts' }).waitFor();
    await novel().waitFor();
    const savedBy = async (visitor: Visitor): Promise<string[]> => {
      const { savedPosts } = await visitor.ask<{ savedPosts: { edges: { node: { id: string } }[] } }>(`{ savedPosts(first: 20) { edges { node { id } } } }`);
      return savedPosts.edges.map(({ node }) => node.id);
    };
    const [kept] = await savedBy(oliver);
    expect(kept).toBeDefined();
    expect(await savedBy(elodie)).not.toContain(kept);
  });

  it('mutes a hashtag, takes it back at once, and later in the settings', async () => {
    const mute = async () => {
      await novel().getByRole('button', { name: 'Actions on this post' }).click();
      await oliver.page.getByRole('menuitem', { name: /Mute in my feed/ }).click();
      const dialog = oliver.page.getByRole('dialog');
      await dialog.getByRole('radio', { name: /#lecturedumidi/ }).check();
      await dialog.getByLabel('For how long?').selectOption({ label: 'A day' });
      await dialog.getByRole('button', { name: 'Mute', exact: true }).click();
      await novel().waitFor({ state: 'detached' });
    };
    await openFeed('?feed=following');
    await mute();
    await oliver.page.getByRole('button', { name: 'Undo' }).click();
    await novel().waitFor();
    await mute();

    await oliver.open('/settings/feed');
    await oliver.page.getByRole('button', { name: 'Unmute #lecturedumidi' }).click();
    await oliver.page.getByText('You mute nothing.').waitFor();
    await openFeed('?feed=following');
    await novel().waitFor();
  });

  it('goes through posts by the keyboard while the focus is in the feed', async () => {
    await openFeed('?feed=following');
    const focused = () => oliver.page.evaluate(() => [...document.querySelectorAll('[data-post] > article')].indexOf(document.activeElement as Element));
    await oliver.page.keyboard.press('j');
    expect(await focused()).toBe(-1);
    await oliver.page.getByRole('list', { name: 'Posts' }).focus();
    await oliver.page.keyboard.press('j');
    await oliver.page.keyboard.press('j');
    expect(await focused()).toBe(1);
    await oliver.page.keyboard.press('k');
    expect(await focused()).toBe(0);
    const save = posts().first().getByRole('button', { name: 'Save' });
    const before = await save.getAttribute('aria-pressed');
    await oliver.page.keyboard.press('s');
    await oliver.page.waitForFunction((was) => document.querySelector('[data-post] [data-save]')?.getAttribute('aria-pressed') !== was, before);
    await oliver.page.keyboard.press('?');
    await oliver.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await oliver.page.keyboard.press('Escape');
  });

  it('goes on where one had stopped, below what is new', async () => {
    await openFeed('?feed=all&order=newest');
    const stoppedAt = posts().nth(6);
    const id = await stoppedAt.locator('..').getAttribute('data-post');
    await stoppedAt.evaluate((post) => post.scrollIntoView({ block: 'start' }));
    // What was in sight is told on leaving.
    const told = marked();
    await oliver.page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'People' }).click();
    await told;
    await publish('Une nouvelle du soir');

    await openFeed('');
    await oliver.page.getByRole('button', { name: 'Go on where you stopped' }).click();
    const line = oliver.page.getByText('You stopped here');
    await line.waitFor();
    expect(await oliver.page.evaluate(() => document.activeElement?.parentElement?.getAttribute('data-post'))).toBe(id);
    expect(await oliver.page.locator(`[data-post="${id}"]`).getByText('You stopped here').count()).toBe(1);
  });

  it('ranks what was missed by points that add up, until all is marked as read', async () => {
    await openFeed('?feed=following&order=missed');
    const first = posts().first();
    await first.getByText('Why this post?').click();
    const points = (await first.locator('details li > span:last-child').allInnerTexts()).map(Number);
    const total = Number((await first.locator('details p > span:last-child').innerText()).trim());
    expect(points.length).toBeGreaterThan(0);
    expect(points.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 2);
    await first.getByRole('link', { name: 'How this feed is made' }).click();
    await oliver.page.getByRole('heading', { level: 1, name: 'How your feed is made' }).waitFor();
    await oliver.page.getByRole('row', { name: 'The post mentions you 8' }).waitFor();

    await openFeed('?feed=following&order=missed');
    await oliver.page.getByRole('button', { name: 'Feed options' }).click();
    await oliver.page.getByRole('menuitem', { name: 'Mark all as read' }).click();
    await oliver.page.getByText('You are up to date.').waitFor();
    expect(await posts().count()).toBe(0);
  });

  it('leaves the browser without a complaint, and asks nothing of elsewhere', () => {
    expect([...elodie.complaints, ...oliver.complaints, ...elodie.strayRequests, ...oliver.strayRequests]).toEqual([]);
  });
});
