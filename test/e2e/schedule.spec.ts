import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let author: Visitor, colleague: Visitor;

beforeAll(async () => {
  author = await parvis.arriveAs('Oliver Hughes', '/');
  colleague = await parvis.arriveAs('Élodie Marchand', '/', { width: 390, height: 844, colorScheme: 'dark' });
});

describe('publishing later', () => {
  it('says who will see it, and keeps it for its author until then', async () => {
    const { page } = author;
    await page.getByRole('button', { name: /Share something/ }).click();
    await page.getByText(/Everyone in the company.*Departments: .+ \(\d+\)/).waitFor();
    await page.getByRole('textbox', { name: 'Your post' }).fill('The results of the quarter are in');
    await page.getByRole('button', { name: 'Publish later' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('When').fill('2020-01-01T09:00');
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await dialog.getByText('Choose a time in the future').waitFor();
    await dialog.getByRole('group', { name: 'Usual moments' }).getByRole('button').first().click();
    expect(await author.accessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await page.getByRole('link', { name: '1 scheduled post' }).click();
    await page.getByText('The results of the quarter are in').waitFor();
    await author.settled();
    expect([...(await author.accessibilityFaults()), ...(await author.sidewaysScroll()), ...author.complaints]).toEqual([]);

    await colleague.open('/scheduled');
    await colleague.page.getByText('Nothing is scheduled').waitFor();
    await colleague.open('/');
    await colleague.settled();
    expect(await colleague.page.getByText('The results of the quarter are in').count()).toBe(0);
  });

  it('can be hurried: then everybody sees it', async () => {
    await author.page.getByRole('button', { name: 'Publish now' }).click();
    await author.page.getByText('Nothing is scheduled').waitFor();
    await colleague.open('/');
    await colleague.page.getByRole('article').filter({ hasText: 'The results of the quarter are in' }).waitFor();
  });
});
