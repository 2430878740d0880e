import type pg from 'pg';
import { webOperation } from '../../libs/identity/server/src/testing/web-operations.ts';
import type { Bench, BenchClass } from './bench.ts';
import type { Ask } from './measure.ts';

const few = 40;

/** The pages that people open most: the feed in its orders, a community's, a thread, the executive's two minutes. */
export const feedBench: Bench = {
  name: 'feed',
  async classes(client: pg.Client): Promise<BenchClass[]> {
    const places = await samples(client);
    const feed = (source: string, order = 'NEWEST'): Ask[] => [{ query: webOperation('Feed'), variables: { source, order } }];
    const each = (operation: string, name: string, values: readonly string[]): Ask[] => values.map((value) => ({ query: webOperation(operation), variables: { [name]: value } }));
    return [
      { name: 'my feed', asks: feed('FOLLOWING') },
      { name: 'what I missed', asks: feed('FOLLOWING', 'MISSED') },
      { name: 'everything', asks: feed('ALL') },
      { name: 'leadership', asks: feed('LEADERSHIP') },
      { name: 'a community', asks: each('CommunityPosts', 'id', places.communities) },
      { name: 'a thread', asks: each('PostPage', 'id', places.posts) },
      { name: 'a hashtag', asks: each('TagFeed', 'tag', places.tags) },
      { name: 'questions', asks: [{ query: webOperation('Questions'), variables: { unanswered: true } }] },
      { name: 'two minutes', role: 'executive', asks: [{ query: webOperation('ExecutiveBriefing'), variables: {} }] },
    ];
  },
};

/** Open communities, posts that were talked about, frequent hashtags. */
async function samples(client: pg.Client): Promise<Record<'communities' | 'posts' | 'tags', string[]>> {
  const values = async (sql: string): Promise<string[]> => (await client.query<{ value: string }>(`${sql} LIMIT ${few}`)).rows.map(({ value }) => value);
  return {
    communities: await values(`SELECT id AS value FROM community WHERE visibility = 'open' ORDER BY md5(id::text)`),
    posts: await values(`SELECT post.id AS value FROM (SELECT subject_id, count(*) FROM (SELECT * FROM comment ORDER BY id DESC LIMIT 20000) recent GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 400) talk
      JOIN post ON post.id = talk.subject_id JOIN community place ON place.id = post.community_id WHERE place.visibility = 'open'`),
    tags: await values(`SELECT tag AS value FROM (SELECT unnest(tags) AS tag FROM (SELECT tags FROM post ORDER BY id DESC LIMIT 20000) recent) used GROUP BY tag ORDER BY count(*) DESC, tag`),
  };
}
