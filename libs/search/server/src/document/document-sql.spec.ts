import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { dayMs, newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '../search.domain.ts';
import type { DocumentSource } from '../search-source.ts';
import { rankedSql } from './document-sql.ts';

const now = new Date('2026-11-22T12:00:00Z');
const hidden = newId();
const source = { kind: 'probe', visibleTo: (id: string, viewer: string) => `(${id} <> '${hidden}' AND ${viewer} IS NOT NULL)` } as unknown as DocumentSource;

let api: TestApi;
/** Who reads: one who is in the closed community, and one who is in none. */
let [member, outsider] = ['', ''];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, searchDomain]);
  const [reading, other] = [await aPerson().save(api.manager), await aPerson().save(api.manager)];
  [member, outsider] = [reading.id, other.id];
  const secret = await aCommunity().being('closed').with(reading).save(api.manager);
  const put = (daysAgo: number, text: string, { id = newId(), kind = 'probe', facet = null as string | null, place = null as string | null } = {}): Promise<unknown> =>
    api.manager.query(`SELECT search_put($1, $2, $3, NULL, $4, $5, NULL, $6)`, [kind, id, facet, place, new Date(now.getTime() - daysAgo * dayMs), text]);
  for (let day = 0; day < 400; day += 1) await put(day, `bonjour ${day % 100 === 19 ? 'xylophone' : ''} ${day < 5 ? 'hier' : ''}`, { facet: day % 2 ? 'odd' : null });
  for (let day = 0; day < 60; day += 1) await Promise.all(Array.from({ length: 6 }, () => put(day, 'encore')));
  // In fashion once: too many to be read at once.
  await api.manager.query(`SELECT search_put('probe', gen_random_uuid(), NULL, NULL, NULL, $1::timestamptz - day * interval '1 day', NULL, 'zorglub') FROM generate_series(201, 300) day, generate_series(1, 21)`, [now]);
  // More than are read for the order of their words, with what has the right order among them and beyond them.
  await api.manager.query(`SELECT search_put('probe', gen_random_uuid(), NULL, NULL, NULL, $1::timestamptz - day * interval '1 day', NULL, 'gauche milieu droite') FROM generate_series(101, 160) day, generate_series(1, 100)`, [now]);
  await put(2, 'droite milieu gauche');
  await put(390, 'droite milieu gauche');
  await put(40, 'xylophone hidden', { id: hidden });
  await put(40, 'xylophone secret', { place: secret.id });
  await put(40, 'xylophone of another kind', { kind: 'other' });
});
afterAll(() => api.stop());

interface Asked {
  word: string;
  loose?: string;
  facet?: string;
  from?: number;
  until?: number;
  most?: number;
  viewer?: () => string;
}

/** How many days ago what is found was written, the newest first. */
async function found({ word, loose, facet, from, until, most = 500, viewer = () => outsider }: Asked): Promise<number[]> {
  const ago = (days: number | undefined) => (days === undefined ? null : new Date(now.getTime() - days * dayMs));
  const rows: { written_at: Date }[] = await api.manager.query(rankedSql(source, false), [
    viewer(), word, facet ? [`facet ${facet}`] : [], ago(from), ago(until), now, null, null, 1_000, most, loose ?? null,
  ]);
  return rows.map(({ written_at }) => Math.round((now.getTime() - written_at.getTime()) / dayMs)).toSorted((a, b) => a - b);
}

const days = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

it.each<{ what: string; asked: Asked; expected: number[] }>([
  { what: 'a rare word', asked: { word: 'xylophon' }, expected: [19, 119, 219, 319] },
  { what: 'one of the last weeks alone', asked: { word: 'hier' }, expected: [0, 1, 2, 3, 4] },
  { what: 'a word that is written nowhere', asked: { word: 'quaternion' }, expected: [] },
  { what: 'the newest of a middling word', asked: { word: 'bonjour', most: 40 }, expected: days(0, 39) },
  { what: 'all of a middling word', asked: { word: 'bonjour' }, expected: days(0, 399) },
  { what: 'all of a frequent word', asked: { word: 'encor' }, expected: days(0, 59).flatMap((day) => Array.from({ length: 6 }, () => day)) },
  { what: 'the newest of a frequent word', asked: { word: 'encor', most: 180 }, expected: days(0, 29).flatMap((day) => Array.from({ length: 6 }, () => day)) },
  { what: 'the newest of a word that was frequent once', asked: { word: 'zorglub', most: 42 }, expected: [201, 202].flatMap((day) => Array.from({ length: 21 }, () => day)) },
  { what: 'a phrase', asked: { word: `'bonjour' <-> 'xylophon'`, loose: `'bonjour' & 'xylophon'` }, expected: [19, 119, 219, 319] },
  { what: 'a phrase that nobody wrote, of words that stand together', asked: { word: `'xylophon' <5> 'bonjour'`, loose: `'xylophon' & 'bonjour'` }, expected: [] },
  { what: 'a phrase of words that stand together everywhere, among the newest alone', asked: { word: `'droit' <-> 'milieu'`, loose: `'droit' & 'milieu'` }, expected: [2] },
  { what: 'a facet', asked: { word: 'xylophon', facet: 'odd' }, expected: [19, 119, 219, 319] },
  { what: 'a facet that it has not', asked: { word: 'xylophon', facet: 'even' }, expected: [] },
  { what: 'a period', asked: { word: 'xylophon', from: 250, until: 30 }, expected: [119, 219] },
  { what: 'a short period of a middling word', asked: { word: 'bonjour', from: 250.5, until: 240.5 }, expected: days(241, 250) },
  { what: 'what stands in a community that may be read', asked: { word: 'xylophon', viewer: () => member, until: 30 }, expected: [40, 119, 219, 319] },
])('$what', async ({ asked, expected }) => {
  expect(await found(asked)).toEqual(expected);
});
