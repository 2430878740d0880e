/** The parts of the facts, in the order in which they are read; their words are under `engagement.processing.sections`. */
export const outline = {
  register: [
    'activity', 'controller', 'officer', 'purposes', 'basis', 'people', 'acts', 'visits', 'standing', 'arrival', 'pulse', 'pulseOff', 'special', 'recipients', 'processors', 'transfers', 'durations', 'security',
    'automated',
  ],
  information: ['proportion', 'notice', 'council', 'gdpr', 'checks'],
  notice: ['what', 'who', 'kept', 'rights'],
  impact: ['scoring', 'decision', 'monitoring', 'sensitive', 'scale', 'matching', 'vulnerable', 'innovative', 'blocking'],
  risks: ['recognition', 'misuse', 'database', 'backups', 'answer', 'pressure', 'readers'],
  decisions: ['basis', 'group', 'pulse', 'roles', 'dates', 'rights', 'log', 'review'],
} as const;

export interface Section {
  name: string;
  title: string;
  intro: string | null;
  entries: { name: string; label: string | null; text: string }[];
}

/** What the server says holds. */
export interface Facts {
  min: string;
  floor: string;
  days: string;
  /** Of the anonymous question. */
  rest: string;
  answers: string;
  sentences: string;
  sentenceDays: string;
}

interface Words {
  t: (key: string, words: Record<string, string>) => string;
  has: (key: string) => boolean;
}

/** `isAsked`: whether the anonymous question is. */
export function sectionsOf({ t, has }: Words, facts: Facts, { isAsked }: { isAsked: boolean }): Section[] {
  const isTold = (entry: string) => entry !== (isAsked ? 'pulseOff' : 'pulse');
  return Object.entries(outline).map(([name, entries]) => {
    const key = `engagement.processing.sections.${name}`;
    const optional = (word: string) => (has(word) ? t(word, { ...facts }) : null);
    return {
      name,
      title: t(`${key}.title`, { ...facts }),
      intro: optional(`${key}.intro`),
      entries: entries.filter((entry) => name !== 'register' || isTold(entry)).map((entry) => ({ name: entry, label: optional(`${key}.entries.${entry}.label`), text: t(`${key}.entries.${entry}.text`, { ...facts }) })),
    };
  });
}

/** As plain text, to be pasted into whatever a company keeps its records in. */
export const plainText = (title: string, asOf: string, sections: readonly Section[]): string => [title, asOf, ...sections.map(sectionText)].join('\n\n') + '\n';

export function sectionText({ title, intro, entries }: Section): string {
  const lines = entries.map(({ label, text }) => (label === null ? `- ${text}` : `${label}\n${text}`));
  return [title.toUpperCase(), ...(intro === null ? [] : [intro]), ...lines].join('\n\n');
}

/** Parts of a text, of which those in brackets are for the company to complete. */
export const partsOf = (text: string): { text: string; isToComplete: boolean }[] =>
  text.split(/(\[[^\]]*\])/).filter((part) => part !== '').map((part) => ({ text: part, isToComplete: part.startsWith('[') }));
