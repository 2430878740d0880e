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

  it('keeps the page of animators from members, also by its address', async () => {
    await newcomer.open(`${community}/animation`);
    await newcomer.settled();
    expect(await newcomer.page.getByRole('link', { name: 'For animators' }).count()).toBe(0);
    expect(await newcomer.page.getByRole('heading', { name: 'To be welcomed' }).count()).toBe(0);
  });
});
