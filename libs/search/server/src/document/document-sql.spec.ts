import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { identityDomain } from '@parvis/identity/server';
import { TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { dayMs, newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '../search.domain.ts';
import type { DocumentSource } from '../search-source.ts';
import { rankedSql } from './document-sql.ts';

const now = new Date('2026-11-22T12:00:00Z');
const [hidden, secret] = [newId(), newId()];
const source = { kind: 'probe', visibleTo: (id: string, viewer: string) => `(${id} <> '${hidden}' AND ${viewer} IS NOT NULL)` } as unknown as DocumentSource;

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, searchDomain]);
  const put = (daysAgo: number, text: string, { id = newId(), kind = 'probe', facet = null as string | null, place = null as string | null } = {}): Promise<unknown> =>
    api.manager.query(`SELECT search_put($1, $2, $3, NULL, $4, $5, NULL, $6)`, [kind, id, facet, place, new Date(now.getTime() - daysAgo * dayMs), text]);
  for (let day = 0; day < 60; day += 1) await put(day, `bonjour ${day % 20 === 19 ? 'xylophone' : ''} ${day < 5 ? 'hier' : ''}`, { facet: day % 2 ? 'odd' : null });
  await put(40, 'xylophone hidden', { id: hidden });
  await put(40, 'xylophone secret', { place: secret });
  await put(40, 'xylophone of another kind', { kind: 'other' });
});
afterAll(() => api.stop());

interface Asked {
  word: string;
  facet?: string;
  from?: number;
  until?: number;
  most?: number;
  readable?: string[];
}

/** How many days ago what is found was written, in the order of the answer. */
async function found({ word, facet, from, until, most = 500, readable = [] }: Asked, isRare: boolean): Promise<number[]> {
  const ago = (days: number | undefined) => (days === undefined ? null : new Date(now.getTime() - days * dayMs));
  const rows: { written_at: Date }[] = await api.manager.query(rankedSql(source, false), [
    newId(), `'${word}'`, readable, facet ? [`facet ${facet}`] : [], ago(from), ago(until), now, null, null, 1_000, most, isRare,
  ]);
  return rows.map(({ written_at }) => Math.round((now.getTime() - written_at.getTime()) / dayMs));
}

it.each<{ what: string; asked: Asked; days: number[] }>([
  { what: 'a rare word', asked: { word: 'xylophon' }, days: [19, 39, 59] },
  { what: 'one of the last weeks alone', asked: { word: 'hier' }, days: [0, 1, 2, 3, 4] },
  { what: 'a word that is written nowhere', asked: { word: 'quaternion' }, days: [] },
  { what: 'a frequent word, the newest only', asked: { word: 'bonjour', most: 4 }, days: [0, 1, 2, 3] },
  { what: 'all of a frequent word', asked: { word: 'bonjour' }, days: Array.from({ length: 60 }, (_, day) => day) },
  { what: 'a facet', asked: { word: 'xylophon', facet: 'odd' }, days: [19, 39, 59] },
  { what: 'a facet that it has not', asked: { word: 'xylophon', facet: 'even' }, days: [] },
  { what: 'a period', asked: { word: 'xylophon', from: 50, until: 30 }, days: [39] },
  { what: 'a period before the last weeks', asked: { word: 'xylophon', until: 50 }, days: [59] },
  { what: 'what stands in a community that may be read', asked: { word: 'xylophon', readable: [secret], until: 30 }, days: [39, 40, 59] },
])('$what: the same whether weeks are walked or all is looked up', async ({ asked, days }) => {
  for (const isRare of [false, true]) expect((await found(asked, isRare)).toSorted((a, b) => a - b)).toEqual(days);
});
