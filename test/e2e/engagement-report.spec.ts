import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let hr: Visitor, employee: Visitor;

beforeAll(async () => {
  [hr, employee] = await Promise.all([parvis.arriveAs('Human resources', '/engagement', { locale: 'fr-FR' }), parvis.arriveAs('Élodie Marchand', '/engagement/report')]);
});

/** How many sheets of A4 it takes. */
const sheets = async ({ page }: Visitor): Promise<number> => Number(/\/Count (\d+)/.exec((await page.pdf({ preferCSSPageSize: true })).toString('latin1'))?.[1]);

describe('the monthly report', () => {
  it('is of the last finished month, on one sheet of paper', async () => {
    await hr.page.getByRole('link', { name: 'Rapport mensuel' }).click();
    await hr.page.getByRole('heading', { level: 1, name: /^Rapport mensuel : / }).waitFor();
    const row = hr.page.getByRole('row', { name: /^Personnes venues Parmi/ });
    await row.waitFor();
    // The month and the one before; a year earlier the demo company had no network.
    expect((await row.getByRole('cell').allInnerTexts()).map((text) => /\d\s%/.test(text))).toEqual([true, true, false]);
    await hr.settled();
    expect(await hr.faults()).toEqual([]);
    expect(await sheets(hr)).toBe(1);
  });

  it('is of another month that one chooses, which the address keeps', async () => {
    const months = hr.page.getByRole('combobox', { name: 'Mois' });
    expect(await months.getByRole('option').count()).toBe(12);
    await months.selectOption({ index: 3 });
    const chosen = await months.locator('option:checked').innerText();
    await hr.page.getByRole('heading', { level: 1, name: `Rapport mensuel : ${chosen}` }).waitFor();
    expect(new URL(hr.page.url()).search).toMatch(/^\?month=\d{4}-\d{2}$/);
    await hr.page.reload();
    await hr.settled();
    expect(await months.locator('option:checked').innerText()).toBe(chosen);
    expect(await sheets(hr)).toBe(1);
    expect(hr.complaints).toEqual([]);
  });

  it('is for HR alone', async () => {
    await employee.settled();
    expect(await employee.page.getByRole('table').count()).toBe(0);
    expect(await employee.faults()).toEqual([]);
  });
});
