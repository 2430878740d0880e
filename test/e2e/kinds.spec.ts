import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let elodie: Visitor;
let oliver: Visitor;

beforeAll(async () => {
  // Élodie works in French on a desk, Oliver in English on a phone.
  elodie = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
  oliver = await parvis.arriveAs('Oliver Hughes', '/', { width: 390, height: 844 });
});

/** Opens the composer of the home page at a kind of post. */
async function compose(visitor: Visitor, kind: string): Promise<void> {
  const { page } = visitor;
  await visitor.open('/');
  // Open already when something was left unfinished.
  const line = page.getByRole('button', { name: /Partagez quelque chose/ });
  await line.or(page.getByRole('radio', { name: kind, exact: true })).first().waitFor();
  if (await line.isVisible()) await line.click();
  // What one sees of it, once it stands still.
  const radio = page.getByRole('radio', { name: kind, exact: true });
  await page.locator('label').filter({ has: radio }).click();
  expect(await radio.isChecked()).toBe(true);
}

async function publish({ page }: Visitor, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  const post = page.getByRole('article').filter({ hasText: title }).first();
  await post.waitFor();
  const address = await post.getByRole('link', { name: /maintenant|seconde|minute/ }).first().getAttribute('href');
  return address ?? '';
}

describe('the kinds of posts', () => {
  it('question: what was asked before is proposed, and it stands among those that wait', async () => {
    const { page } = elodie;
    await elodie.settled();
    await page.getByRole('button', { name: /Partagez quelque chose/ }).click();
    await page.getByRole('button', { name: 'Qui sait' }).click();
    await page.getByLabel('Votre question').fill('Qui sait réparer le télémètre à ultrasons ?');
    const path = await publish(elodie, 'télémètre à ultrasons');

    await compose(elodie, 'Question');
    await page.getByLabel('Votre question').fill('réparation des télémètres à ultrasons');
    await page.getByRole('link', { name: 'Qui sait réparer le télémètre à ultrasons ?' }).first().waitFor();
    expect(await elodie.accessibilityFaults()).toEqual([]);
    await oliver.open('/questions?unanswered');
    await oliver.page.getByRole('link', { name: /now|second|minute/ }).first().waitFor();
    expect(await oliver.page.getByRole('article').first().innerText()).toContain('télémètre');
    await oliver.open(path);
    await oliver.page.getByRole('heading', { name: /télémètre/ }).waitFor();
  });

  it('poll: says what a vote shows before it is given, and counts it', async () => {
    const { page } = elodie;
    await compose(elodie, 'Sondage');
    await page.getByLabel('Sur quoi porte le choix').fill('Quel jour pour la visite de l’atelier ?');
    await page.getByLabel('Choix 1', { exact: true }).fill('Lundi');
    await page.getByLabel('Choix 2', { exact: true }).fill('Jeudi');
    await page.getByRole('button', { name: 'Ajouter un choix' }).click();
    await page.getByLabel('Choix 3', { exact: true }).fill('Vendredi');
    expect(await elodie.accessibilityFaults()).toEqual([]);

    // Nothing that was filled in is lost by a reload.
    await page.getByRole('button', { name: 'Continuer plus tard' }).click();
    await page.reload();
    expect(await page.getByLabel('Choix 3', { exact: true }).inputValue()).toBe('Vendredi');
    const path = await publish(elodie, 'visite de l’atelier');

    await oliver.open(path);
    await oliver.page.getByText('colleagues who have voted will see what you chose').waitFor();
    await oliver.page.getByRole('radio', { name: 'Jeudi' }).check();
    expect(await oliver.accessibilityFaults()).toEqual([]);
    await oliver.page.getByRole('button', { name: 'Vote', exact: true }).click();
    await oliver.page.getByRole('button', { name: 'Change my vote' }).waitFor();
    expect(await oliver.accessibilityFaults()).toEqual([]);
    await oliver.page.getByRole('button', { name: 'Who voted' }).click();
    await oliver.page.getByRole('dialog').getByRole('link', { name: 'Oliver Hughes' }).waitFor();

    // The author sees no result before voting.
    await elodie.open(path);
    await page.getByRole('radio', { name: 'Jeudi' }).waitFor();
    await page.getByText('1 vote').waitFor();
    expect(await page.getByText('100').count()).toBe(0);
  });

  it('event: is answered, listed, kept in a calendar, and has as many seats as it says', async () => {
    const { page } = elodie;
    await compose(elodie, 'Évènement');
    await page.getByLabel('Que se passe-t-il').fill('Portes ouvertes de la ligne 4');
    await page.getByLabel('Début').fill('2099-06-02T14:00');
    expect(await page.getByLabel('Fin').inputValue()).toBe('2099-06-02T15:00');
    await page.getByLabel('Lieu').fill('Hall B');
    await page.getByLabel('Places').fill('1');
    expect(await elodie.accessibilityFaults()).toEqual([]);
    const path = await publish(elodie, 'Portes ouvertes de la ligne 4');
    await elodie.open(path);
    await page.getByRole('button', { name: 'J’y serai' }).click();
    await page.getByText('1 place prise sur 1').waitFor();
    expect(await elodie.accessibilityFaults()).toEqual([]);

    await oliver.open('/events');
    await oliver.page.getByRole('link', { name: 'Portes ouvertes de la ligne 4' }).click();
    await oliver.page.getByRole('button', { name: 'I’ll be there' }).click();
    await oliver.page.getByText('you are in line').first().waitFor();
    expect(await oliver.accessibilityFaults()).toEqual([]);
    expect(await oliver.sidewaysScroll()).toEqual([]);
    const [download] = await Promise.all([oliver.page.waitForEvent('download'), oliver.page.getByRole('link', { name: 'Add to my calendar' }).click()]);
    expect(download.suggestedFilename()).toBe('event.ics');

    // The seat is given up: it is Oliver's.
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('ReplyToEvent') ?? false);
    await page.getByRole('button', { name: 'Non', exact: true }).click();
    await answered;
    await page.getByRole('button', { name: 'Qui vient' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Oliver Hughes' }).waitFor();
  });

  it('announcement: only who may sees the choice; it is on top, read and counted without a name', async () => {
    await elodie.open('/');
    const line = elodie.page.getByRole('button', { name: /Partagez quelque chose/ });
    await line.click();
    await elodie.page.getByRole('radio', { name: 'Sondage', exact: true }).waitFor({ state: 'attached' });
    expect(await elodie.page.getByRole('radio', { name: 'Annonce', exact: true }).count()).toBe(0);

    const director = await parvis.arriveAs('Nathalie Brévent', '/', { locale: 'fr-FR' });
    await compose(director, 'Annonce');
    await director.page.getByLabel('Que faut-il que chacun sache').fill('Le site de Lyon ferme vendredi à midi');
    await director.page.getByLabel(/J’ai lu/).check();
    expect(await director.accessibilityFaults()).toEqual([]);
    const path = await publish(director, 'Le site de Lyon ferme');

    await oliver.open('/');
    await oliver.page.getByRole('region', { name: 'Pinned' }).getByRole('link', { name: /site de Lyon/ }).click();
    await oliver.page.getByRole('button', { name: 'I have read it' }).click();
    await oliver.page.getByText('You have read it.').first().waitFor();
    expect(await oliver.accessibilityFaults()).toEqual([]);
    expect(await oliver.page.getByText(/Read by/).count()).toBe(0);
    await director.open(path);
    await director.page.getByText(/Lue par \d+ personne.* · 1 l’a dit/).waitFor();
    await director.page.getByRole('article').getByRole('button', { name: 'Actions sur cette publication' }).click();
    await director.page.getByRole('menuitem', { name: 'Ne plus épingler' }).click();
    await oliver.open('/');
    await oliver.settled();
    expect(await oliver.page.getByRole('region', { name: 'Pinned' }).getByRole('link', { name: /site de Lyon/ }).count()).toBe(0);
    await director.leave();
  });
});
