import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor, VisitorOptions } from './visitor.ts';

const parvis = parvisForThisFile();
/** She reads French; he English, on a phone. */
let elodie: Visitor, oliver: Visitor;
/** Of her department, and above her; of a community of hers; neither. */
let nathalie: Visitor, minhAnh: Visitor, ines: Visitor;
let profile: string;

beforeAll(async () => {
  const arrive = (name: string, options?: VisitorOptions) => parvis.arriveAs(name, '/settings/delegation', options);
  [elodie, oliver, nathalie, minhAnh, ines] = await Promise.all([
    arrive('Élodie Marchand', { locale: 'fr-FR' }),
    arrive('Oliver Hughes', { width: 390, height: 844 }),
    arrive('Nathalie Brévent', { locale: 'fr-FR' }),
    arrive('Minh Anh Nguyễn', { locale: 'fr-FR' }),
    arrive('Inês Carvalho'),
  ]);
  profile = `/people/${await elodie.personId()}`;
});

const main = ({ page }: Visitor): Locator => page.getByRole('main');
const about = (visitor: Visitor, name = 'Présentation'): Locator => main(visitor).getByRole('region', { name });

/** What somebody says, and who may see it, as the profile shows it. */
const said = {
  biography: 'Je règle les bancs d’étanchéité.',
  askMeAbout: 'Brasage à l’argent',
  project: 'Ligne 3 sans fuite',
  certificate: 'Attestation fluides',
  link: 'Fiche du poste d’essai',
  hobby: 'Apiculture',
};
async function whatShows(visitor: Visitor): Promise<(keyof typeof said)[]> {
  await visitor.settled();
  const text = await main(visitor).innerText();
  return (Object.keys(said) as (keyof typeof said)[]).filter((field) => text.includes(said[field]));
}

describe('one’s own profile', () => {
  it('is written in one form, each field with who may see it; what the company keeps names its keeper and is no field', async () => {
    await elodie.open(profile);
    await main(elodie).getByRole('button', { name: 'Modifier mon profil' }).click();
    const form = elodie.page.getByRole('form', { name: 'Modifier mon profil' });
    await form.getByRole('textbox', { name: 'À propos de moi' }).fill(said.biography);
    const word = async (field: string, text: string) => {
      await form.getByLabel(field, { exact: true }).fill(text);
      await form.getByLabel(field, { exact: true }).press('Enter');
    };
    await word('On peut m’interroger sur', said.askMeAbout);
    await word('En dehors du travail', said.hobby);
    await form.getByRole('button', { name: 'Ajouter un projet' }).click();
    await form.getByRole('textbox', { name: 'Nom du projet' }).last().fill(said.project);
    await form.getByRole('textbox', { name: 'Début' }).last().fill('2024');
    await form.getByRole('button', { name: 'Ajouter un certificat' }).click();
    await form.getByRole('textbox', { name: 'Nom du certificat' }).last().fill(said.certificate);
    await form.getByRole('button', { name: 'Ajouter un lien' }).click();
    await form.getByRole('textbox', { name: 'Nom du lien' }).last().fill(said.link);
    await form.getByRole('textbox', { name: 'Adresse', exact: true }).last().fill('nulle part');
    for (const day of ['lundi', 'mardi', 'jeudi']) await form.getByRole('checkbox', { name: day }).check();
    await form.getByRole('combobox', { name: 'Fuseau horaire', exact: true }).selectOption('Europe/Lisbon');
    const choose = (field: string, audience: string) => form.getByRole('combobox', { name: new RegExp(`^Qui peut voir\\s:\\s${field}$`) }).selectOption({ label: audience });
    await choose('À propos de moi', 'Mon service');
    await choose('On peut m’interroger sur', 'Les membres de mes communautés');
    await choose('Projets', 'Les membres de mes communautés');
    await choose('Diplômes et certificats', 'Mon service');
    await choose('En dehors du travail', 'Moi seulement');
    expect(await form.getByRole('textbox', { name: /fonction|service|nom$/i }).count()).toBe(0);

    // An address that is none is told at its field, and everything typed stays.
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await form.getByText('Cette adresse n’est pas celle d’une page').waitFor();
    expect(await elodie.page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await elodie.page.locator(':focus').fill('https://intranet.helianor.example/poste-essai');
    expect(await elodie.faults()).toEqual([]);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await about(elodie).getByText(said.biography).waitFor();
    expect(await whatShows(elodie)).toEqual(Object.keys(said));
    await about(elodie).getByText('Lundi, mardi et jeudi · heure de Lisbon').waitFor();
    await about(elodie).getByText('Visible par vous seulement.').waitFor();
    await main(elodie).getByText('Qui tient ces informations').click();
    await main(elodie).getByText(/^Tenu par le fichier RH/).waitFor();
    await main(elodie).getByText('adressez-vous à qui la tient').waitFor();
  });

  it('can be seen as colleagues see it: of another department, of one’s own, of a community', async () => {
    await main(elodie).getByRole('button', { name: 'Voir comme un collègue' }).click();
    expect(await whatShows(elodie)).toEqual(['link']);
    const lookAs = (name: string) => main(elodie).getByText(name, { exact: true }).click();
    await lookAs('de mon service');
    expect(await whatShows(elodie)).toEqual(['biography', 'certificate', 'link']);
    await lookAs('d’une de mes communautés');
    expect(await whatShows(elodie)).toEqual(['askMeAbout', 'project', 'link']);
    expect(await main(elodie).getByRole('button', { name: 'Modifier mon profil' }).count()).toBe(0);
    expect(await elodie.faults()).toEqual([]);
    await main(elodie).getByRole('button', { name: 'Revenir à mon profil' }).click();
    expect(await whatShows(elodie)).toEqual(Object.keys(said));
  });

  it('shows to each reader what is meant for them', async () => {
    await Promise.all([nathalie, minhAnh, ines].map((reader) => reader.open(profile)));
    expect(await whatShows(nathalie)).toEqual(['biography', 'askMeAbout', 'project', 'certificate', 'link']);
    expect(await whatShows(minhAnh)).toEqual(['askMeAbout', 'project', 'link']);
    expect(await whatShows(ines)).toEqual(['link']);
    await about(ines, 'About').getByText('Monday, Tuesday and Thursday · Lisbon time').waitFor();
    expect(await main(nathalie).getByRole('button', { name: 'Modifier mon profil' }).count()).toBe(0);
  });

  it('lists what was written, a tab for each kind, down to the answer in its thread', async () => {
    const tabs = main(ines).getByRole('navigation', { name: 'What this person wrote' });
    await tabs.getByRole('link', { name: /^Posts \d+$/ }).waitFor();
    const pages = Number((await tabs.getByRole('link', { name: /^Pages/ }).innerText()).match(/\d+/)?.[0]);
    await tabs.getByRole('link', { name: /^Pages/ }).click();
    await main(ines).getByRole('list', { name: 'Pages written or changed' }).waitFor();
    expect(await main(ines).getByRole('list', { name: 'Pages written or changed' }).getByRole('listitem').count()).toBe(pages);
    await tabs.getByRole('link', { name: /^Answers \d+$/ }).click();
    const accepted = main(ines).getByRole('article').first();
    await accepted.getByText('Accepted answer').waitFor();
    await accepted.getByRole('link').first().click();
    await ines.page.waitForURL(/\/posts\/[^/]+#comment-/);
    await ines.page.locator(':focus').filter({ hasText: 'Élodie Marchand' }).waitFor();

    await ines.open(`/people/${await ines.personId()}/answers`);
    await main(ines).getByRole('link', { name: 'See the questions that wait' }).waitFor();
    expect(await ines.faults()).toEqual([]);
  });

  it('tells when one works, and until when one is away, until one takes it back', async () => {
    await oliver.open(`/people/${await oliver.personId()}`);
    await main(oliver).getByRole('button', { name: 'I will be away' }).click();
    const dialog = oliver.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Say so' }).click();
    await dialog.getByText('Choose a day of the calendar.').waitFor();
    const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('Last day').fill(inAWeek);
    expect([...(await oliver.accessibilityFaults()), ...(await oliver.sidewaysScroll())]).toEqual([]);
    await dialog.getByRole('button', { name: 'Say so' }).click();
    await dialog.waitFor({ state: 'detached' });
    await main(oliver).getByText(/^Away until/).waitFor();
    await ines.open(new URL(oliver.page.url()).pathname);
    await main(ines).getByText(/^Away until/).waitFor();
    await main(oliver).getByRole('button', { name: 'Change my absence' }).click();
    await dialog.getByRole('button', { name: 'End my absence' }).click();
    await dialog.waitFor({ state: 'detached' });
    await main(oliver).getByText(/^Away until/).waitFor({ state: 'detached' });

    const edit = async (changed: (form: Locator) => Promise<void>) => {
      await main(oliver).getByRole('button', { name: 'Edit my profile' }).click();
      const form = oliver.page.getByRole('form', { name: 'Edit my profile' });
      await changed(form);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await edit((form) => form.getByRole('checkbox', { name: 'Friday' }).check());
    await about(oliver, 'About').getByText('Friday', { exact: true }).waitFor();
    await edit((form) => form.getByRole('checkbox', { name: 'Friday' }).uncheck());
    expect(await about(oliver, 'About').getByText('Days and time zone').count()).toBe(0);
    expect(await oliver.faults()).toEqual([]);
  });

  it('proposes three next steps at most, each of which opens its field, and never again once they are put away', async () => {
    const steps = main(oliver).getByRole('region', { name: 'To help colleagues find you' });
    expect(await steps.getByRole('link').count()).toBeLessThanOrEqual(3);
    await steps.getByRole('link', { name: 'Tell of a project you worked on' }).click();
    await oliver.page.getByRole('form', { name: 'Edit my profile' }).getByRole('group', { name: 'Projects' }).waitFor();
    await oliver.page.getByRole('button', { name: 'Cancel' }).click();
    await steps.getByRole('button', { name: 'Put these suggestions away for good' }).click();
    await steps.waitFor({ state: 'detached' });
    await oliver.page.reload();
    await oliver.settled();
    expect(await steps.count()).toBe(0);
  });
});

describe('openness to another position', () => {
  it('is told to HR by the person, and stays unknown to those above', async () => {
    await elodie.open(profile);
    const own = elodie.page.getByRole('region', { name: 'Mobilité interne' });
    await own.getByRole('checkbox').check();
    await own.getByRole('textbox').fill('Formatrice, à Lyon');
    await own.getByRole('button', { name: 'Enregistrer' }).click();
    await elodie.page.getByText('Les RH savent maintenant').first().waitFor();

    const karim = await parvis.arriveAs('Karim Benjelloun', '/people/mobility', { locale: 'fr-FR' });
    await main(karim).getByText('Formatrice, à Lyon').waitFor();
    expect(await karim.faults()).toEqual([]);
    await main(karim).getByRole('link', { name: 'Élodie Marchand' }).click();
    await karim.page.getByRole('region', { name: 'Mobilité interne' }).getByText('Formatrice, à Lyon').waitFor();

    await nathalie.open(profile);
    await nathalie.settled();
    expect(await nathalie.page.getByText(/Mobilité interne|Formatrice/).count()).toBe(0);
    await nathalie.open('/people/mobility');
    await nathalie.page.getByRole('heading', { name: 'Page introuvable' }).waitFor();
  });
});

describe('the organisation chart', () => {
  it('is walked through by keyboard, up, down and by letters, to a profile', async () => {
    await ines.open(`${profile}/organisation`);
    await ines.settled();
    const { page } = ines;
    const at = (): Promise<string> => page.locator(':focus').innerText();
    await page.getByRole('treeitem', { name: /Élodie Marchand/ }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await at()).toContain('Driss Kettani');
    await page.keyboard.press('Home');
    expect(await at()).toContain('Zineb Tahiri');
    await page.keyboard.press('ArrowRight');
    expect(await at()).toContain('Nathalie Brévent');
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByRole('treeitem', { name: /Élodie Marchand/ }).count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('t');
    expect(await at()).toContain('Tiago Vasconcelos');
    expect(await ines.faults()).toEqual([]);
    await page.keyboard.press('Enter');
    await main(ines).getByRole('heading', { level: 1, name: /Tiago/ }).waitFor();
    expect([...ines.strayRequests, ...elodie.strayRequests]).toEqual([]);
  });
});
