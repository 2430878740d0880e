import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPost } from '@parvis/feed/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { importStarterSkills } from '@parvis/people/server';
import { testDomains } from '../testing/domains.ts';

let api: TestApi;
let asker: PersonEntity, smith: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  await importStarterSkills(api.manager, [{ fr: ['forge à chaud'], en: ['hot forging'] }]);
  asker = await aPerson().named('Inês Carvalho').save(api.manager);
  smith = await aPerson().named('Silvia Smith').save(api.manager);
});
afterAll(() => api.stop());

interface Proposal {
  person: { id: string; displayName: string };
  evidenceCount: number;
  lastAt: string | null;
  askMeAbout: string[];
  skilled: { words: string; level: string | null }[];
}
const EXPERTS = `query ($text: String!, $first: Int! = 10, $asOf: DateTime) {
  experts(text: $text, first: $first, asOf: $asOf) { person { id displayName } evidenceCount lastAt askMeAbout skilled { words level } }
}`;
const find = async (viewer: PersonEntity, text: string, variables = {}) => (await api.as(viewer).send<{ experts: Proposal[] }>(EXPERTS, { text, ...variables })).experts;
const names = async (viewer: PersonEntity, text: string, variables = {}) => (await find(viewer, text, variables)).map(({ person }) => person.displayName);

const TELL = `mutation ($words: [String!]!, $audience: ProfileAudience! = EVERYONE) { updateProfile(input: { askMeAbout: $words, visibility: [{ field: ASK_ME_ABOUT, audience: $audience }] }) { id } }`;
const tell = (words: string[], audience = 'EVERYONE') => api.as(smith).send(TELL, { words, audience });

describe('what people say one may ask them about', () => {
  it.each([
    ['their words', ['Traitement des aciers'], 'qui s’y connaît en traitement des aciers ?'],
    ['the singular', ['Enclumes anciennes'], 'une enclume ancienne'],
    ['without accents', ['Trempe étagée'], 'trempe etagee'],
    ['the word after its article', ['Les laminoirs'], 'qui connaît un laminoir ?'],
    ['a skill in the other language', ['Hot forging'], 'Qui fait de la forge à chaud ?'],
  ])('counts by %s', async (_how, words, text) => {
    await tell(words);
    await expect(find(asker, text)).resolves.toMatchObject([{ person: { id: smith.id }, evidenceCount: 0, lastAt: null, askMeAbout: words, skilled: [] }]);
    await tell([]);
    expect(await names(asker, text)).toEqual([]);
  });

  it('counts no more than a skill of which one does not say how well, and once with it', async () => {
    const other = await aPerson().named('Other Smith').save(api.manager);
    const say = (words: string, level: string | null) => api.as(other).send(`mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { id } }`, { skills: [{ words, level }] });
    await tell(['Hot forging']);
    await say('Forge à chaud', 'FLUENT');
    expect(await names(asker, 'hot forging')).toEqual(['Other Smith', 'Silvia Smith']);
    await say('Forge à chaud', 'LEARNING');
    expect(await names(asker, 'hot forging')).toEqual(['Silvia Smith', 'Other Smith']);
    await api.as(smith).send(`mutation { setMySkills(skills: [{ words: "forge à chaud", level: LEARNING }]) { id } }`);
    await expect(find(asker, 'hot forging')).resolves.toContainEqual(expect.objectContaining({ person: expect.objectContaining({ id: smith.id }), askMeAbout: [], skilled: [expect.objectContaining({ level: 'LEARNING' })] }));
    await api.as(smith).send(`mutation { setMySkills(skills: []) { id } }`);
  });

  it.each([
    ['in the plural, with its article', 'Étampage fin', 'Les étampages fins'],
    ['without accents', 'Écrouissage', 'ecrouissage'],
  ])('counts once with the same words said as a skill, %s', async (_how, declared, words) => {
    await api.as(smith).send(`mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { id } }`, { skills: [{ words: declared, level: 'USING' }] });
    await tell([words, 'Sertissage']);
    await expect(find(asker, declared)).resolves.toMatchObject([{ person: { id: smith.id }, askMeAbout: [], skilled: [{ words: declared }] }]);
    await api.as(smith).send(`mutation { setMySkills(skills: []) { id } }`);
    await expect(find(asker, declared)).resolves.toMatchObject([{ askMeAbout: [words], skilled: [] }]);
    await tell([]);
  });

  it('is taken of those who have written last, where the viewer may read, when many say so', async () => {
    const many = await people(api.manager, 130);
    const [openly, secretly] = [many[110], many[111]] as [PersonEntity, PersonEntity];
    await api.dataSource.query(`INSERT INTO profile (person_id, ask_me_about) SELECT id, '{Galvanoplastie}' FROM unnest($1::uuid[]) id`, [many.map(({ id }) => id)]);
    await aPost().by(openly).saying('La navette part à midi.').save(api.manager);
    const closed = await aCommunity().being('closed').with(secretly).save(api.manager);
    await aPost().by(secretly).in(closed).saying('La navette part à midi.').save(api.manager);
    const found = await find(asker, 'galvanoplastie', { first: 100 });
    expect(found[0]).toMatchObject({ person: { id: openly.id }, askMeAbout: ['Galvanoplastie'] });
    expect(found.map(({ person }) => person.id)).not.toContain(secretly.id);
  });

  it('does not count for whoever may not see it, nor of how things stood', async () => {
    await tell(['Damasquinage']);
    expect(await names(asker, 'damasquinage')).toEqual(['Silvia Smith']);
    expect(await names(asker, 'damasquinage', { asOf: new Date(Date.now() + 1000).toISOString() })).toEqual([]);
    await tell(['Damasquinage'], 'NOBODY');
    expect(await names(asker, 'damasquinage')).toEqual([]);
  });
});
