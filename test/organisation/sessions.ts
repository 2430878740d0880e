import { peopleOf } from './people.ts';
import { hashText, Stream } from './prng.ts';
import type { OrganisationPlan } from './records.ts';

/** A session in which executives answer, with what was asked in it. People are named by their identifiers. */
export interface SessionRecord {
  id: string;
  host: string;
  cohosts: string[];
  title: string;
  description: string;
  opensAt: string;
  startsAt: string;
  endsAt: string;
  questions: SessionQuestion[];
}

export interface SessionQuestion {
  id: string;
  author: string;
  text: string;
  askedAt: string;
  voters: string[];
  answer: { author: string; body: string; answeredAt: string } | null;
}

const SESSION = hashText('session');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Told {
  author: string;
  text: string;
  votes: number;
  answer?: { by: 'host' | 'cohost'; body: string };
}

/** Before summer: what the company is about to do. Over, answered but for one question. */
const held: readonly Told[] = [
  {
    author: 'elodie.marchand', votes: 41, text: 'La deuxième équipe à Lyon a été reportée deux fois. Est-ce qu’elle est encore au programme, et quand le saura-t-on ?',
    answer: { by: 'cohost', body: 'Elle est au programme. Ce qui manque, ce sont les commandes du collectif : tant qu’elles ne couvrent pas six mois, je ne demande à personne de changer d’horaires.\n\nJe donne la réponse ferme à la fin du trimestre, ici même, et aux équipes d’abord.' },
  },
  {
    author: 'oliver.hughes', votes: 33, text: 'UK installers still wait nine days for a compressor. Will there be a stock in Manchester?',
    answer: { by: 'host', body: 'Yes: forty references, from the autumn on, chosen from your list of returns rather than from ours. Nine days is not a delay, it is a reason to buy elsewhere.' },
  },
  {
    author: 'minh-anh.nguyen', votes: 27, text: 'Les résultats d’essais qui échouent restent dans les tiroirs. Peut-on les publier dans l’entreprise, sans qu’ils soient retenus contre ceux qui les ont faits ?',
    answer: { by: 'host', body: 'Oui. J’ai appris plus de deux campagnes ratées que de dix réussites. Publiez-les dans la communauté du laboratoire, avec ce que vous feriez autrement. Si quelqu’un s’en sert contre vous, écrivez-moi.' },
  },
  {
    author: 'marie-eleonore.de-lhermitage-kerguelen-guezennec', votes: 19, text: 'Les chantiers d’amélioration s’arrêtent dès que la production est tendue. Qui protège ce temps ?',
    answer: { by: 'cohost', body: 'Moi, et je ne l’ai pas fait au printemps. Deux heures par équipe et par semaine ne se déplacent plus sans mon accord.' },
  },
  { author: 'thomas.vandenberghe', votes: 6, text: 'Pourra-t-on enfin supprimer les comptes partagés des postes d’atelier ?' },
];

/** What is being asked now of the director of production. */
const collecting: readonly Told[] = [
  { author: 'oliver.hughes', votes: 12, text: 'Could support engineers spend a week on the assembly line each year? We would ask better questions afterwards.' },
  { author: 'ines.carvalho', votes: 9, text: 'Je viens d’arriver : quels sont les trois problèmes de production que le logiciel pourrait vraiment aider à résoudre ?' },
  { author: 'elodie.marchand', votes: 17, text: 'Les intérimaires formés au poste d’essai partent au bout de trois mois. Peut-on leur proposer mieux ?' },
  { author: 'minh-anh.nguyen', votes: 4, text: 'Serait-il possible de réserver la ligne 3 une demi-journée par mois pour nos essais de dégivrage ?' },
];

/** Two sessions, always the same for a seed: one that was held three weeks before the end, and one that collects questions. */
export function sessionRecords(plan: OrganisationPlan): SessionRecord[] {
  const people = peopleOf(plan);
  const chief = people.identifiers[people.executives[0] ?? 0] ?? '';
  const endMs = Date.parse(plan.endsAt);
  const voters = [...people.byActivity].slice(0, Math.min(people.count, 120)).map((person) => people.identifiers[person] ?? '');
  // Nobody holds a session on a weekend: the next Monday then.
  const at = (days: number): number => {
    const noon = Math.floor((endMs + days * dayMs) / dayMs) * dayMs + 13 * hourMs;
    const weekday = new Date(noon).getUTCDay();
    return noon + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * dayMs;
  };
  const sessionOf = (index: number, { startMs, openMs, told, ...facts }: { startMs: number; openMs: number; told: readonly Told[] } & Pick<SessionRecord, 'id' | 'host' | 'cohosts' | 'title' | 'description'>): SessionRecord => {
    const draws = new Stream(plan.seed, SESSION, index);
    const until = Math.min(startMs, endMs);
    return {
      ...facts,
      opensAt: new Date(openMs).toISOString(),
      startsAt: new Date(startMs).toISOString(),
      endsAt: new Date(startMs + hourMs).toISOString(),
      questions: told.map(({ author, text, votes, answer }, number) => ({
        id: `${facts.id}-question-${number + 1}`,
        author,
        text,
        askedAt: new Date(openMs + draws.unit() * (until - openMs)).toISOString(),
        voters: draws.sample(voters.filter((voter) => voter !== author), votes),
        answer: answer ? { author: answer.by === 'host' ? facts.host : (facts.cohosts[0] ?? facts.host), body: answer.body, answeredAt: new Date(startMs + (number + 1) * 8 * 60_000).toISOString() } : null,
      })),
    };
  };
  return [
    sessionOf(0, {
      id: 'session-1', host: chief, cohosts: ['nathalie.brevent'], startMs: at(-21), openMs: at(-28), told: held,
      title: 'Une heure pour vos questions', description: 'Ce que nous préparons pour les six mois qui viennent, et ce que nous n’avons pas su expliquer. Posez vos questions dans votre langue.',
    }),
    sessionOf(1, {
      id: 'session-2', host: 'nathalie.brevent', cohosts: [], startMs: at(5), openMs: at(-3), told: collecting,
      title: 'La production, sans détour', description: 'Trois usines, une heure, vos questions. Je réponds à celles qui ont le plus de votes, et je finis les autres par écrit.',
    }),
  ];
}
