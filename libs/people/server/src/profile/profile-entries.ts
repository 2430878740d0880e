import { limited, platformErrors, requiredLine } from '@parvis/platform/server';
import { peopleErrors } from '../people.errors.ts';

/** Something that somebody worked on. */
export interface Project {
  name: string;
  description: string;
  startYear: number | null;
  endYear: number | null;
  url: string | null;
}

/** Something that somebody was examined in. */
export interface Certificate {
  name: string;
  issuer: string;
  year: number | null;
  url: string | null;
}

export interface ProfileLink {
  label: string;
  url: string;
}

type Told<Entry> = { [Key in keyof Entry]?: Entry[Key] | null | undefined };

export const maxEntries = 20;
const maxName = 120;
const maxDescription = 400;
const maxUrl = 500;
const firstYear = 1940;
/** A project may be planned, a certificate hardly. */
const yearsAhead = 10;

/** Field of an entry, as pages find it: `projects.2.url`. */
const place = (list: string, index: number, key: string): string => `${list}.${index}.${key}`;

/** Errors: TEXT_REQUIRED, TEXT_TOO_LONG, YEAR_INVALID, YEARS_REVERSED, LINK_INVALID, TOO_MANY_ITEMS; the field is `projects.<index>.<key>`. */
export function checkedProjects(told: readonly Told<Project>[]): Project[] {
  return checkedList('projects', told, (entry, at) => {
    const startYear = checkedYear(at('startYear'), entry.startYear);
    const endYear = checkedYear(at('endYear'), entry.endYear);
    if (startYear !== null && endYear !== null && endYear < startYear) throw peopleErrors.yearsReversed(at('endYear'));
    return { name: requiredLine(at('name'), line(entry.name), maxName), description: text(at('description'), entry.description, maxDescription), startYear, endYear, url: checkedUrl(at('url'), entry.url) };
  });
}

/** Errors: TEXT_REQUIRED, TEXT_TOO_LONG, YEAR_INVALID, LINK_INVALID, TOO_MANY_ITEMS; the field is `certificates.<index>.<key>`. */
export function checkedCertificates(told: readonly Told<Certificate>[]): Certificate[] {
  return checkedList('certificates', told, (entry, at) => ({
    name: requiredLine(at('name'), line(entry.name), maxName),
    issuer: text(at('issuer'), line(entry.issuer), maxName),
    year: checkedYear(at('year'), entry.year),
    url: checkedUrl(at('url'), entry.url),
  }));
}

/** A link without a label is called by its site. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, LINK_INVALID, TOO_MANY_ITEMS; the field is `links.<index>.<key>`. */
export function checkedLinks(told: readonly Told<ProfileLink>[]): ProfileLink[] {
  return checkedList('links', told, (entry, at) => {
    const url = checkedUrl(at('url'), entry.url);
    if (url === null) throw platformErrors.textRequired(at('url'));
    return { label: text(at('label'), line(entry.label), maxName) || new URL(url).hostname, url };
  });
}

/** JSON in PostgreSQL takes no half characters. */
const text = (field: string, told: string | null | undefined, max: number): string => limited(field, (told ?? '').toWellFormed(), max);
const line = (told: string | null | undefined): string => (told ?? '').toWellFormed().replace(/\s+/g, ' ');

function checkedList<Entry, Checked>(list: string, told: readonly Entry[], check: (entry: Entry, at: (key: string) => string) => Checked): Checked[] {
  if (told.length > maxEntries) throw platformErrors.tooManyItems(list, maxEntries);
  return told.map((entry, index) => check(entry, (key) => place(list, index, key)));
}

function checkedYear(field: string, year: number | null | undefined): number | null {
  if (year === null || year === undefined) return null;
  if (!Number.isInteger(year) || year < firstYear || year > new Date().getUTCFullYear() + yearsAhead) throw peopleErrors.yearInvalid(field, firstYear);
  return year;
}

/** An address that a browser opens as a page, as the standard writes it; null when empty. A name and password in it would be shown to all. */
function checkedUrl(field: string, told: string | null | undefined): string | null {
  const address = text(field, told, maxUrl);
  if (!address) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPage = url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname !== '' && !url.username && !url.password && url.href.length <= 2 * maxUrl;
  if (!isPage) throw peopleErrors.linkInvalid(field);
  return url.href;
}
