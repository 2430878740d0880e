import type { ImportedPerson } from '@parvis/people/server';
import { z } from 'zod';
import { comingDay, day, identifier, quoted, reasonOf, requiredText, text } from './field-rules.ts';

/** Columns of the HR export; the header names them, in any order. */
export const hrColumns = [
  'identifier', 'mail', 'givenName', 'surname', 'title', 'department', 'managerIdentifier', 'skills', 'location', 'hiredOn',
  'languages', 'askMeAbout', 'biography', 'awayFrom', 'awayUntil',
] as const;
export type HrColumn = (typeof hrColumns)[number];
export const requiredHrColumns: readonly HrColumn[] = ['identifier', 'surname'];

const maxWords = 30;
const line = (maxLength: number) => text(maxLength).transform((value) => value.replaceAll(/\s+/g, ' '));
/** Empty means that HR says nothing. */
const told = (maxLength: number) => line(maxLength).transform((value) => value || null);

/** Several in one cell, parted by `|`; each once, whatever its letter case. */
const words = text(5_000).transform((cell, context) => {
  const byFolded = new Map<string, string>();
  for (const word of cell.split('|').map((entry) => entry.replaceAll(/\s+/g, ' ').trim())) {
    if (word && !byFolded.has(word.toLowerCase())) byFolded.set(word.toLowerCase(), word);
  }
  const long = [...byFolded.values()].find((word) => word.length > 60);
  if (long) context.addIssue({ code: 'custom', message: 'has an entry of more than 60 characters' });
  if (byFolded.size > maxWords) context.addIssue({ code: 'custom', message: `has more than ${maxWords} entries` });
  return [...byFolded.values()];
});

const languages = words.transform((codes, context) => {
  try {
    return Intl.getCanonicalLocales(codes);
  } catch {
    context.addIssue({ code: 'custom', message: 'holds something other than language codes (use fr|en)' });
    return z.NEVER;
  }
});

const row = z.object({
  identifier,
  surname: requiredText(200).pipe(line(200)),
  givenName: told(200).default(null),
  mail: told(320).default(null),
  title: told(200).default(null),
  department: told(200).default(null),
  managerIdentifier: told(200).default(null),
  location: told(200).optional(),
  hiredOn: day.nullable().optional(),
  skills: words.optional(),
  askMeAbout: words.optional(),
  languages: languages.optional(),
  biography: text(2_000).optional(),
  awayFrom: comingDay.nullable().optional(),
  awayUntil: comingDay.nullable().optional(),
});

const dayColumns = ['hiredOn', 'awayFrom', 'awayUntil'] as const;

/** Reads the cells of one row, trimmed, by column. */
export function readHrRow(number: number, cells: Partial<Record<HrColumn, string>>): { person: ImportedPerson } | { reason: string } {
  const days = Object.fromEntries(dayColumns.filter((column) => cells[column] === '').map((column) => [column, null]));
  const result = row.safeParse({ ...cells, ...days });
  if (!result.success) return { reason: reasonOf(result.error, cells) };
  const { managerIdentifier, location, hiredOn, skills, askMeAbout, languages: spoken, biography, awayFrom, awayUntil, ...person } = result.data;
  const away = absenceOf(awayFrom, awayUntil);
  if (away && 'reason' in away) return away;
  return {
    person: {
      line: number,
      ...person,
      // Whoever leads the company is often written as their own manager.
      managerIdentifier: managerIdentifier === person.identifier ? null : managerIdentifier,
      ...(location !== undefined && { location }),
      ...(hiredOn !== undefined && { hiredOn }),
      ...(skills && { skills }),
      ...(askMeAbout && { askMeAbout }),
      ...(spoken && { languages: spoken }),
      ...(biography !== undefined && { biography }),
      ...(away !== undefined && { absence: away }),
    },
  };
}

/** Undefined: the file has no such columns. Null: the person is not away. Without a first day, the absence begins today. */
function absenceOf(from: string | null | undefined, until: string | null | undefined): { from: string; until: string } | { reason: string } | null | undefined {
  if (from === undefined && until === undefined) return undefined;
  if (!until) return from ? { reason: `awayFrom ${quoted(from)} has no awayUntil` } : null;
  const days = { from: from ?? new Date().toISOString().slice(0, 10), until };
  if (days.until >= days.from) return days;
  // An absence without a first day that is over says nothing any more.
  return from ? { reason: `awayUntil ${quoted(until)} is before awayFrom ${quoted(from)}` } : null;
}
