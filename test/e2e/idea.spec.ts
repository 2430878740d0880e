import { describe, expect, it } from '@jest/globals';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();

/** Writes an idea for the idea box and submits it. */
async function propose({ page, stack }: Visitor, { title, problem, proposal }: { title: string; problem: string; proposal: string }): Promise<string> {
  await page.goto(`${stack.url}/ideas/new`);
  await page.getByLabel(/en une phrase|in a sentence/).fill(title);
  await page.getByLabel(/^(Le problème|The problem)/).fill(problem);
  const editor = page.getByRole('textbox', { name: /^(La proposition|The proposal)/ });
  await editor.click();
  await editor.pressSequentially(proposal);
  await page.getByRole('button', { name: /^(Soumettre l’idée|Submit the idea)/ }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

describe('an idea', () => {
  it('is written beside one like it, made by several, changed, compared, merged, parted and pitched', async () => {
    const elodie = await parvis.arrive({ locale: 'fr-FR' });
    const oliver = await parvis.arrive({ locale: 'en-GB', width: 390, height: 844 });
    const nathalie = await parvis.arrive({ locale: 'fr-FR' });
    await elodie.openAs('Élodie Marchand', '/ideas');
    await oliver.openAs('Oliver Hughes', '/ideas');
    await nathalie.openAs('Nathalie Brévent', '/ideas');

    const first = await propose(elodie, { title: 'Un abri fermé pour les vélos', problem: 'Les cyclistes attachent leur vélo aux grilles.', proposal: 'Un abri avec un badge.' });

    // Whoever writes the same in other words, and in another language, is shown it.
    await oliver.open('/ideas/new');
    await oliver.page.getByLabel(/in a sentence/).fill('A bicycle shelter');
    await oliver.page.getByLabel(/^The problem/).fill('Cyclists park in the rain.');
    await oliver.page.getByRole('region', { name: 'Ideas like yours' }).getByRole('link', { name: /abri fermé/ }).waitFor();
    await oliver.page.getByLabel(/in a sentence/).fill('');

    // Nathalie is invited and accepts; Oliver volunteers and is taken in.
    await elodie.page.getByLabel('Inviter un ou une collègue à porter cette idée').fill('Nathalie Brévent');
    await elodie.page.getByRole('option', { name: /Nathalie Brévent/ }).click();
    await elodie.page.getByRole('button', { name: /Reprendre l’invitation.*Nathalie Brévent/s }).waitFor();
    await nathalie.open('/ideas');
    await nathalie.page.getByRole('region', { name: 'On vous invite à porter ces idées' }).getByRole('link', { name: 'Un abri fermé pour les vélos' }).click();
    await nathalie.page.getByRole('button', { name: 'Accepter' }).click();
    await nathalie.page.getByRole('region', { name: 'Porter cette idée à plusieurs' }).waitFor();
    await oliver.open(first);
    await oliver.page.getByRole('button', { name: 'Offer to help' }).click();
    await oliver.page.getByLabel(/^What you would bring/).fill('I can weld.');
    await oliver.page.getByRole('button', { name: 'Offer to help' }).click();
    await oliver.page.getByText('You wrote: “I can weld.”').waitFor();
    // A question to the authors waits for one of them.
    await oliver.page.getByRole('button', { name: /^Write a comment, or a question/ }).click();
    await oliver.page.getByRole('textbox', { name: /^Comment on/ }).pressSequentially('Who would empty it?');
    await oliver.page.getByLabel('This is a question to the authors').check();
    await oliver.page.getByRole('button', { name: 'Comment', exact: true }).click();
    await oliver.page.getByText('Question to the authors, unanswered').waitFor();
    await elodie.open(first);
    await elodie.page.getByText('1 question attend une réponse des auteurs, dont vous êtes.').waitFor();
    await elodie.page.getByText('Questions aux auteurs (1 sans réponse)').click();
    await elodie.page.getByRole('article', { name: /^Commentaire .*Oliver Hughes/ }).getByRole('button', { name: /^Répondre/ }).click();
    await elodie.page.getByRole('textbox', { name: 'Votre réponse à Oliver Hughes' }).pressSequentially('Notre équipe.');
    await elodie.page.getByRole('region', { name: 'Commentaires' }).locator('form').getByRole('button', { name: 'Répondre' }).click();
    await elodie.page.getByText('Question aux auteurs, avec réponse').waitFor();
    await elodie.page.getByText('1 question attend une réponse des auteurs, dont vous êtes.').waitFor({ state: 'detached' });

    await elodie.open(first);
    await elodie.page.getByRole('button', { name: /Accueillir.*Oliver Hughes/s }).click();
    await elodie.page.getByRole('list', { name: 'Qui porte cette idée' }).getByText('I can weld.').waitFor();

    // A change is a version, compared part by part.
    await elodie.page.getByRole('link', { name: 'Modifier' }).click();
    await elodie.page.getByLabel(/^Le problème/).fill('Les cyclistes attachent leur vélo aux grilles, sous la pluie.');
    await elodie.page.locator('input[type=file]').setInputFiles({ name: 'plan de l’abri.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') });
    await elodie.page.getByRole('list', { name: /fichiers/i }).getByText('plan de l’abri.pdf').waitFor();
    await elodie.page.getByRole('button', { name: 'Enregistrer' }).click();
    await elodie.page.getByText('sous la pluie').first().waitFor();
    await elodie.page.getByRole('link', { name: /plan de l’abri/ }).waitFor();
    await elodie.page.getByRole('link', { name: 'Versions' }).click();
    await elodie.page.getByRole('region', { name: 'Problème' }).locator('ins', { hasText: 'sous la pluie' }).waitFor();

    // Another idea goes into it, by consent; supporters of the first are not asked again. Then they part.
    const second = await propose(nathalie, { title: 'Des arceaux couverts', problem: 'Il pleut sur les selles.', proposal: 'Un toit.' });
    await nathalie.page.getByRole('button', { name: 'Réunir avec une autre idée' }).click();
    await nathalie.page.getByLabel('L’autre idée', { exact: true }).first().fill('abri fermé');
    await nathalie.page.getByRole('option', { name: 'Un abri fermé pour les vélos' }).click();
    await nathalie.page.getByRole('button', { name: 'Proposer', exact: true }).click();
    await nathalie.page.getByText('Les deux idées n’en font plus qu’une.').first().waitFor();
    await oliver.open(first);
    await oliver.page.getByRole('region', { name: 'Merge ideas' }).getByRole('link', { name: 'Des arceaux couverts' }).waitFor();
    await elodie.open(first);
    await elodie.page.getByRole('button', { name: 'Séparer de nouveau' }).click();
    await elodie.page.getByRole('alertdialog').getByRole('button', { name: 'Séparer de nouveau' }).click();
    await elodie.page.getByText('Les idées sont de nouveau séparées.').first().waitFor();
    await oliver.open(second);
    await oliver.page.getByRole('heading', { level: 1, name: 'Des arceaux couverts' }).waitFor();
    expect(await oliver.page.getByText('This idea lives on in').count()).toBe(0);

    // On a phone, the pitch by keyboard: it waits for who asks for less motion, and Escape leaves it.
    await oliver.open(first);
    await oliver.page.getByRole('link', { name: 'Pitch' }).click();
    const stage = oliver.page.getByRole('dialog');
    await stage.getByText(/1 of \d/).waitFor();
    await oliver.page.keyboard.press('ArrowRight');
    await stage.getByText('sous la pluie').waitFor();
    await stage.getByRole('button', { name: 'Read it whole' }).click();
    await stage.getByRole('article').getByText('Un abri avec un badge.').waitFor();
    await oliver.page.keyboard.press('Escape');
    await oliver.page.getByRole('heading', { level: 1, name: 'Un abri fermé pour les vélos' }).waitFor();

    for (const visitor of [elodie, oliver, nathalie]) expect([visitor.complaints, visitor.strayRequests]).toEqual([[], []]);
  });
});
