import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
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

  it('tell at a glance how the network lives, and lead to what is behind it', async () => {
    const { page } = hr;
    await hr.open('/engagement?days=90');
    const glance = page.getByRole('region', { name: 'At a glance' });
    await glance.getByRole('link', { name: 'Questions with an answer' }).click();
    expect(new URL(page.url()).hash).toBe('#answers');
    const shown = inPercent(await figure('Questions with an answer').innerText());
    expect(inPercent(await glance.getByText('Questions with an answer').locator('xpath=ancestor::div[1]').innerText())).toBe(shown);
    const waiting = page.getByRole('navigation', { name: 'Questions that wait' });
    expect(new URL((await waiting.getByRole('link').first().getAttribute('href')) ?? '', hr.stack.url).pathname).toBe('/questions');
    for (const name of ['People who came', 'Regular contributors', 'Executives who write', 'Activity by day and hour']) expect(await figure(name).count()).toBe(1);
  });

  it('tell of arrivals, communities and ideas, of a department its ideas alone', async () => {
    const { page } = hr;
    await hr.open('/engagement?days=365');
    const [arrivals, communities, ideas] = ['People who arrive', 'How communities live', 'From ideas to results'].map((name) => page.getByRole('region', { name })) as [Locator, Locator, Locator];
    await arrivals.getByRole('button', { name: 'Table' }).click();
    for (const name of ['Active within 14 days', 'Came again on days 30 to 59']) await arrivals.getByRole('columnheader', { name }).waitFor();
    await communities.getByText(/^\d+ communities of at least 10 members\. None is named\./).waitFor();
    expect(inPercent(await communities.getByRole('figure', { name: 'Communities that are alive' }).innerText())).toBeGreaterThan(50);
    expect(inPercent(await communities.getByRole('figure', { name: 'Newcomers who are welcomed' }).innerText())).toBeGreaterThan(30);
    await ideas.getByText(/^\d+ ideas submitted in the period\./).waitFor();
    expect(await hr.faults()).toEqual([]);
    await hr.open('/engagement?days=365&department=Production');
    await ideas.waitFor();
    expect([await arrivals.count(), await communities.count(), await ideas.getByRole('figure', { name: 'Participation by department' }).count()]).toEqual([0, 0, 0]);
  });

  it('say beside the dates what is wrong with them, and keep them', async () => {
    const { page } = hr;
    await hr.open('/engagement');
    await page.getByText('From one date to another', { exact: true }).click();
    await page.getByLabel('From', { exact: true }).fill('2026-03-31');
    await page.getByLabel('To', { exact: true }).fill('2026-03-01');
    await page.getByText('The period ends before it begins: swap the two dates.').waitFor();
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2026-03-31');
    await page.getByLabel('From', { exact: true }).fill('2026-02-01');
    await page.getByText(/From 1 February 2026|Feb 1, 2026|February 1, 2026/).waitFor();
    expect(new URL(page.url()).search).toBe('?from=2026-02-01&to=2026-03-01');
    expect(await hr.faults()).toEqual([]);
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
