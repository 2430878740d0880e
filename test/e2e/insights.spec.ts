import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { animatedCommunity } from './animated-community.ts';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let animator: Visitor, newcomer: Visitor;
let community: string;

beforeAll(async () => {
  [animator, newcomer] = await Promise.all([parvis.arriveAs('Marie-Éléonore', '/'), parvis.arriveAs('Inês Carvalho', '/')]);
  community = await animatedCommunity(animator);
});

describe('what a community is told about itself', () => {
  it('shows members how much crosses departments, and others nothing', async () => {
    await newcomer.open(community);
    await newcomer.settled();
    const crossing = newcomer.page.getByRole('heading', { name: 'From one department to another' });
    expect(await crossing.count()).toBe(0);
    await newcomer.page.getByRole('button', { name: /^Join/ }).click();
    await newcomer.page.getByRole('button', { name: /^Leave/ }).waitFor();
    await newcomer.open(community);
    await crossing.waitFor();
    expect(await newcomer.page.getByText(/exchanges? out of 10|It takes|Too few people/).count()).toBeGreaterThan(0);
  });

  it('lets an animator welcome who has just come', async () => {
    const { page } = animator;
    await animator.open(`${community}/animation`);
    await page.getByRole('link', { name: /Say welcome to Inês Carvalho/ }).click();
    const text = page.getByRole('textbox', { name: 'Your post' });
    await text.getByText('@Inês Carvalho').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('article').filter({ hasText: 'Welcome @Inês Carvalho' }).first().waitFor();
    await animator.open(`${community}/animation`);
    await page.getByRole('heading', { name: 'To be welcomed' }).waitFor();
    expect(await page.getByRole('link', { name: /Say welcome to Inês Carvalho/ }).count()).toBe(0);
    expect(await animator.accessibilityFaults()).toEqual([]);
    expect(animator.complaints).toEqual([]);
  });

  it('shows an animator the rhythm of the community, as a table and a file too', async () => {
    const { page } = animator;
    const rhythm = page.getByRole('figure', { name: 'The rhythm of the last twelve weeks' });
    await rhythm.getByRole('button', { name: 'Table' }).click();
    await rhythm.getByRole('columnheader', { name: 'Posts' }).waitFor();
    expect(await rhythm.getByRole('row').count()).toBe(13);
    const saving = page.waitForEvent('download');
    await rhythm.getByRole('button', { name: 'CSV' }).click();
    const [headings, ...weeks] = readFileSync(await (await saving).path(), 'utf8').trim().split(/\r\n/);
    expect([headings, weeks.length]).toEqual(['Week of,Posts,Comments', 12]);
    const picture = page.waitForEvent('download');
    await rhythm.getByRole('button', { name: 'PNG' }).click();
    expect((await picture).suggestedFilename()).toBe('The rhythm of the last twelve weeks.png');
    expect(await animator.faults()).toEqual([]);
  });

  it('keeps the page of animators from members, also by its address', async () => {
    await newcomer.open(`${community}/animation`);
    await newcomer.settled();
    expect(await newcomer.page.getByRole('link', { name: 'For animators' }).count()).toBe(0);
    expect(await newcomer.page.getByRole('heading', { name: 'To be welcomed' }).count()).toBe(0);
  });
});
