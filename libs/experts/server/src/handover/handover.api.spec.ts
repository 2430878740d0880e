import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, MembershipEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { CommentEntity, conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { feedDomain, type PostEntity } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import { identityDomain, PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { importStarterSkills, peopleDomain } from '@parvis/people/server';
import { Jobs, newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { expertsDomain } from '../experts.domain.ts';
import { sweepTakeovers } from './handover.service.ts';
import { TopicTakeoverEntity } from './topic-takeover.entity.ts';

let api: TestApi;
let leaver: PersonEntity, viewer: PersonEntity, member: PersonEntity, asker: PersonEntity;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const leave = (when: Date | null) => api.manager.update(PersonEntity, leaver.id, { deactivatedAt: when });
const askMeAbout = async (person: PersonEntity) => (await api.as(person).send<{ viewer: { person: { askMeAbout: string[] } } }>('{ viewer { person { askMeAbout } } }')).viewer.person.askMeAbout;
const say = (person: PersonEntity, input: object) => api.as(person).send('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }', { input });
const sayInTheName = async (input: object) => {
  await leave(null);
  await say(leaver, input);
  await leave(daysAgo(10));
};

async function answered(question: PostEntity, change: Partial<CommentEntity> = {}): Promise<void> {
  const text = 'Par la vis arrière, à froid.';
  await api.manager.save(Object.assign(new CommentEntity(), {
    id: newId(), subjectType: 'post', subjectId: question.id, parentId: null, quotedCommentId: null, authorId: leaver.id, key: newId(), body: richTextOf(text), text,
    isAccepted: false, voteCount: 0, createdAt: daysAgo(20), editedAt: null, deletedAt: null, ...change,
  }));
}

interface Topic {
  key: string;
  words: string;
  isTag: boolean;
  answerCount: number;
  acceptedCount: number;
  evidence: { isAccepted: boolean; title: { text: string }[] }[];
  takers: { id: string }[];
  viewerTook: boolean;
  skill: { en: string } | null;
}
const TOPIC = 'key words isTag answerCount acceptedCount pageCount evidence { isAccepted title { text } } takers { id } viewerTook skill { en }';
const list = async (person: PersonEntity) =>
  (await api.as(person).send<{ expertHandovers: { edges: { node: { person: { id: string }; topics: Topic[] } }[] } }>(`{ expertHandovers { edges { node { person { id } topics { ${TOPIC} } } } } }`)).expertHandovers.edges.map(({ node }) => node);
const topics = async (person: PersonEntity) => (await list(person)).find((node) => node.person.id === leaver.id)?.topics ?? [];
const words = async (person: PersonEntity) => (await topics(person)).map((topic) => topic.words).sort();
const topic = async (person: PersonEntity, said: string): Promise<Topic> => {
  const found = (await topics(person)).find((one) => one.words === said);
  if (!found) throw new Error(`No topic ${said}`);
  return found;
};
const run = async (person: PersonEntity, name: 'takeOverTopic' | 'giveTopicBack', key: string, leaverId = leaver.id) =>
  (await api.as(person).send<Record<string, Topic>>(`mutation ($leaverId: ID!, $key: String!) { ${name}(leaverId: $leaverId, key: $key) { ${TOPIC} } }`, { leaverId, key }))[name] as Topic;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, expertsDomain]);
  await importStarterSkills(api.manager, [{ fr: ['soudage'], en: ['welding'] }]);
  const person = (name: string) => aPerson().named(name).save(api.manager);
  [leaver, viewer, member, asker] = [await person('Lea Ver'), await person('Vi Ewer'), await person('Mem Ber'), await person('As Ker')];
  const closed = await aCommunity().named('Closed room').being('closed').with(member, asker).save(api.manager);
  const ask = (title: string) => aPost().by(asker).asking(title.replace(/#.*/, '')).saying(title);
  await answered(await ask('Comment régler le soudage ? #telemetre').save(api.manager), { isAccepted: true });
  await answered(await ask('Le télémètre dérive #telemetre').save(api.manager), { voteCount: 2 });
  await answered(await ask('Une seule fois #cantine').save(api.manager));
  for (const n of [1, 2]) await answered(await ask(`Secret ${n} #laser`).in(closed).save(api.manager));
  await api.as(leaver).send('mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { id } }', { skills: [{ words: 'Welding' }] });
  await say(leaver, { askMeAbout: ['Poterie raku', 'soudage'] });
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.clear(TopicTakeoverEntity);
  await say(viewer, { askMeAbout: ['Vélo'] });
  await leave(daysAgo(10));
});

describe('the topics of somebody who left', () => {
  it('are what they declared and answered about twice, each once, with what shows it', async () => {
    expect(await words(viewer)).toEqual(['Poterie raku', 'Welding', 'telemetre']);
    expect(await topic(viewer, 'telemetre')).toMatchObject({ isTag: true, answerCount: 2, acceptedCount: 1, takers: [], viewerTook: false, skill: null, evidence: [{ isAccepted: true }, { isAccepted: false }] });
    expect(await topic(viewer, 'Welding')).toMatchObject({ isTag: false, answerCount: 1, acceptedCount: 1, skill: { en: 'welding' } });
    expect(await topic(viewer, 'Poterie raku')).toMatchObject({ answerCount: 0, evidence: [] });
    expect((await topics(viewer)).map((one) => one.words)).toEqual(['telemetre', 'Welding', 'Poterie raku']);
    await expect(api.anonymous().send('{ expertHandovers { edges { node { id } } } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are only what the viewer could see: answers where they may read, fields that are for them', async () => {
    expect(await words(member)).toEqual(['Poterie raku', 'Welding', 'laser', 'telemetre']);
    expect(await words(viewer)).not.toContain('laser');
    await sayInTheName({ visibility: [{ field: 'ASK_ME_ABOUT', audience: 'NOBODY' }, { field: 'SKILLS', audience: 'COMMUNITIES' }] });
    expect(await words(viewer)).toEqual(['telemetre']);
    await sayInTheName({ visibility: [{ field: 'ASK_ME_ABOUT', audience: 'EVERYONE' }, { field: 'SKILLS', audience: 'EVERYONE' }] });
    expect(await words(viewer)).toContain('Poterie raku');
  });

  it.each([
    ['works here', () => null],
    ['left long ago', () => daysAgo(91)],
  ])('are offered by nobody who %s', async (_who, when) => {
    const { key } = await topic(viewer, 'Welding');
    await leave(when());
    expect(await list(viewer)).toEqual([]);
    await expect(run(viewer, 'takeOverTopic', key)).rejects.toMatchObject({ code: 'HANDOVER_NOT_FOUND' });
  });

  it('are announced as long as there are any, whoever left last', async () => {
    const any = async () => (await api.as(viewer).send<{ hasExpertHandovers: boolean }>('{ hasExpertHandovers }')).hasExpertHandovers;
    const others = await people(api.manager, 21);
    for (const other of others) await say(other, { askMeAbout: ['Céladon'], visibility: [{ field: 'ASK_ME_ABOUT', audience: 'NOBODY' }] });
    await api.manager.update(PersonEntity, others.map(({ id }) => id), { deactivatedAt: daysAgo(1) });
    expect(await any()).toBe(true);
    await leave(null);
    expect(await any()).toBe(false);
    await api.manager.update(PersonEntity, others.map(({ id }) => id), { deactivatedAt: null });
    expect(await any()).toBe(false);
    await expect(api.anonymous().send('{ hasExpertHandovers }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('come page by page', async () => {
    const other = await aPerson().named('Other Leaver').save(api.manager);
    await say(other, { askMeAbout: ['Céladon'] });
    await api.manager.update(PersonEntity, other.id, { deactivatedAt: daysAgo(1) });
    const page = (after: string | null) =>
      api.as(viewer).send<{ expertHandovers: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>('query ($after: String) { expertHandovers(first: 1, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }', { after });
    const first = (await page(null)).expertHandovers;
    expect(first).toMatchObject({ edges: [{ node: { id: other.id } }], pageInfo: { hasNextPage: true } });
    expect((await page(first.pageInfo.endCursor)).expertHandovers).toMatchObject({ edges: [{ node: { id: leaver.id } }], pageInfo: { hasNextPage: false } });
    await api.manager.update(PersonEntity, other.id, { deactivatedAt: null });
  });
});

describe('taking a topic over', () => {
  it('puts it under « ask me about », with one’s name for everybody, and several may', async () => {
    const { key } = await topic(viewer, 'Welding');
    expect(await run(viewer, 'takeOverTopic', key)).toMatchObject({ takers: [{ id: viewer.id }], viewerTook: true });
    await run(viewer, 'takeOverTopic', key);
    expect(await askMeAbout(viewer)).toEqual(['Vélo', 'Welding']);
    await run(member, 'takeOverTopic', key);
    expect(await topic(asker, 'Welding')).toMatchObject({ takers: [{ id: viewer.id }, { id: member.id }], viewerTook: false });
  });

  it('is taken back, with what it added and nothing else', async () => {
    const { key } = await topic(viewer, 'Welding');
    await run(viewer, 'takeOverTopic', key);
    expect(await run(viewer, 'giveTopicBack', key)).toMatchObject({ takers: [], viewerTook: false });
    await run(viewer, 'giveTopicBack', key);
    expect(await askMeAbout(viewer)).toEqual(['Vélo']);
    await say(viewer, { askMeAbout: ['welding'] });
    await run(viewer, 'takeOverTopic', key);
    await run(viewer, 'giveTopicBack', key);
    expect(await askMeAbout(viewer)).toEqual(['welding']);
  });

  it('adds nothing to what stands there with an accent or in the plural, and takes nothing off it', async () => {
    await say(viewer, { askMeAbout: ['Les Télémètres'] });
    const { key } = await topic(viewer, 'telemetre');
    expect(await run(viewer, 'takeOverTopic', key)).toMatchObject({ viewerTook: true });
    expect(await askMeAbout(viewer)).toEqual(['Les Télémètres']);
    await run(viewer, 'giveTopicBack', key);
    expect(await askMeAbout(viewer)).toEqual(['Les Télémètres']);
  });

  it.each([
    ['a topic that the viewer may not see', async () => [leaver.id, (await topic(member, 'laser')).key], 'HANDOVER_NOT_FOUND'],
    ['a topic that they did not have', async () => [leaver.id, 'zorg'], 'HANDOVER_NOT_FOUND'],
    ['a topic of somebody who works here', async () => [asker.id, 'welding'], 'HANDOVER_NOT_FOUND'],
    ['a topic of nobody', async () => ['x', 'welding'], 'ID_INVALID'],
  ])('is refused for %s', async (_what, which, code) => {
    const [leaverId = '', key = ''] = await which();
    await expect(run(viewer, 'takeOverTopic', key, leaverId)).rejects.toMatchObject({ code });
    expect(await askMeAbout(viewer)).toEqual(['Vélo']);
  });

  it('is taken back though the topic is out of sight by now, or was taken by somebody else', async () => {
    const { key } = await topic(member, 'laser');
    await run(member, 'takeOverTopic', key);
    const memberships = await api.manager.findBy(MembershipEntity, { personId: member.id });
    await api.manager.delete(MembershipEntity, { personId: member.id });
    expect(await words(member)).not.toContain('laser');
    expect(await run(viewer, 'giveTopicBack', key)).toBeNull();
    expect(await askMeAbout(member)).toContain('laser');
    expect(await run(member, 'giveTopicBack', key)).toBeNull();
    expect(await run(member, 'giveTopicBack', 'zorg')).toBeNull();
    expect([await askMeAbout(member), await api.manager.count(TopicTakeoverEntity)]).toEqual([expect.not.arrayContaining(['laser']), 0]);
    await expect(run(viewer, 'giveTopicBack', key, 'x')).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(api.anonymous().send('mutation ($id: ID!) { giveTopicBack(leaverId: $id, key: "x") { id } }', { id: leaver.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await api.manager.insert(MembershipEntity, memberships);
  });

  it('is refused to whoever has thirty already, and leaves no trace', async () => {
    await say(viewer, { askMeAbout: Array.from({ length: 30 }, (_, i) => `Sujet ${i}`) });
    const { key } = await topic(viewer, 'Welding');
    await expect(run(viewer, 'takeOverTopic', key)).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS' });
    expect((await topic(viewer, 'Welding')).takers).toEqual([]);
  });

  it('ends when they come back, and what was taken over stays with the taker', async () => {
    const { key } = await topic(viewer, 'Welding');
    await run(viewer, 'takeOverTopic', key);
    await leave(null);
    await api.app.get(Jobs).run(sweepTakeovers, {});
    expect(await api.manager.count(TopicTakeoverEntity)).toBe(0);
    expect(await askMeAbout(viewer)).toEqual(['Vélo', 'Welding']);
    await leave(daysAgo(0));
    expect((await topic(viewer, 'Welding')).takers).toEqual([]);
  });
});
