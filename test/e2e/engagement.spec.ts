import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let hr: Visitor, employee: Visitor;

beforeAll(async () => {
  [hr, employee] = await Promise.all([
    parvis.arriveAs('Human resources', '/'),
    parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR', width: 390, colorScheme: 'dark' }),
  ]);
});

const figure = (name: string) => hr.page.getByRole('figure', { name, exact: true });
const inPercent = (text: string): number => Number(/(\d+)\s*%/.exec(text)?.[1]);

describe('the indicators of the network', () => {
  it('are read by HR in one screen, with what they mean', async () => {
    const { page } = hr;
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Indicators' }).click();
    await page.getByRole('heading', { level: 1, name: 'Indicators' }).waitFor();
    const sentence = await page.getByText(/of ties connect two departments/).innerText();
    expect(inPercent(sentence)).toBe(inPercent(await figure('Ties across departments').innerText()));
    expect(inPercent(sentence)).toBeGreaterThan(10);
    await figure('E-I index').getByRole('button', { name: /E-I index/ }).click();
    await page.getByText(/Krackhardt and Stern/).waitFor();
    await page.keyboard.press('Escape');
    expect(await hr.faults()).toEqual([]);
  });

  it('are of the period and the department that one chooses, which the address keeps', async () => {
    const { page } = hr;
    await page.getByText('12 months', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Department' }).selectOption('Production');
    await page.getByText(/\b\d+ people behind these figures/).first().waitFor();
    expect(new URL(page.url()).search).toBe('?days=365&department=Production');
    await page.reload();
    await hr.settled();
    expect(await page.getByRole('combobox', { name: 'Department' }).inputValue()).toBe('Production');
    // Who addresses whom is told of the whole company alone.
    expect(await figure('Who addresses whom, by department').count()).toBe(0);
  });

  it('are a table and a file too', async () => {
    await hr.open('/engagement?days=365');
    const matrix = figure('Who addresses whom, by department');
    await matrix.getByRole('button', { name: 'Table' }).click();
    await matrix.getByRole('row', { name: /^Production/ }).waitFor();
    const saving = hr.page.waitForEvent('download');
    await matrix.getByRole('button', { name: 'CSV' }).click();
    const file = readFileSync(await (await saving).path(), 'utf8');
    expect(file).toMatch(/^﻿?"?From"?[,;]/);
    expect(file.split('\n').filter((line) => line.includes('Production')).length).toBe(2);
    expect(hr.complaints).toEqual([]);
    expect(hr.strayRequests).toEqual([]);
  });

  it('are not shown to others, who read what is measured', async () => {
    await employee.open('/engagement');
    await employee.settled();
    expect(await employee.page.getByRole('figure').count()).toBe(0);
    await employee.page.getByRole('button', { name: /^Compte / }).click();
    await employee.page.getByRole('menuitem', { name: 'Ce qui est mesuré, et comment' }).click();
    await employee.page.getByRole('heading', { level: 1, name: 'Ce qui est mesuré, et comment' }).waitFor();
    await employee.page.getByText('Aucun chiffre ne porte sur moins de 10 personnes.').waitFor();
    expect(await employee.faults()).toEqual([]);
  });
});
