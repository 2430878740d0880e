import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { CommentEntity, conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { feedDomain, type PostEntity } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { importStarterSkills, peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { Lexicon, searchDomain } from '@parvis/search/server';
import { expertsDomain } from './experts.domain.ts';

let api: TestApi;
let asker: PersonEntity, zoe: PersonEntity, paul: PersonEntity, leaver: PersonEntity, keeper: PersonEntity;
let closed: CommunityEntity;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function answer(question: PostEntity, author: PersonEntity, text: string, change: Partial<CommentEntity> = {}): Promise<CommentEntity> {
  const body = richTextOf(text);
  return api.manager.save(Object.assign(new CommentEntity(), {
    id: newId(), subjectType: 'post', subjectId: question.id, parentId: null, quotedCommentId: null, authorId: author.id, key: newId(), body, text,
    isAccepted: false, voteCount: 0, createdAt: daysAgo(2), editedAt: null, deletedAt: null, ...change,
  }));
}

interface Proposal {
  person: { id: string; displayName: string };
  evidence: { kind: string; id: string; targetId: string; commentId: string | null; title: { text: string }[]; extract: { text: string; isMatch: boolean }[]; isAccepted: boolean; community: { name: string } | null }[];
  evidenceCount: number;
  answerCount: number;
  acceptedCount: number;
  lastAt: string | null;
  askMeAbout: string[];
  skilled: { words: string; level: string | null; skill: { fr: string } | null }[];
}
const EXPERTS = `query ($text: String!, $tags: [String!]! = [], $first: Int! = 10, $asOf: DateTime) {
  experts(text: $text, tags: $tags, first: $first, asOf: $asOf) {
    person { id displayName } evidenceCount answerCount acceptedCount lastAt askMeAbout skilled { words level skill { fr } }
    evidence { kind id targetId commentId isAccepted title { text } extract { text isMatch } community { name } }
  }
}`;
const find = async (viewer: PersonEntity, text: string, variables = {}) => (await api.as(viewer).send<{ experts: Proposal[] }>(EXPERTS, { text, ...variables })).experts;
const names = async (viewer: PersonEntity, text: string, variables = {}) => (await find(viewer, text, variables)).map(({ person }) => person.displayName);

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, expertsDomain]);
  const person = (name: string) => aPerson().named(name).save(api.manager);
  [asker, zoe, paul, keeper] = [await person('Inês Carvalho'), await person('Zoé Martin'), await person('Paul Hubert'), await person('Keeper Secret')];
  leaver = await aPerson().named('Ancien Expert').gone().save(api.manager);
  closed = await aCommunity().named('Closed room').being('closed').with(keeper).save(api.manager);

  const question = await aPost().by(asker).asking('Comment étalonner un télémètre à ultrasons ?').saying('Le banc affiche deux millimètres de trop.').writtenAt(daysAgo(3)).save(api.manager);
  await answer(question, zoe, 'Avec une cale de référence, trois mesures, puis la moyenne.', { isAccepted: true, voteCount: 3 });
  await answer(question, leaver, 'Le télémètre se règle par la vis arrière.');
  await answer(question, asker, 'Merci à tous pour le télémètre !');
  const old = await aPost().by(keeper).asking('Un télémètre se recharge-t-il par le port arrière ?').saying('').writtenAt(daysAgo(700)).save(api.manager);
  await answer(old, paul, 'Oui, deux heures suffisent.', { createdAt: daysAgo(699) });
  await aPost().by(paul).saying('La cantine change ses horaires lundi.').writtenAt(daysAgo(1)).save(api.manager);
  await aPost().by(keeper).in(closed).saying('Le télémètre secret mesure aussi les oscilloscopes.').save(api.manager);
  await aPost().by(paul).saying('Our new calibration bench is ready. #metrology').writtenAt(daysAgo(5)).save(api.manager);
  await api.app.get(Lexicon, { strict: false }).settled();
});
afterAll(() => api.stop());

describe('finding who knows', () => {
  it('proposes who answered, with what shows it, and neither the asker nor who has left', async () => {
    const [first, ...others] = await find(asker, 'Qui sait étalonner un télémètre ?');
    expect(first).toMatchObject({ person: { id: zoe.id }, evidenceCount: 1, answerCount: 1, acceptedCount: 1 });
    expect(first?.evidence[0]).toMatchObject({ kind: 'ANSWER', isAccepted: true, title: expect.arrayContaining([{ text: 'télémètre' }]), community: null });
    expect(first?.evidence[0]?.extract.map(({ text }) => text).join('')).toContain('cale de référence');
    expect(others.map(({ person }) => person.displayName)).toEqual(['Paul Hubert']);
    await expect(api.anonymous().send(EXPERTS, { text: 'télémètre' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('neither shows nor counts what stands where the viewer may not read', async () => {
    expect(await names(asker, 'oscilloscopes')).toEqual([]);
    const member = await aPerson().named('Member Too').save(api.manager);
    const room = await aCommunity().named('Second room').being('closed').with(member).save(api.manager);
    await aPost().by(keeper).in(room).saying('Les oscilloscopes se règlent à froid.').save(api.manager);
    await expect(find(member, 'oscilloscopes')).resolves.toMatchObject([{ person: { id: keeper.id }, evidenceCount: 1, evidence: [{ kind: 'POST', community: { name: 'Second room' } }] }]);
    expect(await names(asker, 'oscilloscopes')).toEqual([]);
  });

  it('takes nobody for more active by what they write where the viewer may not read', async () => {
    const [open, hidden, member] = [await aPerson().named('Open Writer').save(api.manager), await aPerson().named('Hidden Writer').save(api.manager), await aPerson().named('Third Member').save(api.manager)];
    const room = await aCommunity().named('Third room').being('closed').with(member, hidden).save(api.manager);
    await aPost().by(open).saying('Le sextant se règle au zénith.').writtenAt(daysAgo(1)).save(api.manager);
    await aPost().by(hidden).saying('Le sextant se règle au zénith.').writtenAt(daysAgo(2)).save(api.manager);
    for (let n = 0; n < 8; n += 1) await aPost().by(hidden).in(room).saying(`Relevé ${n} de la semaine.`).save(api.manager);
    expect(await names(member, 'régler un sextant')).toEqual(['Hidden Writer', 'Open Writer']);
    expect(await names(asker, 'régler un sextant')).toEqual(['Open Writer', 'Hidden Writer']);
  });

  it.each([
    ['without accents', 'etalonner telemetre'],
    ['with a typing error', 'étalonner télémettre'],
    ['in the plural', 'les étalonnages des télémètres'],
    ['in capitals', 'TÉLÉMÈTRE'],
  ])('finds the same %s', async (_how, text) => {
    expect((await names(asker, text))[0]).toBe('Zoé Martin');
  });

  it('finds by hashtag, in the text or beside it', async () => {
    expect(await names(asker, 'who? #metrology')).toEqual(['Paul Hubert']);
    expect(await names(asker, 'who?', { tags: ['Metrology'] })).toEqual(['Paul Hubert']);
    expect(await names(asker, 'who?', { tags: ['#metrology'] })).toEqual(['Paul Hubert']);
  });

  it('knows how things stood at a moment', async () => {
    expect(await names(asker, 'télémètre', { asOf: daysAgo(100).toISOString() })).toEqual(['Paul Hubert']);
    expect(await names(asker, 'télémètre', { asOf: daysAgo(1000).toISOString() })).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['empty words', 'le la les the of and'],
    ['emoji', '🙂🚲🚲'],
    ['operators', `' & | ! <-> ( :* "`],
    ['SQL', `'; DROP TABLE person; --`],
    ['right-to-left text', 'כיצד לכייל מד טווח'],
    ['a zero byte', 'a\u0000b'],
    ['ten thousand characters', 'x y '.repeat(2_500)],
    ['a word of ten thousand characters', 'x'.repeat(10_000)],
  ])('answers %s with nobody', async (_what, text) => {
    expect(await names(asker, text)).toEqual([]);
  });

  it.each([
    ['more than ten thousand characters', { text: 'x'.repeat(10_001) }, 'TEXT_TOO_LONG', 'text'],
    ['nobody', { text: 'x', first: 0 }, 'PAGE_TOO_LARGE', 'first'],
    ['everybody', { text: 'x', first: 101 }, 'PAGE_TOO_LARGE', 'first'],
  ])('refuses to look for %s', async (_what, variables, code, field) => {
    await expect(api.as(asker).send(EXPERTS, variables)).rejects.toMatchObject({ code, field });
  });

  it.each([
    ['more than twenty hashtags', Array.from({ length: 21 }, (_, i) => `tag${i}`), 'TOO_MANY_ITEMS'],
    ['a hashtag of a thousand characters', ['x'.repeat(1_000)], 'TEXT_TOO_LONG'],
  ])('refuses %s', async (_what, tags, code) => {
    await expect(find(asker, 'télémètre', { tags })).rejects.toMatchObject({ code, field: 'tags' });
  });

  it('passes over a zero byte in a hashtag', async () => {
    expect(await names(asker, 'who?', { tags: ['metro\u0000logy'] })).toEqual(['Paul Hubert']);
  });

  it('proposes nobody at an earlier moment who may not be proposed now', async () => {
    expect(await names(asker, 'télémètre', { asOf: new Date().toISOString() })).toContain('Paul Hubert');
    await api.as(paul).send(`mutation ($until: String!) { declareAbsence(until: $until) { id } }`, { until: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10) });
    expect(await names(asker, 'télémètre', { asOf: new Date().toISOString() })).not.toContain('Paul Hubert');
    await api.as(paul).send(`mutation { endAbsence { id } }`);
    expect(await names(asker, 'télémètre')).toContain('Paul Hubert');
  });

  it('finds who answered just that, however long ago and however much was written since', async () => {
    const [veteran, chatty] = [await aPerson().named('Old Hand').save(api.manager), await aPerson().named('Much Written').save(api.manager)];
    const once = await aPost().by(asker).asking('Le goniomètre dérive-t-il en altitude ?').saying('').writtenAt(daysAgo(900)).save(api.manager);
    await answer(once, veteran, 'Oui, de deux secondes par kilomètre.', { createdAt: daysAgo(899), isAccepted: true });
    for (let n = 0; n < 310; n += 1) await aPost().by(chatty).saying(n % 2 === 0 ? 'Le goniomètre est rangé.' : 'Vol en altitude demain, dérive prévue.').writtenAt(daysAgo(1 + n / 10)).save(api.manager);
    await api.app.get(Lexicon, { strict: false }).settled();
    expect(await names(asker, 'Un goniomètre dérive en altitude ?')).toContain('Old Hand');
  }, 60_000);

  it('reads a long question among many words', async () => {
    expect((await names(asker, `Bonjour à tous\n${'je cherche quelqu’un qui sait '.repeat(100)} étalonner un télémètre`))[0]).toBe('Zoé Martin');
  });
});

describe('what people say they can do', () => {
  const SAY = `mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { id } }`;
  let welder: PersonEntity, potter: PersonEntity;

  beforeAll(async () => {
    await importStarterSkills(api.manager, [{ fr: ['analyse vibratoire'], en: ['vibration analysis'] }, { fr: ['apprentissage automatique', 'apprentissage machine'], en: ['machine learning'] }]);
    [welder, potter] = [await aPerson().named('Wanda Welder').save(api.manager), await aPerson().named('Paula Potter').save(api.manager)];
    await api.as(welder).send(SAY, { skills: [{ words: 'Machine learning', level: 'HELPING' }] });
    await api.as(potter).send(SAY, { skills: [{ words: 'Poterie raku', level: null }, { words: 'apprentissage machine', level: 'LEARNING' }] });
  });

  it('counts in both languages, those whom others come to first', async () => {
    const found = await find(asker, 'Qui s’y connaît en apprentissage automatique ?');
    expect(found).toMatchObject([
      { person: { id: welder.id }, evidenceCount: 0, lastAt: null, skilled: [{ level: 'HELPING', skill: { fr: 'apprentissage automatique' } }] },
      { person: { id: potter.id }, skilled: [{ level: 'LEARNING' }] },
    ]);
    expect(await names(asker, 'machine learning')).toEqual(['Wanda Welder', 'Paula Potter']);
  });

  it('counts in their own words, which no taxonomy knows', async () => {
    await expect(find(asker, 'atelier de poterie raku')).resolves.toMatchObject([{ person: { id: potter.id }, skilled: [{ words: 'Poterie raku', skill: null }] }]);
  });

  it('also looks for what a skill is called otherwise', async () => {
    const author = await aPerson().named('Alan English').save(api.manager);
    await aPost().by(author).saying('A short guide to machine learning on sensor data.').save(api.manager);
    expect(await names(asker, 'apprentissage machine')).toContain('Alan English');
  });

  it('takes the words of a skill together: neither alone is about it', async () => {
    const [joiner, scholar, both] = [await aPerson().named('Joiner Sawyer').save(api.manager), await aPerson().named('Scholar Paper').save(api.manager), await aPerson().named('Both Sides').save(api.manager)];
    await aPost().by(joiner).saying('La fermeture automatique du portail grince : automatique, mais bruyante.').save(api.manager);
    await aPost().by(scholar).saying('Le contrat d’apprentissage se signe avant septembre, la machine se règle ensuite.').save(api.manager);
    await aPost().by(both).saying('Premiers essais d’apprentissage automatique sur les relevés.').save(api.manager);
    const found = await names(asker, 'Qui s’y connaît en apprentissage automatique ?');
    expect(found).toEqual(expect.arrayContaining(['Both Sides', 'Alan English', 'Wanda Welder']));
    expect(found).not.toContain('Joiner Sawyer');
    expect(found).not.toContain('Scholar Paper');
    expect(await names(asker, 'apprentissage automatique du portail')).toContain('Joiner Sawyer');
    expect(await names(asker, 'contrat d’apprentissage')).toContain('Scholar Paper');
    expect(await names(asker, 'analyse vibratoire')).toEqual([]);
    await aPost().by(joiner).saying('Analyse du devis de la menuiserie.').save(api.manager);
    expect(await names(asker, 'analyse vibratoire')).toEqual(['Joiner Sawyer']);
  });

  it('puts whoever wrote long ago before whoever has never written', async () => {
    const [silent, once] = [await aPerson().named('Silent Glazer').save(api.manager), await aPerson().named('Once Glazer').save(api.manager)];
    for (const glazer of [silent, once]) await api.as(glazer).send(SAY, { skills: [{ words: 'Vitrail', level: null }] });
    await aPost().by(once).saying('La navette part à midi.').writtenAt(daysAgo(2_000)).save(api.manager);
    expect(await names(asker, 'vitrail')).toEqual(['Once Glazer', 'Silent Glazer']);
  });

  it('does not count for whoever may not see it, nor while the person is away', async () => {
    const shy = await aPerson().named('Shy Potter').save(api.manager);
    await api.as(shy).send(SAY, { skills: [{ words: 'Céladon', level: null }] });
    expect(await names(asker, 'céladon')).toEqual(['Shy Potter']);
    await api.as(shy).send(`mutation { setProfileVisibility(choices: [{ field: SKILLS, audience: NOBODY }]) { id } }`);
    expect(await names(asker, 'céladon')).toEqual([]);
    await api.as(shy).send(`mutation { setProfileVisibility(choices: [{ field: SKILLS, audience: EVERYONE }]) { id } }`);
    expect(await names(asker, 'céladon')).toEqual(['Shy Potter']);
    await api.as(shy).send(`mutation ($until: String!) { declareAbsence(until: $until) { id } }`, { until: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10) });
    expect(await names(asker, 'céladon')).toEqual([]);
  });
});
