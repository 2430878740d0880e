import type { Stream } from './prng.ts';
import type { Language } from './records.ts';
import { typeset } from './typography.ts';

export interface Career {
  language: Language;
  years: number;
  site: string;
  department: string;
  subjects: readonly string[];
  skill: string;
}

/** The first letter in capitals, for a subject that opens a sentence. */
const opening = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "De" before a subject which already begins with its article. */
const frenchOf = (subject: string): string => `de ${subject}`.replace(/^de les /, 'des ').replace(/^de le /, 'du ');

type Sentence = (career: Career, first: string, second: string) => string;

const frenchPaths: readonly Sentence[] = [
  ({ years, site }) => `${opening(years > 1 ? `${years} ans` : 'un an')} dans la maison, aujourd’hui à ${site}.`,
  ({ years, site }) => (years > 3 ? `À ${site} depuis ${Math.ceil(years / 2)} ans, après d’autres métiers dans l’entreprise.` : `À ${site} depuis peu, après une première vie en bureau d’études.`),
  ({ site }) => `Mon bureau est à ${site}, mais je suis souvent dans le train entre deux sites.`,
  ({ years }) => (years > 9 ? 'J’ai connu l’entreprise quand elle ne faisait que des ballons d’eau chaude.' : 'Je viens du bâtiment, et cela aide à comprendre nos clients.'),
  ({ site, years }) => (years > 2 ? `Une équipe à ${site}, des collègues sur trois autres sites et un agenda partagé à jour.` : `À ${site}, où toute visite d’atelier m’intéresse.`),
];

const frenchOffers: readonly Sentence[] = [
  (_, first, second) => `Mes sujets du moment : ${first} et ${second}.`,
  (_, first) => `On me sollicite surtout à propos ${frenchOf(first)} ; n’hésitez pas, même pour une question courte.`,
  (_, first, second) => `${opening(first)}, c’est mon quotidien. Je suis aussi de près ${second}.`,
  (_, first) => `Je passe une bonne partie de mes semaines à parler ${frenchOf(first)} ; le reste du temps, à écouter.`,
  (_, first, second) => `Pour ${first} ou ${second}, mon bureau est ouvert le matin.`,
];

const englishPaths: readonly Sentence[] = [
  ({ years, site }) => `${years > 1 ? `${years} years` : 'A year'} here, currently in ${site}.`,
  ({ years, site }) => (years > 3 ? `In ${site} for ${Math.ceil(years / 2)} years, after other jobs in the company.` : `New to ${site}, after a first career in building services.`),
  ({ site }) => `Based in ${site}, and often on the road between two sites.`,
  ({ years }) => (years > 9 ? 'I joined when we only made hot water tanks.' : 'I used to be on the customer’s side of the table, which helps.'),
  ({ site, department }) => `Part of the ${department} team in ${site}; I work mornings from home on Fridays.`,
];

const englishOffers: readonly Sentence[] = [
  (_, first, second) => `Currently busy with ${first} and ${second}.`,
  (_, first) => `People mostly come to me about ${first}, and short questions are welcome.`,
  (_, first, second) => `${opening(first)}: that is my daily work. I also keep an eye on ${second}.`,
  ({ skill }, first) => `Happy to talk about ${first}, or about ${skill} in general.`,
  (_, first, second) => `For ${first} or ${second}, call rather than write: it is quicker for both of us.`,
];

/** Two or three sentences in the person's own language; two people in five leave theirs empty. */
export function drawBiography(draws: Stream, career: Career): string {
  const path = draws.pick(career.language === 'fr' ? frenchPaths : englishPaths);
  const offer = draws.pick(career.language === 'fr' ? frenchOffers : englishOffers);
  const [first = '', second = ''] = draws.sample(career.subjects, 2);
  if (draws.chance(0.4)) return '';
  return typeset(`${path(career, first, second)} ${offer(career, first, second)}`, career.language);
}
