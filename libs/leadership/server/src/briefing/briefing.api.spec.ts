import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import type { PostEntity } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { testDomains } from '../testing/domains.ts';

const BRIEFING = '{ executiveBriefing { day items { id reasons isDone post { author { department } } } } }';
const ASIDE = 'mutation ($postId: ID!) { setBriefingItemAside(postId: $postId) }';
const REACT = 'mutation ($input: SetReactionInput!) { setReaction(input: $input) { subjectId } }';
const COMMENT = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }';

interface Item {
  id: string;
  reasons: string[];
  isDone: boolean;
}

let api: TestApi;
let executive: PersonEntity, employee: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person CASCADE');
  executive = await aPerson().being('executive').in('Finance').save(api.manager);
  employee = await aPerson().in('Production').save(api.manager);
});

const items = async (by = executive): Promise<Item[]> => (await api.as(by).send<{ executiveBriefing: { items: Item[] } }>(BRIEFING)).executiveBriefing.items;
const idsOf = async (): Promise<string[]> => (await items()).map(({ id }) => id);
const postOf = async (department: string, change: Partial<PostEntity> = {}, text = 'Something to tell.'): Promise<PostEntity> => {
  const post = await aPost().by(await aPerson().in(department).save(api.manager)).saying(text).save(api.manager);
  if (Object.keys(change).length > 0) await api.manager.update('post', post.id, change);
  return post;
};
const react = (by: PersonEntity, id: string) => api.as(by).send(REACT, { input: { subject: { type: 'post', id }, kind: 'THANKS' } });
const comment = (by: PersonEntity, id: string) => api.as(by).send(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id }, body: richTextOf('Well.') } });

describe('two minutes for the executive', () => {
  it('are the executive’s alone', async () => {
    const post = await postOf('Production');
    expect(await idsOf()).toEqual([post.id]);
    await expect(items(employee)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(employee).send(ASIDE, { postId: post.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.anonymous().send(BRIEFING)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('name the reasons: a question, a mention, a newcomer, no reaction, a department unheard', async () => {
    const question = await postOf('Production', { kind: 'question', title: 'Why?' });
    const mention = await postOf('Sales');
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: executive.id, label: executive.displayName } }] }] };
    await api.manager.query('UPDATE post SET body = $2 WHERE id = $1', [mention.id, body]);
    const newcomer = await postOf('Quality');
    await api.manager.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, now()::date - 10)`, [newcomer.authorId]);
    const heard = await postOf('Logistics');
    await comment(await aPerson().being('executive').save(api.manager), (await postOf('Logistics')).id);
    await react(employee, heard.id);

    const found = new Map((await items()).map(({ id, reasons }) => [id, reasons]));
    expect(found.get(question.id)).toEqual(['UNANSWERED', 'NO_REACTION', 'UNHEARD']);
    expect(found.get(mention.id)).toEqual(['MENTION', 'NO_REACTION', 'UNHEARD']);
    expect(found.get(newcomer.id)).toEqual(['NEWCOMER', 'NO_REACTION', 'UNHEARD']);
    expect(found.has(heard.id)).toBe(false);
  });

  it('leave out one’s own department, people who left, what was answered or set aside, and what is out of sight', async () => {
    await postOf('Finance');
    await aPost().by(await aPerson().in('Production').gone().save(api.manager)).save(api.manager);
    await aPost().by(employee).in(await aCommunity().being('closed').with(employee).save(api.manager)).save(api.manager);
    const [reacted, commented, aside, left] = [await postOf('Production'), await postOf('Sales'), await postOf('Quality'), await postOf('Logistics')];
    await react(executive, reacted.id);
    await comment(executive, commented.id);
    await expect(api.as(executive).send(ASIDE, { postId: aside.id })).resolves.toEqual({ setBriefingItemAside: aside.id });
    await api.as(executive).send(ASIDE, { postId: aside.id });
    expect(await idsOf()).toEqual([left.id]);

    for (const [postId, code] of [['1', 'ID_INVALID'], [randomUUID(), 'BRIEFING_POST_NOT_FOUND']]) await expect(api.as(executive).send(ASIDE, { postId })).rejects.toMatchObject({ code });
  });

  it('stay the same for the day: what is done is marked, nothing takes its place, and what is deleted is gone', async () => {
    const posts = [];
    for (let i = 0; i < 8; i += 1) posts.push(await postOf(`Department ${i % 4}`));
    const morning = await items();
    expect(morning).toHaveLength(5);
    expect(morning.every(({ isDone }) => !isDone)).toBe(true);

    const [first, second, third] = morning as [Item, Item, Item];
    await react(executive, first.id);
    await api.as(executive).send(ASIDE, { postId: second.id });
    await api.manager.update('post', third.id, { deletedAt: new Date() });
    await postOf('Another');
    const evening = await items();
    expect(evening.map(({ id }) => id)).toEqual(morning.map(({ id }) => id).filter((id) => id !== third.id));
    expect(evening.map(({ isDone }) => isDone)).toEqual([true, true, false, false]);

    await api.manager.query(`UPDATE briefing_item SET day = day - 1`);
    const next = await items();
    expect(next.map(({ id }) => id)).not.toEqual(expect.arrayContaining([first.id]));
    expect((await api.manager.query('SELECT DISTINCT day FROM briefing_item')).length).toBe(1);
  });

  it('are chosen once by two pages that open at the same time', async () => {
    for (let i = 0; i < 8; i += 1) await postOf(`Department ${i}`);
    const [one, two] = await Promise.all([items(), items()]);
    expect(two).toEqual(one);
    expect(one).toHaveLength(5);
  });

  it('may be nothing at all', async () => {
    expect(await items()).toEqual([]);
  });

  it('cost a fixed number of statements: the first time of the day, and again', async () => {
    await api.as(executive).send('{ viewer { roles } }');
    const costs = [];
    for (const number of [3, 12]) {
      await api.manager.query('DELETE FROM briefing_item');
      for (let i = 0; i < number; i += 1) await postOf(`Department ${i}`);
      costs.push([(await api.statementsOf(() => items())).length, (await api.statementsOf(() => items())).length]);
    }
    expect(costs).toEqual([[9, 3], [9, 3]]);
  });
});
