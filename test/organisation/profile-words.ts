import { hashText, Stream } from './prng.ts';
import type { Language, PersonRecord } from './records.ts';

/** What somebody of the company says of themselves beyond what HR knows. */
export interface ProfileWordsRecord {
  identifier: string;
  projects?: { name: string; description: string; startYear: number | null; endYear: number | null; url: string | null }[];
  certificates?: { name: string; issuer: string; year: number | null; url: string | null }[];
  links?: { label: string; url: string }[];
  hobbies?: string[];
  timeZone?: string;
  workingDays?: number[];
  absence?: { from: string; until: string };
  visibility?: Partial<Record<'hobbies' | 'projects' | 'workingTime' | 'biography', 'department' | 'communities' | 'nobody'>>;
  mobility?: string;
}

const WORDS = hashText('profile words');
const dayMs = 86_400_000;

const hobbies: Record<Language, readonly string[]> = {
  fr: ['course à pied', 'chorale', 'jardin partagé', 'escalade', 'vélo', 'club d’échecs', 'cuisine', 'théâtre amateur', 'randonnée', 'couture', 'pêche', 'batterie'],
  en: ['running', 'choir', 'allotment', 'climbing', 'cycling', 'chess club', 'baking', 'amateur theatre', 'hiking', 'sewing', 'bird watching', 'drums'],
};
const projects: Record<Language, readonly (readonly [string, string])[]> = {
  fr: [
    ['Tramontane 24', 'La mise en série, du prototype à la dixième machine.'],
    ['Retours de garantie', 'Un seul formulaire pour les neuf sites.'],
    ['Ligne 3 à Lyon', 'Le nouvel équilibrage, poste par poste.'],
    ['Passage au R290', 'Les essais d’étanchéité et la formation des équipes.'],
  ],
  en: [
    ['Tramontane 24', 'From the prototype to the tenth machine off the line.'],
    ['Warranty returns', 'One form for all nine sites.'],
    ['Porto paint shop', 'Moving in without stopping for a day.'],
    ['Move to R290', 'Leak tests, and training for the teams.'],
  ],
};
const certificates: Record<Language, readonly (readonly [string, string])[]> = {
  fr: [['Habilitation électrique B2V', 'Apave'], ['CACES R489', 'AFTRAL'], ['Attestation fluides frigorigènes', 'Socotec'], ['Sauveteur secouriste du travail', 'INRS']],
  en: [['First aid at work', 'St John Ambulance'], ['F-gas category I', 'City & Guilds'], ['PRINCE2 Foundation', 'PeopleCert'], ['Lean Green Belt', 'ASQ']],
};
const wishes: Record<Language, readonly string[]> = {
  fr: ['Vers la qualité, à Lyon ou à Grenoble.', 'Un poste avec plus de terrain.', ''],
  en: ['Something closer to customers.', 'Open to Porto for a year or two.', ''],
};

/** Null: they say nothing more. About two in three do; a newcomer, who has not said anything yet, does not. */
export function profileWordsOf(person: PersonRecord, { seed, endsAt }: { seed: number; endsAt: string }): ProfileWordsRecord | null {
  const draws = new Stream(seed, WORDS, hashText(person.identifier));
  if (person.skills.length === 0 || draws.chance(0.3)) return null;
  const language: Language = person.languages[0] === 'fr' ? 'fr' : 'en';
  const year = Number(endsAt.slice(0, 4));
  const day = (days: number): string => new Date(Date.parse(endsAt) + days * dayMs).toISOString().slice(0, 10);
  const from = draws.chance(0.6) ? -draws.below(6) : 3 + draws.below(10);
  return {
    identifier: person.identifier,
    projects: draws.sample(projects[language], draws.below(3)).map(([name, description]) => {
      const startYear = year - 1 - draws.below(5);
      return { name, description, startYear, endYear: draws.chance(0.4) ? null : Math.min(year, startYear + 1), url: null };
    }),
    certificates: draws.sample(certificates[language], draws.below(2)).map(([name, issuer]) => ({ name, issuer, year: year - draws.below(8), url: null })),
    ...(draws.chance(0.2) && { links: [{ label: language === 'fr' ? 'Carnet de l’équipe' : 'Team notebook', url: `https://carnets.helianor.example/${encodeURIComponent(person.department.toLowerCase())}` }] }),
    ...(draws.chance(0.55) && { hobbies: draws.sample(hobbies[language], 1 + draws.below(3)) }),
    ...(draws.chance(0.35) && { workingDays: draws.pick([[1, 2, 4, 5], [1, 2, 3, 4], [2, 3, 4, 5], [1, 2, 3, 4, 5]]), timeZone: person.location === 'Manchester' ? 'Europe/London' : person.location === 'Porto' ? 'Europe/Lisbon' : 'Europe/Paris' }),
    ...(draws.chance(0.06) && { absence: { from: day(from), until: day(Math.max(from, 0) + 2 + draws.below(15)) } }),
    ...(draws.chance(0.15) && { visibility: draws.pick([{ hobbies: 'communities' as const }, { hobbies: 'department' as const }, { projects: 'department' as const }, { workingTime: 'nobody' as const }]) }),
    ...(draws.chance(0.05) && { mobility: draws.pick(wishes[language]) }),
  };
}
