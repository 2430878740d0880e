import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
const administrator = 'Thomas Vandenberghe';
const colleague = 'Élodie Marchand';
let visitor: Visitor;

/** Says again who they are, as administration asks. */
async function confirm({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Confirmer mon identité' }).click();
  await page.getByRole('button', { name }).click();
}

beforeAll(async () => {
  visitor = await parvis.arriveAs(administrator, '/administration/people', { locale: 'fr-FR' });
  await confirm(visitor, administrator);
  await visitor.page.waitForURL(`${parvis.stack.url}/administration/people`);
});

describe('people and roles', () => {
  it('are found, and given a part of the administration', async () => {
    const { page } = visitor;
    await page.getByLabel('Chercher', { exact: true }).fill('elodie march');
    await page.getByText('1 personne', { exact: true }).waitFor();
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
    await page.getByRole('link', { name: colleague }).click();
    await page.getByRole('button', { name: 'Donner un rôle' }).click();
    await page.getByLabel('Rôle', { exact: true }).selectOption('IT');
    await page.getByLabel('Pour qui').selectOption('Production');
    await page.getByLabel('Pourquoi').fill('Correspondante du site');
    await page.getByRole('button', { name: 'Donner ce rôle' }).click();
    await page.getByText('Ce n’est pas son nom').waitFor();
    await page.getByLabel(/tapez son nom/).first().fill(colleague);
    await page.getByRole('button', { name: 'Donner ce rôle' }).click();
    await page.getByText('Le rôle est donné.', { exact: true }).waitFor();
    await page.getByText('Motif : Correspondante du site').waitFor();
    await visitor.settled();
    expect(await visitor.faults()).toEqual([]);
  });

  it('show whoever administers a department its people, and nothing else', async () => {
    const delegate = await parvis.arriveAs(colleague, '/administration/sign-in', { locale: 'fr-FR', width: 390 });
    await confirm(delegate, colleague);
    await delegate.page.getByText(/Les personnes des services que vous administrez/).waitFor();
    expect(new URL(delegate.page.url()).pathname).toBe('/administration/people');
    await delegate.settled();
    expect(await delegate.faults()).toEqual([]);
    const { administeredPeople } = await delegate.ask<{ administeredPeople: { edges: { node: { person: { department: string } } }[] } }>('{ administeredPeople(first: 50) { edges { node { person { department } } } } }');
    expect(new Set(administeredPeople.edges.map(({ node }) => node.person.department))).toEqual(new Set(['Production']));
    await delegate.page.close();
  });

  it('end when somebody ends them', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Mettre fin' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Mettre fin' }).click();
    await page.getByText('Le rôle a pris fin.', { exact: true }).waitFor();
    await page.getByText('Rôles terminés').waitFor();
    expect(await visitor.faults()).toEqual([]);
  });

  it('leave, and a member takes over the community that they kept alone', async () => {
    const member = await parvis.arriveAs(colleague, '/legacies', { locale: 'fr-FR' });
    await member.page.getByText('Rien à reprendre').waitFor();
    interface Community {
      name: string;
      viewerMembership: { role: string } | null;
      members: { edges: { node: { role: string; person: { id: string; displayName: string } } }[] };
    }
    const { communities } = await member.ask<{ communities: { edges: { node: Community }[] } }>(
      '{ communities(first: 12) { edges { node { name viewerMembership { role } members(first: 50) { edges { node { role person { id displayName } } } } } } } }',
    );
    const own = communities.edges.map(({ node }) => node).find(({ viewerMembership }) => viewerMembership?.role === 'MEMBER') as Community;
    for (const { person } of own.members.edges.map(({ node }) => node).filter(({ role }) => role === 'ANIMATOR')) {
      await visitor.ask('mutation ($input: MarkAsLeftInput!) { markAsLeft(input: $input) { id } }', { input: { personId: person.id, typedName: person.displayName } });
    }
    await member.page.reload();
    await member.page.getByRole('listitem').filter({ hasText: own.name }).getByRole('button', { name: 'Reprendre' }).click();
    await member.page.getByRole('alertdialog').getByRole('button', { name: 'Reprendre' }).click();
    await member.page.waitForURL(/\/communities\//);
    await member.settled();
    expect(await member.faults()).toEqual([]);
    await member.page.close();
  });
});
