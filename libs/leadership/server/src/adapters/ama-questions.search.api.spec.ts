import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aSearch } from '@parvis/search/server/testing';
import type { AmaSessionEntity } from '../session/ama-session.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { anAmaSession } from '../testing/index.ts';

let api: TestApi;
let host: PersonEntity, asker: PersonEntity, stranger: PersonEntity;
let place: CommunityEntity, session: AmaSessionEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.dataSource.query('DELETE FROM search_document');
  host = await aPerson().being('executive').save(api.manager);
  [asker, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  place = await aCommunity().being('closed').with(host, asker).save(api.manager);
  session = await anAmaSession(host).in(place).being('live').save(api.manager);
});

const found = aSearch(() => api);
const search = (viewer: PersonEntity, text: string, variables = {}) => found.hits(viewer, text, { kinds: ['AMA_QUESTION', 'COMMENT'], ...variables });
const idsOf = async (viewer: PersonEntity, text: string, variables = {}) => (await search(viewer, text, variables)).map(({ id }) => id);
const send = async <T>(by: PersonEntity, mutation: string, type: string, input: object) => (await api.as(by).send<Record<string, T>>(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input }))[mutation] as T;
const ask = (text: string, of = session) => send<{ id: string }>(asker, 'askAmaQuestion', 'AskAmaQuestionInput', { key: randomUUID(), sessionId: of.id, text });
const answer = (questionId: string, text: string) => send(host, 'answerAmaQuestion', 'AnswerAmaQuestionInput', { key: randomUUID(), questionId, body: richTextOf(text) });
const comment = (id: string, text: string) => send<{ id: string }>(asker, 'addComment', 'AddCommentInput', { key: randomUUID(), subject: { type: 'ama-question', id }, body: richTextOf(text) });

describe('a question of a session', () => {
  it('is found by its words and by those of its answer, by whoever sees the session', async () => {
    const { id } = await ask('Quand ouvrira la turbine ?');
    expect(await search(asker, 'turbines')).toMatchObject([{ kind: 'AMA_QUESTION', id, targetId: id, title: 'Quand ouvrira la [turbine] ?', extract: '' }]);
    expect(await idsOf(asker, 'xylophone')).toEqual([]);
    await answer(id, 'Au printemps, avec un xylophone.');
    expect(await search(asker, 'xylophone')).toMatchObject([{ id, extract: 'Au printemps, avec un [xylophone].' }]);
    for (const words of ['turbines', 'xylophone']) expect(await idsOf(stranger, words)).toEqual([]);
  });

  it('to the company is found by everybody', async () => {
    const open = await anAmaSession(host).being('live').save(api.manager);
    const { id } = await ask('Une turbine pour tous ?', open);
    expect(await idsOf(stranger, 'turbine')).toEqual([id]);
  });

  it('is found as it reads now, and not any more when it is withdrawn', async () => {
    const { id } = await ask('Une turbine ?');
    await send(asker, 'editAmaQuestion', 'EditAmaQuestionInput', { id, text: 'Une chaudière ?' });
    expect([await idsOf(asker, 'turbine'), await idsOf(asker, 'chaudiere')]).toEqual([[], [id]]);
    await api.as(asker).send('mutation ($id: ID!) { withdrawAmaQuestion(id: $id) }', { id });
    expect(await idsOf(asker, 'chaudiere')).toEqual([]);
  });

  it('is found among what its author wrote, among what the answerer did, and within its community', async () => {
    const [answered, open] = [await ask('Une turbine neuve ?'), await ask('Une turbine usée ?')];
    await answer(answered.id, 'Oui.');
    expect((await idsOf(asker, 'turbine', { filter: { authorId: asker.id } })).toSorted()).toEqual([answered.id, open.id].toSorted());
    expect(await idsOf(asker, 'turbine', { filter: { authorId: host.id } })).toEqual([answered.id]);
    expect(await idsOf(asker, 'turbine', { filter: { communityId: place.id } })).toHaveLength(2);
    expect(await idsOf(asker, 'turbine', { filter: { communityId: (await aCommunity().with(asker).save(api.manager)).id } })).toEqual([]);
  });

  it('goes with its session into another community, and the comments under it', async () => {
    const { id } = await ask('Une turbine ?');
    const said = await comment(id, 'Une turbine, oui.');
    expect((await idsOf(asker, 'turbine', { filter: { communityId: place.id } })).toSorted()).toEqual([id, said.id].toSorted());
    const other = await aCommunity().being('closed').with(asker).save(api.manager);
    await api.dataSource.query('UPDATE ama_session SET community_id = $2 WHERE id = $1', [session.id, other.id]);
    expect(await idsOf(asker, 'turbine', { filter: { communityId: place.id } })).toEqual([]);
    expect((await idsOf(asker, 'turbine', { filter: { communityId: other.id } })).toSorted()).toEqual([id, said.id].toSorted());
    expect(await idsOf(host, 'turbine')).toEqual([]);
  });
});
