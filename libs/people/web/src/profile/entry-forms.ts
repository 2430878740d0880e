/** What an entry is made of, as a form asks for it. All is text until it is sent. */
export interface EntryPart {
  key: string;
  kind: 'line' | 'text' | 'year' | 'url';
}

export interface EntryForm {
  name: 'projects' | 'certificates' | 'links';
  parts: readonly EntryPart[];
  most: number;
}

export const entryForms = {
  projects: {
    name: 'projects',
    most: 20,
    parts: [
      { key: 'name', kind: 'line' },
      { key: 'description', kind: 'text' },
      { key: 'startYear', kind: 'year' },
      { key: 'endYear', kind: 'year' },
      { key: 'url', kind: 'url' },
    ],
  },
  certificates: {
    name: 'certificates',
    most: 20,
    parts: [
      { key: 'name', kind: 'line' },
      { key: 'issuer', kind: 'line' },
      { key: 'year', kind: 'year' },
      { key: 'url', kind: 'url' },
    ],
  },
  links: {
    name: 'links',
    most: 20,
    parts: [
      { key: 'label', kind: 'line' },
      { key: 'url', kind: 'url' },
    ],
  },
} as const satisfies Record<string, EntryForm>;

type Draft = Record<string, string>;

export const blankEntry = ({ parts }: EntryForm): Draft => Object.fromEntries(parts.map(({ key }) => [key, '']));

export const draftsOf = <Entry extends object>(form: EntryForm, entries: readonly Entry[]): Draft[] =>
  entries.map((entry) => Object.fromEntries(form.parts.map(({ key }) => [key, String((entry as Record<string, unknown>)[key] ?? '')])));

/** What was left wholly blank is no entry. */
export const withoutBlanks = (drafts: readonly Draft[]): Draft[] => drafts.filter((draft) => Object.values(draft).some((text) => text.trim()));

/** As the server takes it; a year that is none becomes one that it refuses, at its field. */
export function entriesOf(form: EntryForm, drafts: readonly Draft[]): Record<string, string | number | null>[] {
  return drafts.map((draft) =>
    Object.fromEntries(form.parts.map(({ key, kind }) => [key, kind === 'year' ? yearOf(draft[key] ?? '') : (draft[key] ?? '')])),
  );
}

function yearOf(text: string): number | null {
  const year = text.trim();
  if (!year) return null;
  return /^\d{4}$/.test(year) ? Number(year) : 0;
}
