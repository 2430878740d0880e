import type pg from 'pg';
import type { Bench, BenchClass } from './bench.ts';
import { expertsPage } from './experts/operations.ts';
import type { Ask } from './measure.ts';

const few = 40;

/** Who knows about something: questions as people have asked them, whole and by their titles, two words, and a hashtag. */
export const expertsBench: Bench = {
  name: 'experts',
  async classes(client: pg.Client): Promise<BenchClass[]> {
    const { rows } = await client.query<{ title: string; text: string; tags: string[] }>(
      `SELECT title, text, tags FROM (SELECT * FROM post WHERE kind = 'question' AND deleted_at IS NULL ORDER BY id DESC LIMIT 4000) asked ORDER BY md5(id::text) LIMIT ${few}`,
    );
    const asks = (texts: readonly string[], tags: readonly string[][] = []): Ask[] => texts.map((text, i) => ({ query: expertsPage, variables: { text, tags: tags[i] ?? [], first: 10 } }));
    const twoWords = rows.map(({ title }) => [...(title.match(/\p{L}{5,}/gu) ?? [])].sort((one, other) => other.length - one.length).slice(0, 2).join(' '));
    return [
      { name: 'a question', asks: asks(rows.map(({ title }) => title)) },
      { name: 'with its text', asks: asks(rows.map(({ text }) => text), rows.map(({ tags }) => tags)) },
      { name: 'two words', asks: asks(twoWords) },
      { name: 'a hashtag', asks: asks(rows.flatMap(({ tags }) => tags.slice(0, 1)).map((tag) => `#${tag}`)) },
    ];
  },
};
