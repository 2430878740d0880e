import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

/** Who sees and does what in a community: each thing allowed to one and refused to another, in the same place. */

type Visibility = 'OPEN' | 'CLOSED' | 'SECRET';
interface Place {
  id: string;
  name: string;
  path: string;
  /** What was said there first. */
  words: string;
}

const parvis = parvisForThisFile({ hasOwnDatabase: true });
let animator: Visitor, member: Visitor, outsider: Visitor, keeper: Visitor;
let open: Place, closed: Place, secret: Place;

beforeAll(async () => {
  [animator, member, outsider, keeper] = (await Promise.all(['Oliver Hughes', 'Minh Anh', 'Fatou Diallo', 'Thomas Vandenberghe'].map((name) => parvis.arriveAs(name, '/communities')))) as [Visitor, Visitor, Visitor, Visitor];
  open = await found('OPEN', 'Gauge club', 'The brass gauge reads high');
  closed = await found('CLOSED', 'Torch circle', 'The blue torch leaks');
  secret = await found('SECRET', 'Night bench', 'The midnight bench is free');
});
/** A community of the animator's, with something said in it. */
async function found(visibility: Visibility, name: string, words: string): Promise<Place> {
  const input = { key: randomUUID(), name, description: `About ${name.toLowerCase()} matters.`, visibility };
  const { createCommunity } = await animator.ask<{ createCommunity: { id: string } }>('mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { id } }', { input });
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] };
  await animator.ask('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), communityId: createCommunity.id, body } });
  return { id: createCommunity.id, name, path: `/communities/${createCommunity.id}`, words };
}

const invite = async (visitor: Visitor, { id }: Place): Promise<void> =>
  void (await animator.ask('mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitedCount } }', { input: { communityId: id, personIds: [await visitor.personId()], word: 'We need your eyes.' } }));

async function look(visitor: Visitor, path: string): Promise<string> {
  await visitor.open(path);
  await visitor.settled();
  return visitor.page.getByRole('main').innerText();
}

/** Whether somebody hears of it in the list of communities, and in search of what is said there. The last word is not searched for: pages repeat what was. */
async function isTold(visitor: Visitor, { name, words }: Place): Promise<{ listed: boolean; named: boolean; read: boolean }> {
  const { communities } = await visitor.ask<{ communities: { edges: { node: { name: string } }[] } }>(
    'query ($name: String!) { communities(search: $name, first: 20) { edges { node { name } } } }',
    { name },
  );
  const results = await look(visitor, `/search?q=${encodeURIComponent(words.replace(/ \S+$/, ''))}`);
  return { listed: communities.edges.some((edge) => edge.node.name === name), named: results.includes(name), read: results.includes(words) };
}

const button = ({ page }: Visitor, name: RegExp) => page.getByRole('main').getByRole('button', { name });

/** The parts of a community that somebody is offered, those in the menu at the end included. */
async function partsOffered({ page }: Visitor): Promise<string> {
  const strip = page.getByRole('navigation', { name: 'Parts of this community' });
  const inLine = await strip.getByRole('link').allInnerTexts();
  const more = strip.getByRole('button', { name: 'More tabs' });
  if ((await more.count()) === 0) return inLine.join(', ');
  await more.click();
  const inMenu = await page.getByRole('menuitem').allInnerTexts();
  await page.keyboard.press('Escape');
  return [...inLine, ...inMenu].join(', ');
}

const missing = 'Nothing here, or nothing that you may see.';

describe('an open community', () => {
  it('is read by everybody, written in by members, and joined at once', async () => {
    expect(await look(outsider, open.path)).toContain(open.words);
    expect(await button(outsider, /Share something/).count()).toBe(0);
    await button(outsider, /^Join/).click();
    await button(outsider, /Share something/).waitFor();
    expect(await look(animator, `${open.path}/members`)).toMatch(/Fatou Diallo[\s\S]*Marketing & Communications/);
    await look(outsider, open.path);
    await button(outsider, /^Leave/).click();
    await button(outsider, /^Join/).waitFor();
  });

  it('keeps what belongs to animators from everybody else, also by its address', async () => {
    await look(animator, open.path);
    expect(await partsOffered(animator)).toMatch(/Members.*Requests.*Settings/s);
    expect(await look(animator, `${open.path}/settings`)).toContain('What the community says of itself');
    for (const part of ['settings', 'requests']) {
      expect(await look(outsider, `${open.path}/${part}`)).toContain(missing);
    }
    await look(outsider, open.path);
    const offered = await partsOffered(outsider);
    expect(offered).toContain('Members');
    expect(offered).not.toMatch(/Settings|Requests/);
  });
});

describe('a closed community', () => {
  it('tells outsiders what it is for, and neither what is said in it nor by whom', async () => {
    const page = await look(outsider, closed.path);

    expect(page).toContain('About torch circle matters.');
    expect(page).toContain('Members only');
    expect(page).not.toContain(closed.words);
    expect(await look(outsider, `${closed.path}/members`)).not.toContain('Oliver Hughes');
    expect(await isTold(outsider, closed)).toMatchObject({ listed: true, read: false });
  });

  it('lets nobody in by themselves: who asks is declined, may ask again, and is accepted', async () => {
    for (const answer of ['Decline', 'Accept'] as const) {
      await look(outsider, closed.path);
      await button(outsider, /^Ask to join/).click();
      await outsider.page.getByRole('main').getByText('Request sent').waitFor();
      expect(await look(outsider, closed.path)).not.toContain(closed.words);
      await look(animator, `${closed.path}/requests`);
      await button(animator, new RegExp(`^${answer} Fatou Diallo`)).click();
      await animator.page.getByText('No request is waiting').waitFor();
    }
    expect(await look(outsider, closed.path)).toContain(closed.words);
    expect(await isTold(outsider, closed)).toMatchObject({ read: true });
  });

  it('lets in who is invited and accepts', async () => {
    await invite(member, closed);
    const page = await look(member, closed.path);
    expect(page).toContain('We need your eyes.');
    expect(page).not.toContain(closed.words);
    await button(member, /^Accept the invitation/).first().click();
    await member.page.getByText(closed.words).waitFor();
  });

  it('is no longer read by who was put out', async () => {
    await look(animator, `${closed.path}/members`);
    await animator.page.getByRole('button', { name: 'Actions on Fatou Diallo' }).click();
    await animator.page.getByRole('menuitem', { name: 'Put out of the community' }).click();
    await animator.page.getByRole('alertdialog').getByRole('button', { name: 'Put out of the community' }).click();
    await animator.page.getByText('Fatou Diallo is no member any more.').first().waitFor();
    expect(await look(outsider, closed.path)).not.toContain(closed.words);
    await look(member, `${closed.path}/members`);
    expect(await member.page.getByRole('button', { name: /^Actions on/ }).count()).toBe(0);
  });
});

describe('a secret community', () => {
  it('does not exist for outsiders: not at its address, nor in lists, nor in search', async () => {
    expect(await look(animator, secret.path)).toContain(secret.words);
    expect(await isTold(animator, secret)).toMatchObject({ listed: true, read: true });
    for (const part of ['', '/members', '/charter', '/settings', '/wiki']) {
      const page = await look(outsider, `${secret.path}${part}`);
      expect(page).toContain('Page not found');
      expect(page).not.toContain(secret.name);
    }
    expect(await isTold(outsider, secret)).toEqual({ listed: false, named: false, read: false });
  });

  it('shows who is invited what it is for, no more, and is gone again when they decline', async () => {
    await invite(outsider, secret);
    const page = await look(outsider, secret.path);
    expect(page).toContain('About night bench matters.');
    expect(page).not.toContain(secret.words);
    await button(outsider, /^Decline/).click();
    await outsider.page.waitForURL(`${parvis.stack.url}/communities`);
    expect(await look(outsider, secret.path)).toContain('Page not found');
  });

  it('is read by who is invited and accepts', async () => {
    await invite(member, secret);
    await look(member, '/communities/invitations');
    await button(member, /^Accept the invitation Night bench/).click();
    await member.page.getByText('Welcome to “Night bench”.').first().waitFor();
    expect(await look(member, secret.path)).toContain(secret.words);
  });
});

describe('an animator', () => {
  it('writes charter, topics and welcome: members read them, and newcomers are welcomed once', async () => {
    const { page } = animator;
    await look(animator, `${open.path}/settings`);
    await page.getByRole('textbox', { name: 'Charter' }).fill('Readings come with their unit.');
    await page.getByRole('textbox', { name: 'Word of welcome' }).fill('Hang your gauge on the wall.');
    await page.getByRole('combobox', { name: 'Topics' }).or(page.getByRole('textbox', { name: 'Topics' })).first().fill('Brass');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Hills' }).check();
    await button(animator, /^Save$/).click();
    await page.getByText('Settings saved.').first().waitFor();
    expect(await animator.accessibilityFaults()).toEqual([]);

    await look(outsider, open.path);
    await outsider.page.getByRole('main').getByText('Brass', { exact: true }).waitFor();
    await button(outsider, /^Join/).click();
    await outsider.page.getByText('Hang your gauge on the wall.').waitFor();
    await button(outsider, /^Got it/).click();
    await outsider.page.getByText('Hang your gauge on the wall.').waitFor({ state: 'detached' });
    expect(await look(outsider, `${open.path}/charter`)).toContain('Readings come with their unit.');
    expect(await look(outsider, open.path)).not.toContain('Hang your gauge');
  });

  it('hands the animation over, and is a member like any other then', async () => {
    await member.ask('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id: open.id });
    await look(animator, `${open.path}/members`);
    await animator.page.getByRole('button', { name: /^Actions on Minh Anh/ }).click();
    await animator.page.getByRole('menuitem', { name: 'Hand the animation over' }).click();
    await animator.page.getByRole('alertdialog').getByRole('button', { name: 'Hand it over' }).click();
    await animator.page.getByText(/Minh Anh Nguyễn is now an animator\./).first().waitFor();
    expect(await look(animator, `${open.path}/settings`)).toContain(missing);
    expect(await look(member, `${open.path}/settings`)).toContain('What has changed');
  });

  it('puts a community to rest, where nobody writes or comes in any more, and wakes it', async () => {
    const { community } = await member.ask<{ community: { posts: { edges: { node: { id: string } }[] } } }>('query ($id: ID!) { community(id: $id) { posts(first: 1) { edges { node { id } } } } }', { id: open.id });
    const subject = { type: 'post', id: community.posts.edges[0]?.node.id ?? '' };
    const said = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'By two bars.' }] }] };
    await member.ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject, body: said } });
    const ownComment = async () => {
      await look(member, `/posts/${subject.id}`);
      await member.page.getByRole('article', { name: /^Comment by Minh Anh/ }).getByRole('button', { name: /^Actions on this comment/ }).click();
      const offered = await member.page.getByRole('menuitem').allInnerTexts();
      await member.page.keyboard.press('Escape');
      return offered;
    };
    expect(await ownComment()).toEqual(expect.arrayContaining(['Edit', 'Delete']));
    await look(member, `${open.path}/settings`);
    await button(member, /^Archive…/).click();
    await member.page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
    await button(member, /^Bring it back/).waitFor();
    const resting = await look(outsider, open.path);
    expect(resting).toContain(open.words);
    expect(resting).toContain('It can still be read, but nothing can be added.');
    expect(await button(outsider, /Share something/).count()).toBe(0);
    const atRest = await ownComment();
    expect(atRest).toContain('Delete');
    expect(atRest).not.toContain('Edit');
    await look(member, `${open.path}/settings`);
    await button(member, /^Bring it back/).click();
    await button(member, /^Archive…/).waitFor();
    await look(outsider, open.path);
    await button(outsider, /Share something/).waitFor();
  });

  it('merges two communities after being told what it does; the old address leads to the new one', async () => {
    const second = await found('CLOSED', 'Old torches', 'The green torch works');
    await look(animator, `${second.path}/settings`);
    await animator.page.getByLabel('Community that will hold this one').selectOption({ label: closed.name });
    await button(animator, /^See what it does…/).click();
    const dialog = animator.page.getByRole('alertdialog');
    await dialog.getByText('1 post moves.').waitFor();
    await dialog.getByText('The old address will lead to the new one. This cannot be undone.').waitFor();
    await dialog.getByRole('button', { name: 'Merge for good' }).click();
    await animator.page.waitForURL(`${parvis.stack.url}${closed.path}`);
    await look(member, second.path);
    await member.page.waitForURL(`${parvis.stack.url}${closed.path}`);
    await member.page.getByText(second.words).waitFor();
    await look(animator, `${second.path}/settings`);
    await animator.page.waitForURL(`${parvis.stack.url}${closed.path}`);
    expect(await look(outsider, second.path)).not.toContain(second.words);
  });

  it('opens a community only after being told how much that shows', async () => {
    await look(animator, `${closed.path}/settings`);
    await animator.page.locator('label').filter({ has: animator.page.getByRole('radio', { name: /^Open/ }) }).click();
    await button(animator, /^Change…/).click();
    const dialog = animator.page.getByRole('alertdialog');
    await dialog.getByText('2 posts will become visible to everybody.').waitFor();
    await dialog.getByRole('button', { name: 'Open it' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await look(outsider, closed.path)).toContain(closed.words);
  });
});

describe('who looks after Parvis', () => {
  it('finds a community without animators, entrusts it to a member, and reads nothing of it', async () => {
    expect(await look(keeper, '/communities/orphaned')).not.toContain(secret.name);
    await leavesTheCompany('oliver.hughes');
    expect(await look(outsider, '/communities/orphaned')).toContain(secret.name);
    expect(await button(outsider, /Entrust it/).count()).toBe(0);
    expect(await look(member, '/communities/orphaned')).toContain('Page not found');

    const orphaned = await look(keeper, '/communities/orphaned');
    expect(orphaned).toContain(secret.name);
    expect(orphaned).not.toContain(secret.words);
    expect(await look(keeper, secret.path)).toContain('Page not found');
    expect(await isTold(keeper, secret)).toEqual({ listed: false, named: false, read: false });
    await look(keeper, '/communities/orphaned');
    const whom = keeper.page.getByLabel(`Whom to entrust “${secret.name}” to`);
    await whom.selectOption({ label: 'Minh Anh Nguyễn · Research & Development' });
    expect(await keeper.accessibilityFaults()).toEqual([]);
    await keeper.page.getByRole('main').getByRole('listitem').filter({ hasText: secret.name }).getByRole('button', { name: 'Entrust it' }).click();
    await keeper.page.getByText('Minh Anh Nguyễn is now an animator.').first().waitFor();
    expect(await look(keeper, secret.path)).toContain('Page not found');
    expect(await look(member, `${secret.path}/settings`)).toContain('Who sees it');
  });

  it('left the browsers without a complaint, and asked nothing of elsewhere', () => {
    const all = [animator, member, outsider, keeper];
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(all.flatMap(({ strayRequests }) => strayRequests)).toEqual([]);
  });
});

/** As the identity provider's next word would do. */
async function leavesTheCompany(identifier: string): Promise<void> {
  await parvis.sql.query('UPDATE person SET deactivated_at = now() WHERE identifier = $1', [identifier]);
}
