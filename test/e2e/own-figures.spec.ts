import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let employee: Visitor, hr: Visitor;

beforeAll(async () => {
  [employee, hr] = await Promise.all([
    parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR', width: 390, colorScheme: 'dark' }),
    parvis.arriveAs('Human resources', '/me/exchanges'),
  ]);
});

const section = ({ page }: Visitor, name: string) => page.getByRole('region', { name, exact: true });

describe('one’s own figures', () => {
  it('are found in the menu, and lead to people and posts', async () => {
    const { page } = employee;
    await page.getByRole('button', { name: /^Compte / }).click();
    await page.getByRole('menuitem', { name: 'Mes échanges' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mes échanges' }).waitFor();
    await page.getByText(/Vous échangez avec \d+ collègues/).waitFor();
    await page.getByText(/Pour trouver vos lecteurs/).waitFor();
    for (const name of ['D’un service à l’autre', 'Quand vos lecteurs sont là', 'Vos mots']) {
      const figure = page.getByRole('figure', { name });
      await figure.getByRole('button', { name: /^Tableau/ }).click();
      expect(await figure.getByRole('table').getByRole('row').nth(1).innerText()).toMatch(/\d$/);
      for (const button of [/^Définition/, /^CSV/, /^PNG/]) expect(await figure.getByRole('button', { name: button }).count()).toBe(1);
    }
    expect(await employee.faults()).toEqual([]);
    const helped = section(employee, 'Ce que vous avez écrit et qui a aidé').getByRole('link').first();
    const words = (await helped.innerText()).slice(0, 20);
    await helped.click();
    await page.getByRole('main').getByText(words).first().waitFor();
  });

  it('are of whoever asks, HR too', async () => {
    await hr.settled();
    expect(await section(hr, 'From one department to another').textContent()).toMatch(/Human Resources\s*· your department/);
    expect(await hr.faults()).toEqual([]);
  });

  it('tell an executive, and nobody else, of their own example', async () => {
    const executive = await parvis.arriveAs('Nathalie Brévent', '/me/exchanges', { locale: 'fr-FR' });
    const example = section(executive, 'Votre exemple');
    await example.getByText(/^En 30 jours, vous avez écrit \d+ fois\.$/).waitFor();
    expect(await example.getByRole('figure', { name: 'Réponses aux salariés' }).textContent()).toMatch(/\d+\s%/);
    expect(await executive.faults()).toEqual([]);
    await executive.page.getByRole('checkbox', { name: /Compter mes échanges/ }).click();
    await example.waitFor({ state: 'detached' });
    await employee.open('/me/exchanges');
    await employee.settled();
    expect([await section(hr, 'Your example').count(), await section(employee, 'Votre exemple').count()]).toEqual([0, 0]);
  });

  it('are no more once one wants none, until one wants them again', async () => {
    const { page } = employee;
    await employee.open('/me/exchanges');
    const box = page.getByRole('checkbox', { name: /Compter mes échanges/ });
    await box.click();
    await page.getByText('Vous ne voulez pas de ces chiffres').waitFor();
    expect(await page.getByText(/Vous échangez avec/).count()).toBe(0);
    await page.reload();
    await page.getByText('Vous ne voulez pas de ces chiffres').waitFor();
    expect(await box.isChecked()).toBe(false);
    await box.click();
    await page.getByText(/Vous échangez avec \d+ collègues/).waitFor();
    expect(await employee.faults()).toEqual([]);
  });
});
