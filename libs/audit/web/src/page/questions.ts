/** What somebody asked of the indicators, as the audit log holds it. */
export interface Question {
  from: string;
  to: string;
  department: string | null;
  /** What else than the indicators; null: these. */
  about: string | null;
  byMonth: boolean;
  /** Further filters by their names. */
  filters: [name: string, value: string][];
}

interface Told {
  actor: string | null;
  hash: string;
  questions: Question[];
}

const known = new Set(['from', 'to', 'department', 'byMonth', 'about']);

/** What a line of the log tells of a reading. */
export function toldBy(line: string): Told {
  const { actor, hash, details } = JSON.parse(line) as { actor: string | null; hash: string; details: { questions?: Record<string, unknown>[] } };
  return { actor, hash, questions: (details.questions ?? []).map(questionOf) };
}

const questionOf = (told: Record<string, unknown>): Question => ({
  from: String(told['from']),
  to: String(told['to']),
  department: typeof told['department'] === 'string' ? told['department'] : null,
  about: typeof told['about'] === 'string' ? told['about'] : null,
  byMonth: told['byMonth'] === true,
  filters: Object.entries(told).flatMap(([name, value]) => (known.has(name) ? [] : [[name, String(value)] satisfies [string, string]])),
});

/** Whether it is about the same as the first question of the page: a comparison or a trend beside it. */
export const isOfSamePeople = (a: Question, b: Question): boolean => a.about === b.about && a.department === b.department && JSON.stringify(a.filters) === JSON.stringify(b.filters);

/** Somebody who was refused may have asked for what is no day. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
