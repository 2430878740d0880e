import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { PeopleMerge, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { Transactions } from '@parvis/platform/server';
import { domains } from './domains.ts';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start(domains);
});
afterAll(() => api.stop());

const body = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const post = async (by: PersonEntity, communityId: string) =>
  (await api.as(by).send<{ createPost: { id: string } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), communityId, body: body('Torque of the upper bearing') } })).createPost.id;
const comment = (by: PersonEntity, id: string) =>
  api.as(by).send('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'post', id }, body: body('Forty') } });
const follow = (by: PersonEntity, { id }: PersonEntity) => api.as(by).send('mutation ($id: ID!) { followPerson(id: $id) { id } }', { id });

/** Where the database still names somebody. What is about the past alone is not asked: the log, delivered events, and whoever counts as former. */
async function tracesOf(id: string): Promise<string[]> {
  const columns: { table: string; column: string; type: string }[] = await api.manager.query(
    `SELECT columns.table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND udt_name IN ('uuid', '_uuid') AND table_name NOT IN ('audit_entry', 'outbox_event')`,
  );
  const traces: string[] = [];
  for (const { table, column, type } of columns) {
    const rows: unknown[] = await api.manager.query(`SELECT 1 FROM "${table}" WHERE ${type === 'uuid' ? `"${column}" = $1` : `$1 = ANY("${column}")`} LIMIT 1`, [id]);
    if (rows.length > 0) traces.push(`${table}.${column}`);
  }
  return traces;
}

it('two people who became one are one in every domain', async () => {
  const [known, twin, colleague] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  const community = await aCommunity().animatedBy(colleague).with(known, twin).save(api.manager);
  const ids = [await post(twin, community.id), await post(known, community.id), await post(colleague, community.id)];
  for (const id of ids) for (const by of [known, twin, colleague]) await comment(by, id);
  await Promise.all([follow(colleague, known), follow(colleague, twin), follow(twin, known), follow(known, colleague), follow(twin, colleague)]);
  await api.settled();
  expect(await tracesOf(twin.id)).toEqual(expect.arrayContaining(['post.author_id', 'comment.author_id', 'membership.person_id', 'follow.follower_id', 'search_document.author_id', 'notification.actor_ids']));

  await api.app.get(Transactions).run((tx) => api.app.get(PeopleMerge, { strict: false }).merge(tx, { fromId: twin.id, intoId: known.id }));
  await api.settled();

  expect(await tracesOf(twin.id)).toEqual([]);
  const [counts] = await api.manager.query(
    `SELECT (SELECT count(*)::int FROM post WHERE author_id = $1) AS posts, (SELECT count(*)::int FROM comment WHERE author_id = $1) AS comments,
       (SELECT count(*)::int FROM membership WHERE person_id = $1) AS memberships, (SELECT count(*)::int FROM follow WHERE follower_id = $1 OR followee_id = $1) AS follows`,
    [known.id],
  );
  expect(counts).toEqual({ posts: 2, comments: 6, memberships: 1, follows: 2 });
});
