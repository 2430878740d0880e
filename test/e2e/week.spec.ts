import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { animatedCommunity } from './animated-community.ts';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let animator: Visitor, member: Visitor;
const words = 'Les trois relevés de couple sont faits, le tableau est à jour.';

beforeAll(async () => {
  [animator, member] = await Promise.all([
    parvis.arriveAs('Marie-Éléonore', '/', { locale: 'fr-FR', width: 390, colorScheme: 'dark' }),
    parvis.arriveAs('Inês Carvalho', '/', { locale: 'fr-FR' }),
  ]);
  const communityId = (await animatedCommunity(animator)).split('/').at(-1);
  await member.ask('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id: communityId });
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] };
  await member.ask('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), communityId, kind: 'STATUS', body } });
});

describe('the week of those whom one looks after', () => {
  it('is in the menu, a team and communities', async () => {
    const { page } = animator;
    await page.getByRole('button', { name: /^Compte / }).click();
    await page.getByRole('menuitem', { name: 'La semaine de l’équipe' }).click();
    await page.getByRole('heading', { level: 1, name: 'La semaine de l’équipe' }).waitFor();
    await page.getByText(/que toute l’entreprise peut lire/).waitFor();
    expect(await animator.faults()).toEqual([]);
  });

  it('shows what was contributed, and takes a thank you in one click, and back', async () => {
    const { page } = animator;
    await animator.open(`/week?of=${(await animatedCommunity(animator)).split('/').at(-1)}`);
    const subject = page.getByRole('main').locator('section').filter({ hasText: words });
    await subject.getByText('Inês Carvalho a publié').waitFor();
    await subject.getByRole('button', { name: 'Dire merci : Inês Carvalho' }).click();
    await subject.getByRole('button', { name: 'Merci dit : Inês Carvalho', pressed: true }).waitFor();
    expect(await animator.faults()).toEqual([]);
    await member.open('/notifications');
    await member.page.getByRole('main').getByText(/Marie-Éléonore.* a réagi/).first().waitFor();
    await page.reload();
    await subject.getByRole('button', { name: 'Merci dit : Inês Carvalho', pressed: true }).click();
    await subject.getByRole('button', { name: 'Dire merci : Inês Carvalho', pressed: false }).waitFor();
  });

  it('leads to the questions of the community that wait', async () => {
    const { page } = animator;
    await page.getByRole('link', { name: /^Les questions sans réponse/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Questions sans réponse' }).waitFor();
    expect(await animator.faults()).toEqual([]);
  });

  it('is not there for others', async () => {
    const { page } = member;
    await member.open('/week');
    await member.settled();
    expect(await page.getByRole('combobox', { name: 'Semaine' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Compte / }).click();
    await page.getByRole('menuitem', { name: 'Mes échanges' }).waitFor();
    expect(await page.getByRole('menuitem', { name: /^La semaine/ }).count()).toBe(0);
    expect(member.complaints).toEqual([]);
  });
});
