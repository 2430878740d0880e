import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import { placesFor } from './places.ts';
import type { VisitorOptions } from './visitor.ts';

export interface Look extends VisitorOptions {
  name: string;
  /** Which rules of accessibility: a structure that one look has checked is the same in the other. */
  rules: 'all' | 'look';
  /** Who writes there. */
  writer: string;
}

/** The places are shared out, so that no test grows with every page that is added. */
const parts = [1, 2, 3];

/** Looks at every page of Parvis in one way: for a file of its own, since each takes minutes. */
export function lookAtEveryPage({ name, rules, writer, ...look }: Look): void {
  const parvis = parvisForThisFile();

  describe(`every page ${name}`, () => {
    it.each(parts)(`has no accessibility fault, no sideways scroll, no complaint of the browser (%d of ${parts.length})`, async (part) => {
      const visitor = await parvis.arriveAs('Élodie Marchand', '/', look);
      const faults: Record<string, string[]> = {};
      const places = (await placesFor(visitor)).filter((_, i) => i % parts.length === part - 1);
      for (const { name: place, path } of places) {
        await visitor.open(path);
        await visitor.settled();
        faults[place] = [...(await visitor.accessibilityFaults(rules)), ...(await visitor.sidewaysScroll())];
      }
      expect(places.length).toBeGreaterThan(10);
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
}
