import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { feedDomain } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { importStarterSkills, peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { Lexicon, searchDomain } from '@parvis/search/server';
import { expertsDomain } from '../experts.domain.ts';
import { ExpertPreferenceQuery } from './expert-preference.query.ts';

let api: TestApi;
let asker: PersonEntity, zoe: PersonEntity, paul: PersonEntity;
let machineLearning: string;

interface Preferences {
  isNeverProposed: boolean;
  pace: string;
  topics: { words: string; tag: string | null; skill: { en: string } | null }[];
}
const parts = 'isNeverProposed pace topics { words tag skill { en } }';
const own = async (viewer: PersonEntity) => (await api.as(viewer).send<{ expertPreferences: Preferences }>(`{ expertPreferences { ${parts} } }`)).expertPreferences;
const CHANGE = `mutation ($input: ChangeExpertPreferencesInput!) { changeExpertPreferences(input: $input) { ${parts} } }`;
const change = async (viewer: PersonEntity, input: object) => (await api.as(viewer).send<{ changeExpertPreferences: Preferences }>(CHANGE, { input })).changeExpertPreferences;
const refuse = (...words: string[]) => change(zoe, { topics: words.map((each) => ({ words: each })) });
const FIND = `query ($text: String!, $tags: [String!]! = [], $asOf: DateTime) { experts(text: $text, tags: $tags, asOf: $asOf) { person { displayName } } }`;
const names = async (text: string, variables = {}) =>
  (await api.as(asker).send<{ experts: { person: { displayName: string } }[] }>(FIND, { text, ...variables })).experts.map(({ person }) => person.displayName).sort();
const both = ['Paul Hubert', 'Zoé Martin'];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, expertsDomain]);
  const person = (name: string) => aPerson().named(name).save(api.manager);
  [asker, zoe, paul] = [await person('Inês Carvalho'), await person('Zoé Martin'), await person('Paul Hubert')];
  await importStarterSkills(api.manager, [{ fr: ['apprentissage automatique', 'apprentissage machine'], en: ['machine learning'] }]);
  [{ id: machineLearning }] = await api.manager.query(`SELECT skill_id AS id FROM skill_label WHERE label = 'machine learning'`);
  for (const author of [zoe, paul]) {
    await aPost().by(author).saying('Étalonner un télémètre à ultrasons demande une cale. #metrology').save(api.manager);
    await aPost().by(author).saying('Machine learning and apprentissage machine on the sensors of our télémètres.').save(api.manager);
  }
  await api.app.get(Lexicon, { strict: false }).settled();
});
afterAll(() => api.stop());
beforeEach(() => change(zoe, { isNeverProposed: false, pace: 'USUAL', topics: [] }));

describe('what a person accepts to be asked', () => {
  it('is everything at the usual pace, until they say otherwise, and then what they said', async () => {
    expect(await own(paul)).toEqual({ isNeverProposed: false, pace: 'USUAL', topics: [] });
    const said = { isNeverProposed: true, pace: 'RARE', topics: [{ words: 'Machine learning', tag: null, skill: { en: 'machine learning' } }, { words: 'Metrology', tag: 'metrology', skill: null }] };
    expect(await change(zoe, { isNeverProposed: true, pace: 'RARE', topics: [{ words: ' Machine  learning' }, { words: '#Metrology' }, { words: ' ' }, { words: 'metrology' }] })).toEqual(said);
    expect(await change(zoe, { isNeverProposed: null })).toEqual(said);
    expect(await own(zoe)).toEqual(said);
    expect(await own(paul)).toEqual({ isNeverProposed: false, pace: 'USUAL', topics: [] });
    await expect(api.anonymous().send(CHANGE, { input: { isNeverProposed: true } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['words that are too long', () => [{ words: 'x'.repeat(61) }], 'TEXT_TOO_LONG'],
    ['empty words', () => [{ words: 'avec the' }], 'EXPERT_TOPIC_TOO_VAGUE'],
    ['signs', () => [{ words: '🙂 !' }], 'EXPERT_TOPIC_TOO_VAGUE'],
    ['more than twenty', () => Array.from({ length: 21 }, (_, i) => ({ words: `topic ${i}` })), 'TOO_MANY_ITEMS'],
    ['a skill that is none', () => [{ words: 'Raku', skillId: newId() }], 'SKILL_NOT_FOUND'],
    ['no id', () => [{ words: 'Raku', skillId: 'x' }], 'ID_INVALID'],
  ])('refuses topics of %s, and stays as it was', async (_what, topics, code) => {
    await refuse('télémètres');
    await expect(change(zoe, { isNeverProposed: true, topics: topics() })).rejects.toMatchObject({ code, field: 'topics' });
    expect(await own(zoe)).toMatchObject({ isNeverProposed: false, topics: [{ words: 'télémètres' }] });
  });
});

describe('finding who knows', () => {
  it('leaves out whoever wants to be asked nothing, at any moment, for everybody', async () => {
    expect(await names('étalonner un télémètre')).toEqual(both);
    await change(zoe, { isNeverProposed: true });
    expect(await names('étalonner un télémètre')).toEqual(['Paul Hubert']);
    expect(await names('étalonner un télémètre', { asOf: new Date(Date.now() + 1000).toISOString() })).toEqual(['Paul Hubert']);
  });

  it.each([
    ['its words, whatever their endings', 'Télémètre ultrason', 'étalonner les télémètres à ultrasons ?', {}],
    ['a word with another accent', 'telemetre', 'un télémètre', {}],
    ['a skill in the other language', 'machine learning', 'apprentissages automatiques sur un télémètre', {}],
    ['a skill by a synonym', 'machine learning', 'apprentissage machine sur un télémètre', {}],
    ['a hashtag in the text', '#metrology', 'télémètre #Metrology', {}],
    ['a hashtag beside it', '#metrology', 'télémètre', { tags: ['#Metrology'] }],
    ['words that are a hashtag beside it', 'metrology', 'télémètre', { tags: ['Metrology'] }],
  ])('leaves somebody out on a topic of theirs: %s', async (_how, topic, text, variables) => {
    expect(await names(text, variables)).toEqual(both);
    await refuse('poterie raku', topic);
    expect(await names(text, variables)).toEqual(['Paul Hubert']);
  });

  it.each([
    ['one word of two is not the topic', 'télémètre laser', 'étalonner un télémètre'],
    ['another hashtag', '#metrology-lab', 'télémètre #metrology'],
    ['another subject', 'machine learning', 'étalonner un télémètre'],
  ])('goes on to propose them for anything else: %s', async (_how, topic, text) => {
    await refuse(topic);
    expect(await names(text)).toEqual(both);
  });

  it('knows a skill that they chose by all its names', async () => {
    await change(zoe, { topics: [{ words: 'ML', skillId: machineLearning }] });
    expect(await names('apprentissage automatique, télémètre')).toEqual(['Paul Hubert']);
  });
});

it('tells other parts of the domain how many questions a week may come to somebody', async () => {
  const sql = api.app.get(ExpertPreferenceQuery, { strict: false }).weeklyRequests('$1::uuid');
  const weekly = async ({ id }: PersonEntity): Promise<number> => (await api.manager.query(`SELECT ${sql} AS n`, [id]))[0].n;
  const said = [];
  for (const input of [{ pace: 'RARE' }, { pace: 'NONE' }, { pace: 'USUAL' }, { isNeverProposed: true }]) {
    await change(zoe, input);
    said.push(await weekly(zoe));
  }
  expect([await weekly(paul), ...said]).toEqual([3, 1, 0, 3, 0]);
});
