import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import { placesFor } from './places.ts';
import type { VisitorOptions } from './visitor.ts';

interface Look extends VisitorOptions {
  name: string;
  /** Which rules of accessibility: a structure that one look has checked is the same in the other. */
  rules: 'all' | 'look';
  /** Who writes there: what somebody has begun is kept for them, and they would find it in the other look. */
  writer: string;
}

const looks: Look[] = [
  { name: 'on a desk, light, in French', rules: 'all', writer: 'Élodie Marchand', locale: 'fr-FR', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'on a phone, dark, in English', rules: 'look', writer: 'Karim Benjelloun', locale: 'en-GB', colorScheme: 'dark', width: 390, height: 844 },
];

const parvis = parvisForThisFile();

describe.each(looks)('every page $name', ({ rules, writer, ...look }) => {
  it('has no accessibility fault, no sideways scroll, no complaint of the browser', async () => {
    const visitor = await parvis.arriveAs('Élodie Marchand', '/', look);
    const faults: Record<string, string[]> = {};
    for (const { name: place, path } of await placesFor(visitor)) {
      await visitor.open(path);
      await visitor.settled();
      faults[place] = [...(await visitor.accessibilityFaults(rules)), ...(await visitor.sidewaysScroll())];
    }
    expect(Object.fromEntries(Object.entries(faults).filter(([, list]) => list.length > 0))).toEqual({});
    expect(visitor.strayRequests).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  }, 240_000);

  it('has none either while somebody writes, chooses or searches', async () => {
    const visitor = await parvis.arriveAs(writer, '/', look);
    await visitor.settled();
    const { page } = visitor;
    const faults: string[] = [];
    await page.getByRole('button', { name: /Partagez quelque chose|Share something/ }).click();
    await page.getByRole('textbox', { name: /Votre publication|Your post/ }).pressSequentially('#essai @Oli');
    await page.getByRole('option', { name: /Oli/ }).first().waitFor();
    faults.push(...(await visitor.accessibilityFaults()));
    await page.keyboard.press('Escape');
    await page.getByRole('article').first().getByRole('button', { name: /Réagir|React/ }).first().click();
    faults.push(...(await visitor.accessibilityFaults()));
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').or(page.getByRole('combobox', { name: /Rechercher|Search/ })).first().fill('oliver huges');
    await page.getByRole('option', { name: /Oliver Hughes/ }).waitFor();
    faults.push(...(await visitor.accessibilityFaults()));
    expect(faults).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('has none for somebody who has just arrived', async () => {
    const newcomer = await parvis.arriveAs('Inês Carvalho', '/communities/mine', look);
    await newcomer.settled();
    expect(await newcomer.accessibilityFaults()).toEqual([]);
    await newcomer.leave();
  });
});
