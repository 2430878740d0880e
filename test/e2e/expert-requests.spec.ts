import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

/** A question that nobody answers: its asker chooses, the first who is asked declines, the second answers. */

const parvis = parvisForThisFile({ hasOwnDatabase: true });
let asker: Visitor, french: Visitor, english: Visitor;
let questionId: string;
/** In the order in which they seem to know. */
let experts: { visitor: Visitor; personId: string }[];

const question = 'Qui règle le quindribloc du banc froid ?';

beforeAll(async () => {
  await everybodyWorksNow();
  asker = await parvis.arriveAs('Inês Carvalho', '/', { locale: 'fr-FR' });
  french = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
  english = await parvis.arriveAs('Oliver Hughes', '/', { width: 390, height: 844 });
  experts = await bothWrite();
});
/** Whatever the hour at which the test runs: nobody is asked at night. What waits for people already is out of the way. */
async function everybodyWorksNow(): Promise<void> {
  const ahead = ((13 - new Date().getUTCHours() + 36) % 24) - 12;
  const zone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  await parvis.sql.query(`INSERT INTO working_time (person_id, working_days, time_zone, time_zone_chosen) SELECT id, '{1,2,3,4,5,6,7}', $1, TRUE FROM person
    ON CONFLICT (person_id) DO UPDATE SET working_days = excluded.working_days, time_zone = excluded.time_zone, time_zone_chosen = TRUE`, [zone]);
  await parvis.sql.query('DELETE FROM expert_request');
}

/** Until it is so: the server works behind the page. */
async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} did not come.`);
}

async function bothWrite(): Promise<typeof experts> {
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Le quindribloc se règle à froid, vis arrière, un quart de tour.' }] }] };
  for (const visitor of [french, english]) await visitor.ask('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), body } });
  const people = await until('Both who know', async () => {
    const found = (await asker.ask<{ experts: { person: { id: string; displayName: string } }[] }>('{ experts(text: "quindribloc") { person { id displayName } } }')).experts;
    return found.length === 2 && found;
  });
  return people.map(({ person }) => ({ personId: person.id, visitor: person.displayName === 'Élodie Marchand' ? french : english }));
}

const main = ({ page }: Visitor): Locator => page.getByRole('main');
const isAsked = (which: number) => until(`The turn of ${which}`, async () =>
  ((await parvis.sql.query('SELECT 1 FROM expert_request WHERE question_id = $1 AND person_id = $2 AND is_open', [questionId, experts[which]!.personId])).rowCount ?? 0) > 0);
const words = ({ page }: Visitor) => (page === english.page
  ? { tab: 'Asked of you', decline: /^Not this time/, answer: /^Answer/, none: 'Nothing is asked of you', onQuestion: 'An answer from you would help.' }
  : { tab: 'On vous demande', decline: /^Pas cette fois/, answer: /^Répondre/, none: 'Rien ne vous est demandé', onQuestion: 'Une réponse de vous aiderait.' });

describe('a question that nobody answers', () => {
  it('is asked with what becomes of it, which its own page says and changes', async () => {
    const { page } = asker;
    await asker.open('/');
    await page.getByRole('button', { name: /Partagez quelque chose/ }).click();
    await page.getByRole('main').locator('label').filter({ hasText: /^Question$/ }).click();
    await page.getByRole('textbox', { name: /^Votre question/ }).fill(question);
    await page.getByLabel('Si personne ne répond').selectOption({ label: 'Solliciter qui s’y connaît après deux jours' });
    expect(await asker.accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    const card = page.getByRole('article').filter({ hasText: question }).first();
    await card.waitFor();
    questionId = String((await parvis.sql.query('SELECT id FROM post WHERE title = $1', [question])).rows[0].id);
    await asker.open(`/posts/${questionId}`);
    await main(asker).getByText(/Si cela dure, quelqu’un qui s’y connaît pourra être sollicité/).waitFor();
    await asker.settled();
    expect([...(await asker.accessibilityFaults()), ...(await asker.sidewaysScroll())]).toEqual([]);

    // Five hours go by.
    await parvis.sql.query(`UPDATE post SET created_at = created_at - interval '5 hours' WHERE id = $1`, [questionId]);
    await main(asker).getByLabel('Si personne ne répond').selectOption({ label: 'Solliciter qui s’y connaît après 4 heures' });
    await isAsked(0);
    // The page is told.
    await main(asker).getByText('Quelqu’un qui s’y connaît a été sollicité.').waitFor();
  });

  it('is declined by the first in one press', async () => {
    const { visitor } = experts[0]!;
    const said = words(visitor);
    await visitor.open('/experts');
    await main(visitor).getByRole('link', { name: `${said.tab} 1` }).click();
    await visitor.page.waitForURL('**/experts/requests');
    const card = main(visitor).getByRole('article').filter({ hasText: question });
    await card.getByText('quindribloc').nth(1).waitFor();
    await visitor.settled();
    expect([...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())]).toEqual([]);
    await card.getByRole('button', { name: said.decline }).click();
    await main(visitor).getByText(said.none).waitFor();
    expect(await visitor.accessibilityFaults()).toEqual([]);
  });

  it('is under way for its asker all the same, who learns nothing of anybody', async () => {
    await isAsked(1);
    await asker.open(`/posts/${questionId}`);
    await main(asker).getByText('Quelqu’un qui s’y connaît a été sollicité.').waitFor();
    expect(await main(asker).innerText()).not.toMatch(/Élodie|Oliver/);
  });

  it('is answered by the second, and is then a question like any other', async () => {
    const { visitor } = experts[1]!;
    const said = words(visitor);
    await visitor.open('/experts/requests');
    await main(visitor).getByRole('article').filter({ hasText: question }).getByRole('link', { name: said.answer }).click();
    await visitor.page.waitForURL(`**/posts/${questionId}#comments`);
    await main(visitor).getByText(said.onQuestion).waitFor();
    await visitor.settled();
    expect([...(await visitor.accessibilityFaults()), ...(await visitor.sidewaysScroll())]).toEqual([]);
    await visitor.ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      input: { key: randomUUID(), subject: { type: 'post', id: questionId }, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Moi, tous les lundis.' }] }] } },
    });
    await main(asker).getByText('a été sollicité').waitFor({ state: 'detached' });
    await main(visitor).getByText(said.onQuestion).waitFor({ state: 'detached' });
    await visitor.open('/experts/requests');
    await main(visitor).getByText(said.none).waitFor();
    await asker.open(`/posts/${questionId}`);
    await main(asker).getByText('Moi, tous les lundis.').waitFor();
    await asker.settled();
    expect(await main(asker).getByText('a été sollicité').count()).toBe(0);
    for (const one of [asker, french, english]) expect([...one.strayRequests, ...one.complaints]).toEqual([]);
  });
});
