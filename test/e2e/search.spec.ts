import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let elodie: Visitor, oliver: Visitor;
let closed: { id: string; name: string };
let elodieId: string, questionId: string, openPost: string;

beforeAll(async () => {
  elodie = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
  oliver = await parvis.arriveAs('Oliver Hughes', '/');
  await write();
});

const send = async <T = { id: string }>(by: Visitor, mutation: string, type: string, input: object): Promise<T> =>
  (await by.ask<Record<string, T>>(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input: { key: randomUUID(), ...input } }))[mutation] as T;
const body = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const post = (by: Visitor, text: string, more: object = {}) => send(by, 'createPost', 'CreatePostInput', { body: body(text), ...more });
const comment = (by: Visitor, type: string, id: string, text: string) => send(by, 'addComment', 'AddCommentInput', { subject: { type, id }, body: body(text) });

/** Words that the demo company does not know. */
async function write(): Promise<void> {
  elodieId = await elodie.personId();
  closed = { ...(await send(elodie, 'createCommunity', 'CreateCommunityInput', { name: 'Zircon fermé', description: 'Entre nous.', visibility: 'CLOSED' })), name: 'Zircon fermé' };
  openPost = (await post(elodie, 'Le quasiméthane des étuves monte depuis la révision générale.')).id;
  await post(oliver, 'Quasiméthane? We call it otherwise in Manchester.', { kind: 'QUESTION', title: 'Who measures quasiméthane?' });
  await post(elodie, 'Le quasiméthane ne sort pas d’ici : projet Hippogriffe.', { communityId: closed.id });
  const page = await send(elodie, 'createWikiPage', 'CreateWikiPageInput', { communityId: closed.id, title: 'Mesurer le quasiméthane', body: body('Avec une sonde.') });
  await comment(elodie, 'wiki-page', page.id, 'La sonde perroquette.');
  const { amaSessions } = await oliver.ask<{ amaSessions: { edges: { node: { questions: { edges: { node: { id: string } }[] } } }[] } }>(
    '{ amaSessions(period: PAST, first: 1) { edges { node { questions(answered: true, first: 1) { edges { node { id } } } } } } }',
  );
  questionId = amaSessions.edges[0]?.node.questions.edges[0]?.node.id ?? '';
  await comment(oliver, 'ama-question', questionId, 'Because of the perroquette.');
}

const main = ({ page }: Visitor) => page.getByRole('main');
const hits = (visitor: Visitor) => main(visitor).getByRole('listitem').filter({ hasText: /quasiméthane|perroquette/i });
const box = (visitor: Visitor, name: string) => visitor.page.getByRole('combobox', { name });
/** Words are learnt, to complete and to correct what is typed, within half a minute: asks until something written is found so. */
async function learnt(search: string): Promise<void> {
  for (;;) {
    const { found } = await elodie.ask<{ found: { isCorrected: boolean; groups: { kind: string }[] } }>(`{ found: ${search} { isCorrected groups { kind } } }`);
    if (found.isCorrected || found.groups.some(({ kind }) => kind === 'POST')) return;
    await elodie.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  }
}
/** The results for some words, all there. */
async function results(visitor: Visitor, query: string): Promise<void> {
  await visitor.open(`/search?${query}`);
  await visitor.settled();
}

describe('results', () => {
  it('come by kind, whatever the accents, and together when they are quoted', async () => {
    await results(elodie, 'q=QUASIMETHANE');
    expect(await hits(elodie).count()).toBe(4);
    const kinds = main(elodie).getByRole('navigation', { name: 'Genres de résultats' });
    await kinds.getByRole('link', { name: /^Publications\s*3$/ }).click();
    await elodie.page.waitForURL(/kind=post/);
    await hits(elodie).nth(2).waitFor();
    expect(await hits(elodie).count()).toBe(3);
    expect(await elodie.accessibilityFaults()).toEqual([]);

    await results(elodie, 'q="révision+générale"+quasiméthane');
    expect(await hits(elodie).count()).toBe(1);
    await results(elodie, 'q="générale+révision"&exact=1');
    await elodie.page.getByText('Aucune page ni publication ne correspond à « "générale révision" »').waitFor();
  });

  it('are narrowed down by who wrote, where, when and which kind, each in the address', async () => {
    await results(elodie, 'q=quasiméthane');
    await elodie.page.getByRole('combobox', { name: 'Auteur' }).pressSequentially('Oliver Hughes');
    await elodie.page.getByRole('option', { name: /Oliver Hughes/ }).click();
    await elodie.page.waitForURL(/author=/);
    await main(elodie).getByText('Manchester').waitFor();
    expect(await hits(elodie).count()).toBe(1);
    await elodie.page.getByRole('button', { name: /Retirer le filtre Auteur/ }).click();

    await elodie.page.getByRole('combobox', { name: 'Communauté' }).pressSequentially('Zircon');
    await elodie.page.getByRole('option', { name: /Zircon fermé/ }).click();
    await elodie.page.waitForURL(/community=/);
    await main(elodie).getByText('Mesurer le').waitFor();
    expect(await hits(elodie).count()).toBe(2);
    await elodie.page.getByRole('button', { name: 'Retirer les filtres' }).click();

    await elodie.page.getByLabel('Genre de publication').selectOption({ label: 'Questions' });
    await elodie.page.waitForURL(/facet=question/);
    await main(elodie).getByRole('link', { name: 'Who measures quasiméthane?' }).waitFor();
    expect(await hits(elodie).count()).toBe(1);
    await elodie.page.getByLabel('Genre de publication').selectOption({ label: 'Toutes les publications' });
    await elodie.page.getByLabel('Date', { exact: true }).selectOption({ label: 'Depuis une semaine' });
    await elodie.page.waitForURL(/period=week/);
    await hits(elodie).nth(3).waitFor();
    await elodie.page.getByLabel('Date', { exact: true }).selectOption({ label: 'Entre deux dates' });
    await elodie.page.getByLabel('Au', { exact: true }).fill('2020-01-01');
    await elodie.page.getByText('Rien ne correspond avec ces filtres').waitFor();
    await main(elodie).getByRole('button', { name: 'Retirer les filtres' }).first().click();
    await hits(elodie).nth(3).waitFor();
  });

  it('that are comments lead to what was commented, at the comment', async () => {
    await results(elodie, 'q=perroquette');
    expect(await hits(elodie).count()).toBe(2);
    await main(elodie).getByRole('listitem').filter({ hasText: 'Because of the' }).getByRole('link').first().click();
    await elodie.page.waitForURL(new RegExp(`/leadership/questions/${questionId}#comment-`));
    await elodie.page.locator(':focus').filter({ hasText: 'Because of the perroquette' }).waitFor();
    await results(elodie, 'q=perroquette');
    await main(elodie).getByRole('listitem').filter({ hasText: 'La sonde' }).getByRole('link').first().click();
    await elodie.page.waitForURL(/\/wiki\/[^/]+#comment-/);
  });
});

describe('a hashtag', () => {
  it('is offered as one writes, taken by the keyboard, and stays as it was typed unless one chooses', async () => {
    for (const text of ['#zirconium', '#zirconite']) {
      await send(oliver, 'createPost', 'CreatePostInput', { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'hashtag', attrs: { tag: text.slice(1) } }] }] } });
    }
    await elodie.open('/');
    await elodie.settled();
    await elodie.page.getByRole('button', { name: /^Partagez quelque chose/ }).click();
    const text = elodie.page.getByRole('textbox', { name: 'Votre publication' });
    await text.pressSequentially('Voir #zirc');
    const offers = elodie.page.getByRole('listbox', { name: 'Mots-clés' });
    await offers.getByRole('option', { name: /zirconite/ }).waitFor();
    expect(await offers.getByRole('option', { selected: true }).count()).toBe(0);
    await elodie.page.keyboard.press('ArrowDown');
    expect(await elodie.accessibilityFaults()).toEqual([]);
    await elodie.page.keyboard.press('Enter');
    await text.locator('.hashtag', { hasText: '#zirconite' }).or(text.locator('.hashtag', { hasText: '#zirconium' })).first().waitFor();
    await elodie.page.keyboard.type('et #zirco');
    await offers.waitFor();
    await elodie.page.keyboard.press('Enter');
    await text.locator('.hashtag', { hasText: /^#zirco$/ }).waitFor();
  });
});

// Late, since words take a while to be learnt.
describe('the search box', () => {
  it('offers what is found as one types, by the keyboard, and leads there', async () => {
    await elodie.open('/');
    await elodie.settled();
    await learnt('search(text: "quasimeth", isTyping: true)');
    await elodie.page.keyboard.press('/');
    await box(elodie, 'Rechercher dans Parvis').pressSequentially('quasimeth');
    const offers = elodie.page.getByRole('listbox');
    await offers.getByRole('option').filter({ hasText: 'étuves' }).waitFor();
    await offers.getByRole('option').filter({ hasText: 'Mesurer le quasiméthane' }).waitFor();
    expect(await elodie.accessibilityFaults()).toEqual([]);
    await elodie.page.keyboard.press('ArrowDown');
    await elodie.page.keyboard.press('Enter');
    await elodie.page.waitForURL(/\/posts\//);

    await box(elodie, 'Rechercher dans Parvis').fill('quasiméthane');
    await elodie.page.keyboard.press('Enter');
    await elodie.page.waitForURL(/\/search\?q=quasim/);
  });
});

describe('results of a typing error', () => {
  it('are those of the word that people write', async () => {
    const typed = 'compreseur';
    await learnt(`search(text: "${typed}")`);
    await results(elodie, `q=${typed}`);
    await elodie.page.getByText('Résultats pour « compresse').waitFor();
    await elodie.page.getByRole('link', { name: `Chercher exactement « ${typed} »` }).click();
    await elodie.page.waitForURL(/exact=1/);
    await elodie.page.getByText('Résultats pour « compresse').waitFor({ state: 'detached' });
  });
});

describe('an outsider', () => {
  it('finds nothing of a closed community, and sees what they would see if it did not exist', async () => {
    await results(oliver, 'q=quasiméthane');
    expect(await hits(oliver).count()).toBe(2);
    const page = async (words: string) => {
      await results(oliver, `q=${words}`);
      return (await main(oliver).innerText()).replaceAll(words, '…');
    };
    await oliver.page.getByText('Manchester').first().waitFor();
    expect(await page('Hippogriffe')).toBe(await page('Hypotrempe'));
    expect(await hits(oliver).count()).toBe(0);
    await results(elodie, 'q=Hippogriffe');
    await main(elodie).getByText('projet').waitFor();

    await results(oliver, `q=quasiméthane&community=${closed.id}`);
    await oliver.page.getByText('Nothing matches').first().waitFor();
    await results(oliver, `q=quasiméthane&author=${elodieId}`);
    await main(oliver).getByRole('link', { name: 'Élodie Marchand' }).click();
    await oliver.page.waitForURL(`**/posts/${openPost}`);
    expect([...elodie.strayRequests, ...oliver.strayRequests, ...oliver.complaints]).toEqual([]);
  });
});
