import type pg from 'pg';
import { webOperation } from '../../libs/identity/server/src/testing/web-operations.ts';
import type { Bench, BenchClass } from './bench.ts';
import type { Ask } from './measure.ts';

const few = 40;

/** The search page by several classes of words, and the box as one types. The words are taken from what the world says. */
export const searchBench: Bench = {
  name: 'search',
  async classes(client: pg.Client): Promise<BenchClass[]> {
    const page = webOperation('Search');
    const box = webOperation('QuickSearch');
    const searched = (texts: readonly string[], filter: (i: number) => object = () => ({})): Ask[] => texts.map((text, i) => ({ query: page, variables: { text, filter: filter(i), isExact: false } }));
    const words = await vocabulary(client);
    const { authors, communities } = await places(client);
    return [
      { name: 'frequent word', asks: searched(words.frequent) },
      { name: 'middling word', asks: searched(words.middling) },
      { name: 'rare word', asks: searched(words.rare) },
      { name: 'two words', asks: searched(words.frequent.map((word, i) => `${word} ${words.middling[i % words.middling.length]}`)) },
      { name: 'quoted phrase', asks: searched((await phrases(client)).map((phrase) => `"${phrase}"`)) },
      { name: 'misspelt word', asks: searched(words.middling.filter((word) => word.length >= 6).map(swapped)) },
      { name: 'no such word', asks: searched(words.rare.map((word) => `${word.slice(0, 3)}xqz${word.slice(3)}`)) },
      { name: 'by author', asks: searched(words.frequent, (i) => ({ authorId: authors[i % authors.length] })) },
      { name: 'in a community', asks: searched(words.frequent, (i) => ({ communityId: communities[i % communities.length] })) },
      { name: 'last month', asks: searched(words.middling, () => ({ from: new Date(Date.now() - 31 * 86_400_000).toISOString() })) },
      { name: 'as one types', asks: [...words.frequent, ...words.middling].flatMap((word) => [3, 5].map((length) => ({ query: box, variables: { text: word.slice(0, length) } }))) },
    ];
  },
};

/** Two letters in the middle take each other's place. */
const swapped = (word: string): string => {
  const at = Math.floor(word.length / 2);
  return `${word.slice(0, at - 1)}${word[at]}${word[at - 1]}${word.slice(at + 1)}`;
};

/** Words of more than 2 %, about 0.5 % and under 0.01 % of what is written, stop words apart. */
async function vocabulary(client: pg.Client): Promise<Record<'frequent' | 'middling' | 'rare', string[]>> {
  const between = async (least: number, most: number): Promise<string[]> => {
    const { rows } = await client.query<{ term: string }>(
      `SELECT term FROM search_term, (SELECT count(*) AS total FROM search_document) written
       WHERE documents >= $1::float8 * total AND documents <= greatest($2::float8 * total, 2) AND length(term) >= 5
         AND numnode(plainto_tsquery('french', term)) > 0 AND numnode(plainto_tsquery('english', term)) > 0 ORDER BY md5(term) LIMIT ${few}`,
      [least, most],
    );
    return rows.map(({ term }) => term);
  };
  const [frequent, middling, rare] = [await between(0.02, 1), await between(0.002, 0.008), await between(0, 0.0001)];
  return { frequent: frequent.length > 0 ? frequent : middling, middling, rare: rare.length > 0 ? rare : middling };
}

/** Three words that follow each other in a text, nothing but a space between them. */
async function phrases(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ phrase: string }>(
    `SELECT substring(text FROM '[[:alnum:]]{2,} [[:alnum:]]{4,} [[:alnum:]]{2,}') AS phrase FROM (SELECT text FROM post ORDER BY id DESC LIMIT 4000) recent ORDER BY md5(text) LIMIT ${2 * few}`,
  );
  return rows.flatMap(({ phrase }) => phrase ?? []).slice(0, few);
}

async function places(client: pg.Client): Promise<{ authors: string[]; communities: string[] }> {
  const { rows } = await client.query<{ author: string; community: string | null }>(`SELECT author_id AS author, community_id AS community FROM (SELECT * FROM post ORDER BY id DESC LIMIT 4000) recent ORDER BY md5(id::text) LIMIT 200`);
  return { authors: rows.map(({ author }) => author).slice(0, few), communities: rows.flatMap(({ community }) => community ?? []).slice(0, few) };
}
