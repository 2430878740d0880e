import { z } from 'zod';

/** Rules for single fields. Their messages are what follows « field "value" » in a report. */

const dayMs = 86_400_000;
const firstInstant = Date.UTC(1990, 0, 1);
const instantForm = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const missing = (issue: { input?: unknown }): string => (issue.input === undefined || issue.input === null ? 'is missing' : 'is not a text');

/** PostgreSQL takes neither NUL nor halves of characters. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

export const text = (maxLength: number) =>
  z
    .string({ error: missing })
    .max(maxLength, `is longer than ${maxLength.toLocaleString('en')} characters`)
    .refine(isStorable, 'holds a character that cannot be stored (NUL or half of a surrogate pair)');

export const requiredText = (maxLength: number) => text(maxLength).refine((value) => value.trim() !== '', 'is empty');

/** How something or somebody is called outside. */
export const identifier = requiredText(200);

export const flag = z.boolean({ error: 'is not true or false' });

export const listOf = <Schema extends z.ZodType>(entry: Schema, most: number) =>
  z.array(entry, { error: (issue) => (issue.input === undefined || issue.input === null ? 'is missing' : 'is not a list') }).max(most, `has more than ${most} entries`);

/** Fields within a field. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape, { error: 'is not a JSON object' });

export const choice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, { error: (issue) => (issue.input === undefined || issue.input === null ? 'is missing' : `is not one of ${choices.join(', ')}`) });

const isCalendarDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const yearMs = 366 * dayMs;

const instantUntil = (mostAheadMs: number, tooLate: string) => z.string({ error: missing }).transform((value, context) => {
  const refuse = (message: string): never => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const match = instantForm.exec(value);
  if (!match) return refuse('is not an instant (use 2024-05-31T08:30:00Z)');
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] = match;
  const zoneWithColon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zoneWithColon}`);
  if (Number.isNaN(time) || !isCalendarDay(Number(year), Number(month), Number(day))) return refuse('is not an instant (use 2024-05-31T08:30:00Z)');
  if (time < firstInstant) return refuse('is before 1990');
  if (time > Date.now() + mostAheadMs) return refuse(tooLate);
  return new Date(time).toISOString();
});

/** An ISO 8601 instant at which something was done, given back in the one form that everybody reads alike; UTC when it names no zone. */
export const instant = instantUntil(dayMs, 'is in the future');

/** An instant that may be to come: when something begins, or ends. */
export const comingInstant = instantUntil(10 * yearMs, 'is more than ten years ahead');

const dayUntil = (mostAheadMs: number, tooLate: string) => z.string({ error: missing }).superRefine((value, context) => {
  const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
  const [, year, month, dayOfMonth] = dayForm.exec(value) ?? [];
  if (!year || !isCalendarDay(Number(year), Number(month), Number(dayOfMonth))) return refuse('is not a date (use YYYY-MM-DD)');
  if (Number(year) < 1900) return refuse('is before 1900');
  if (Date.parse(value) > Date.now() + mostAheadMs) refuse(tooLate);
});

/** A day of the calendar that has come. */
export const day = dayUntil(dayMs, 'is in the future');

/** A day that may be to come. */
export const comingDay = dayUntil(3 * yearMs, 'is more than three years ahead');

/** One clause on the first fault: `hiredOn "31/02/2020" is not a date (use YYYY-MM-DD)`. */
export function reasonOf(error: z.ZodError, input: unknown): string {
  const [issue] = error.issues;
  if (!issue) return 'is not valid';
  let value = input;
  for (const key of issue.path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  const [field, ...rest] = issue.path;
  const place = `${String(field ?? 'the line')}${rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`;
  return value === undefined || value === null || value === '' || field === undefined ? `${place} ${issue.message}` : `${place} ${quoted(value)} ${issue.message}`;
}

/** As JSON writes it, which also keeps control characters off the terminal. */
export function quoted(value: unknown): string {
  const json = (JSON.stringify(value) ?? String(value)).replaceAll(/[\u007f-\u009f]/g, '\ufffd');
  return json.length > 80 ? `${json.slice(0, 77).toWellFormed()}…` : json;
}
