import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
/** One reads French, the other English. */
let elodie: Visitor, oliver: Visitor, karim: Visitor;
let profile: string;

beforeAll(async () => {
  [elodie, oliver, karim] = await Promise.all([
    parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' }),
    parvis.arriveAs('Oliver Hughes', '/'),
    parvis.arriveAs('Karim Benjelloun', '/', { locale: 'fr-FR', width: 390 }),
  ]);
  profile = `/people/${await elodie.personId()}`;
});

const skillsOf = ({ page }: Visitor, name: string) => page.getByRole('region', { name });

describe('skills', () => {
  it('are chosen as one types, in either language, or kept in one’s own words, with how well one knows them', async () => {
    await elodie.open(profile);
    const skills = skillsOf(elodie, 'Compétences');
    await skills.getByRole('button', { name: 'Modifier' }).click();
    const field = skills.getByRole('combobox', { name: 'Ajouter une compétence' });
    await field.fill('machine lear');
    await skills.getByRole('option', { name: /Apprentissage automatique/i }).click();
    await skills.getByRole('combobox', { name: 'Où vous en êtes : apprentissage automatique' }).selectOption({ label: 'J’aide les autres' });
    await field.fill('aprentisage automatik');
    await skills.getByRole('option', { name: /Apprentissage automatique/i }).click();
    await skills.getByText('est déjà dans votre liste').waitFor();
    await field.fill('Accordage de clavecins');
    await field.press('Enter');
    expect(await elodie.faults()).toEqual([]);
    await skills.getByRole('button', { name: 'Enregistrer' }).click();
    await skills.getByRole('link', { name: 'Accordage de clavecins' }).waitFor();
    await skills.getByText('J’aide les autres').first().waitFor();
  });

  it('that cannot be saved are told at their field, and what was typed stays', async () => {
    const skills = skillsOf(elodie, 'Compétences');
    await skills.getByRole('button', { name: 'Modifier' }).click();
    const field = skills.getByRole('combobox', { name: 'Ajouter une compétence' });
    await field.fill('x'.repeat(61));
    await field.press('Enter');
    await skills.getByRole('button', { name: 'Enregistrer' }).click();
    await skills.getByText(/60/).first().waitFor();
    await skills.getByText('x'.repeat(61)).first().waitFor();
    await skills.getByRole('button', { name: 'Annuler' }).click();
  });

  it('show in the reader’s language, and find people by any of their words', async () => {
    await oliver.open('/people?q=statistical%20learning');
    await oliver.page.getByRole('main').getByRole('link', { name: 'Élodie Marchand' }).first().waitFor();
    await oliver.open(profile);
    const skills = skillsOf(oliver, 'Skills');
    await skills.getByRole('link', { name: 'Machine learning' }).waitFor();
    await skills.getByText('I help others with it').first().waitFor();
    expect(await skills.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  });
});

describe('a recommendation', () => {
  it('rests on something written, shows to others, is hidden by whoever was given it and taken back by whoever gave it', async () => {
    const skills = skillsOf(oliver, 'Skills');
    await skills.getByRole('button', { name: 'Recommend' }).click();
    const dialog = oliver.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Recommend', exact: true }).click();
    await dialog.getByText('Choose a skill.').waitFor();
    await dialog.getByRole('button', { name: 'Machine learning' }).click();
    await dialog.getByRole('radio').first().check();
    expect([...(await oliver.accessibilityFaults()), ...(await oliver.sidewaysScroll())]).toEqual([]);
    await dialog.getByRole('button', { name: 'Recommend', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    await elodie.open(profile);
    const own = skillsOf(elodie, 'Compétences').getByRole('listitem').filter({ hasText: /apprentissage automatique/i }).first();
    await own.getByText('1 recommandation').click();
    await own.getByRole('link', { name: 'Oliver Hughes' }).waitFor();
    await own.getByRole('button', { name: 'Masquer' }).click();
    await own.getByText('0 recommandation').waitFor();
    await own.getByRole('button', { name: 'Montrer' }).click();
    await own.getByText('1 recommandation').waitFor();

    const given = skills.getByRole('listitem').filter({ hasText: 'Machine learning' }).first();
    await given.getByText('1 recommendation').click();
    await given.getByRole('button', { name: 'Take back' }).click();
    await given.getByText('1 recommendation').waitFor({ state: 'detached' });
  });

  it('is given from the menu of a post of somebody else, not of one’s own', async () => {
    const menuOf = (visitor: Visitor) => visitor.page.getByRole('article').first().getByRole('button', { name: /Actions|actions/ }).first();
    await elodie.open(profile);
    await menuOf(elodie).click();
    await elodie.page.getByRole('menuitem').first().waitFor();
    expect(await elodie.page.getByRole('menuitem', { name: 'Recommander pour une compétence' }).count()).toBe(0);
    await oliver.open(profile);
    await menuOf(oliver).click();
    await oliver.page.getByRole('menuitem', { name: 'Recommend for a skill' }).click();
    const dialog = oliver.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Machine learning' }).click();
    await dialog.getByRole('button', { name: 'Recommend', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await oliver.page.getByText('Your recommendation of Élodie Marchand is recorded.').first().waitFor();
  });

  it('is told to whoever is recommended, and leads to what it is for', async () => {
    await elodie.open('/notifications');
    const told = elodie.page.getByRole('main').getByRole('link', { name: /Oliver Hughes vous recommande pour une compétence/ }).first();
    await told.click();
    await elodie.page.waitForURL(/\/posts\//);
    expect(await elodie.faults()).toEqual([]);
  });

  it('is given from the menu of a wiki page, to whoever wrote it', async () => {
    await oliver.open(`${profile}/pages`);
    await oliver.page.getByRole('list', { name: 'Pages written or changed' }).getByRole('link').first().click();
    await oliver.page.getByRole('button', { name: 'More actions on the page' }).click();
    await oliver.page.getByRole('menuitem', { name: 'Recommend Élodie Marchand' }).click();
    const dialog = oliver.page.getByRole('dialog');
    await dialog.getByRole('textbox').or(dialog.getByRole('combobox')).first().fill('metering');
    await dialog.getByRole('textbox').or(dialog.getByRole('combobox')).first().press('Enter');
    await dialog.getByRole('button', { name: 'Recommend', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await oliver.open(profile);
    await skillsOf(oliver, 'Skills').getByText(/metering/i).first().waitFor();
  });
});

describe('words that no taxonomy has', () => {
  it('are mapped by HR, for all who have written them, and taken back', async () => {
    await karim.open('/admin/skills');
    await karim.page.getByRole('heading', { level: 1, name: 'Mots des compétences' }).waitFor();
    const line = karim.page.getByRole('listitem').filter({ hasText: 'Lean Six Sigma' }).first();
    await line.getByRole('button', { name: /Une autre compétence/ }).click();
    await line.getByRole('combobox', { name: /désigne-t-il/ }).fill('méthode 5S');
    expect(await karim.faults()).toEqual([]);
    await line.getByRole('option').first().click();
    await karim.page.getByRole('button', { name: 'Annuler la décision sur « Lean Six Sigma »' }).click();
    await karim.page.getByText('La décision sur « Lean Six Sigma » est annulée.').first().waitFor();
    await karim.page.getByRole('listitem').filter({ hasText: 'Lean Six Sigma' }).first().waitFor();
    expect(await karim.faults()).toEqual([]);
  });

  it('are a page that is missing for everybody else', async () => {
    await oliver.open('/admin/skills');
    await oliver.page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await oliver.open('/people');
    await oliver.settled();
    expect(await oliver.page.getByRole('link', { name: 'Words for skills' }).count()).toBe(0);
  });
});
