import { IANAZone } from 'luxon';
import { z } from 'zod';
import { choice, group, identifier, listOf, requiredText, text } from './field-rules.ts';

/** What a line of the history may tell of what somebody says of themselves: the limits are those of the profile. */

const profileFields = ['biography', 'languages', 'skills', 'askMeAbout', 'workingTime', 'absence', 'projects', 'certificates', 'links', 'hobbies'] as const;
const maxWords = 30;
const maxEntries = 20;
const firstYear = 1940;
const lastYear = (): number => new Date().getUTCFullYear() + 10;

const word = requiredText(60).transform((value) => value.trim().replaceAll(/\s+/g, ' '));
const words = listOf(word, maxWords).transform((values) => [...new Set(values)]);
const name = requiredText(120).trim();
const year = z
  .int({ error: 'is not a year' })
  .refine((value) => value >= firstYear && value <= lastYear(), `is not a year from ${firstYear} on`)
  .nullish()
  .transform((value) => value ?? null);

const isPage = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && hostname !== '' && !username && !password;
};
const page = text(500)
  .refine(isPage, 'is not the address of a page (https://… or http://…)')
  .transform((address) => new URL(address).href);
const pageOrNone = page.nullish().transform((address) => address ?? null);

const language = text(20).transform((code, context) => {
  try {
    const [canonical] = Intl.getCanonicalLocales(code.trim());
    if (canonical) return canonical;
  } catch {
    // Falls through to the refusal.
  }
  context.addIssue({ code: 'custom', message: 'is not a language (BCP 47, such as fr or en-GB)' });
  return z.NEVER;
});

const line = (max: number) => text(max).nullish().transform((value) => value?.trim() ?? '');
const project = group({ name, description: line(400), startYear: year, endYear: year, url: pageOrNone }).refine(
  ({ startYear, endYear }) => startYear === null || endYear === null || endYear >= startYear,
  { path: ['endYear'], message: 'is before startYear' },
);
const certificate = group({ name, issuer: line(120), year, url: pageOrNone });
const link = group({ label: line(120), url: page }).transform(({ label, url }) => ({ label: label || new URL(url).hostname, url }));
const skill = group({ name: word, level: choice(['learning', 'using', 'fluent', 'helping']).nullish() });

export const profileLine = z.object({
  type: z.literal('profile'),
  person: identifier,
  biography: text(2_000).trim().nullish(),
  languages: listOf(language, maxWords).nullish(),
  askMeAbout: words.nullish(),
  skills: listOf(skill, maxWords).nullish(),
  projects: listOf(project, maxEntries).nullish(),
  certificates: listOf(certificate, maxEntries).nullish(),
  links: listOf(link, maxEntries).nullish(),
  hobbies: words.nullish(),
  workingDays: listOf(z.int({ error: 'is not a day of the week (1 is Monday, 7 Sunday)' }).min(1, 'is less than 1').max(7, 'is more than 7'), 7)
    .transform((days) => [...new Set(days)].sort())
    .nullish(),
  timeZone: text(60).refine((zone) => IANAZone.isValidZone(zone), 'is not a name of the IANA time zone database').nullish(),
  visibility: z.partialRecord(z.enum(profileFields), choice(['everyone', 'department', 'communities', 'nobody']), { error: 'is not a JSON object of the fields of a profile' }).nullish(),
});
