import { beforeAll, describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let hr: Visitor, elodie: Visitor;

beforeAll(async () => {
  [hr, elodie] = await Promise.all([parvis.arriveAs('Human resources', '/'), parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR', width: 390, colorScheme: 'dark' })]);
});

const question = 'Si Parvis s’arrêtait, seriez-vous déçu(e) ?';
const card = () => elodie.page.getByRole('region', { name: question });

describe('whether people would miss Parvis', () => {
  it('is asked among the posts, and answered by keyboard alone', async () => {
    await card().waitFor();
    expect(await elodie.faults()).toEqual([]);
    await card().getByRole('button', { name: 'Envoyer' }).press('Enter');
    await card().getByText('Choisissez l’une des trois réponses.').waitFor();
    await card().getByRole('radio', { name: 'Oui, très' }).press('Space');
    await elodie.page.keyboard.press('Tab');
    await elodie.page.keyboard.type('Les réponses des autres usines.');
    expect(await elodie.faults()).toEqual([]);
    await elodie.page.keyboard.press('Tab');
    await elodie.page.keyboard.press('Enter');
    await elodie.page.getByText('Merci. Votre réponse est gardée, sans votre nom.').waitFor();
    expect(await elodie.faults()).toEqual([]);

    await elodie.page.reload();
    await elodie.settled();
    expect(await card().count()).toBe(0);
  });

  it('is not asked of others', async () => {
    await hr.settled();
    expect(await hr.page.getByText('How disappointed would you be if Parvis stopped?').count()).toBe(0);
  });

  it('is read by HR, of quarters that are over', async () => {
    await hr.open('/engagement');
    const section = hr.page.getByRole('region', { name: 'Would you miss it?' });
    await section.getByText(/would be very disappointed if Parvis stopped, which reaches the mark of 40%/).waitFor();
    await section.getByText(/^93 answers, 249 people asked/).waitFor();
    const figure = section.getByRole('figure', { name: 'Very disappointed, quarter by quarter' });
    await figure.getByRole('button', { name: 'Table' }).click();
    expect(await figure.getByRole('table').getByRole('row').count()).toBe(5);
    expect(await section.getByRole('listitem').filter({ hasText: 'The search. It finds the person, not only the document.' }).count()).toBe(1);
    expect(await section.getByText('Les réponses des autres usines.').count()).toBe(0);
    expect(await hr.faults()).toEqual([]);
  });

  it('is explained to everybody', async () => {
    await elodie.open('/about/engagement#pulse');
    await elodie.page.getByRole('heading', { name: 'Vous manquerait-il ?' }).waitFor();
    await elodie.page.getByText(/à partir de 40 réponses/).waitFor();
    expect(await elodie.page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(await elodie.faults()).toEqual([]);
  });
});
