import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { comment, startTalk } from '../testing/talk-api.ts';

const SET = `mutation ($input: SetReactionInput!) { setReaction(input: $input) { subjectId } }`;
const who = `reactors(first: $first, after: $after, kind: $kind) { edges { node { kind person { id } } } pageInfo { hasNextPage endCursor } }`;
const OF_SUBJECT = `query ($id: ID!, $first: Int! = 20, $after: String, $kind: ReactionKind) { conversationOf(id: $id) { ${who} } }`;
const OF_COMMENT = `query ($id: ID!, $first: Int! = 20, $after: String, $kind: ReactionKind) { conversationOf: comment(id: $id) { ${who} } }`;

interface Reactors {
  edges: { node: { kind: string; person: { id: string } } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let api: TestApi;

beforeAll(async () => void (api = await startTalk()));
afterAll(() => api.stop());

it('those who reacted are shown to those who see the subject or the comment, by kind and page by page, and to nobody else', async () => {
  const [ana, bea, cleo, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  const secret = await aCommunity().being('secret').with(ana, bea, cleo).save(api.manager);
  const said = await comment(api, ana, secret);
  const react = (by: PersonEntity, kind: string, subject: object) => api.as(by).send(SET, { input: { subject, kind } });
  for (const subject of [{ type: 'community', id: secret.id }, { type: 'comment', id: said.id }]) {
    await react(ana, 'THANKS', subject);
    await react(bea, 'AGREE', subject);
    await react(cleo, 'THANKS', subject);
  }

  for (const [query, id] of [[OF_SUBJECT, secret.id], [OF_COMMENT, said.id]] as const) {
    const read = async (viewer: PersonEntity, page = {}) => (await api.as(viewer).send<{ conversationOf: { reactors: Reactors } | null }>(query, { id, ...page })).conversationOf?.reactors;
    const idsOf = (reactors: Reactors | undefined) => reactors?.edges.map(({ node }) => node.person.id) ?? [];

    expect((await read(bea))?.edges.map(({ node }) => [node.person.id, node.kind])).toEqual([[cleo.id, 'THANKS'], [bea.id, 'AGREE'], [ana.id, 'THANKS']]);
    expect(idsOf(await read(bea, { kind: 'THANKS' }))).toEqual([cleo.id, ana.id]);
    const first = await read(bea, { first: 2 });
    expect(idsOf(await read(bea, { first: 2, after: first?.pageInfo.endCursor }))).toEqual([ana.id]);
    expect(idsOf(await read(stranger))).toEqual([]);
    await expect(read(bea, { after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
    await expect(read(bea, { kind: 'LOVE' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(api.anonymous().send(query, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
});
