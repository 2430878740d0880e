import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, MembershipEntity, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { CommentEntity, conversationsDomain, ReactionEntity, richTextOf, type ReactionKind } from '@parvis/conversations/server';
import { feedDomain, PostEntity } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { daysAgo, idFrom, newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { insightsDomain } from '../insights.domain.ts';

let api: TestApi;
let me: PersonEntity, ada: PersonEntity, bob: PersonEntity, cleo: PersonEntity, dan: PersonEntity;

interface Figures {
  days: number;
  exchanges: {
    peopleCount: number;
    crossingCount: number | null;
    crossingShare: number | null;
    departmentCount: number;
    departments: { department: string; isOwn: boolean; peopleCount: number; people: { isAddressed: boolean; addressesViewer: boolean; person: { displayName: string } }[] }[];
  };
  helpfulPosts: { post: { id: string }; commentId: string | null; thankCount: number; isAccepted: boolean }[];
  answeringColleagues: { postCount: number; person: { displayName: string } }[];
  readerHours: { weekday: number; hour: number; readerCount: number }[] | null;
  words: { word: string; useCount: number }[];
}
const PARTS = `days exchanges { peopleCount crossingCount crossingShare departmentCount departments { department isOwn peopleCount people { isAddressed addressesViewer person { displayName } } } }
  helpfulPosts { post { id } commentId thankCount isAccepted } answeringColleagues { postCount person { displayName } }
  readerHours(timeZone: $timeZone) { weekday hour readerCount } words { word useCount }`;
const READ = `query ($timeZone: String! = "UTC") { ownFigures { ${PARTS} } }`;
const SWITCH = `mutation ($areWanted: Boolean!, $timeZone: String! = "UTC") { setOwnFigures(areWanted: $areWanted) { ${PARTS} } }`;
const read = async (viewer = me, variables = {}): Promise<Figures> => (await api.as(viewer).send<{ ownFigures: Figures }>(READ, variables)).ownFigures;
const want = async (areWanted: boolean, viewer = me) => (await api.as(viewer).send<{ setOwnFigures: Figures | null }>(SWITCH, { areWanted })).setOwnFigures;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain, insightsDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person CASCADE');
  me = await aPerson().named('Maya Moi').in('Quality').save(api.manager);
  ada = await aPerson().named('Ada Aide').in('Finance').save(api.manager);
  bob = await aPerson().named('Bob Bon').in('Finance').save(api.manager);
  cleo = await aPerson().named('Cleo Chef').in('Quality').save(api.manager);
  dan = await aPerson().named('Dan Dubois').save(api.manager);
});

const write = (by = me, { at = daysAgo(3), saying = '.', place = null as CommunityEntity | null, asking = '' } = {}): Promise<PostEntity> => {
  const post = aPost().by(by).in(place).saying(saying).writtenAt(at);
  return (asking ? post.asking(asking) : post).save(api.manager);
};

async function comment(by: PersonEntity, under: PostEntity, { at = under.createdAt, saying = '.', parentId = null as string | null, isAccepted = false } = {}): Promise<CommentEntity> {
  const key = newId();
  const row = { id: idFrom(key, at), subjectType: 'post', subjectId: under.id, authorId: by.id, parentId, key, body: richTextOf(saying), text: saying, isAccepted, createdAt: at };
  await api.manager.insert(CommentEntity, row);
  return api.manager.findOneByOrFail(CommentEntity, { id: row.id });
}

const react = (by: PersonEntity, to: PostEntity | CommentEntity, kind: ReactionKind = 'agree') =>
  api.manager.insert(ReactionEntity, { subjectId: to.id, subjectType: to instanceof PostEntity ? 'post' : 'comment', personId: by.id, kind, createdAt: to.createdAt });

describe('with whom one exchanges', () => {
  /** « name > » for whom I address, « name < » for who addresses me. */
  const met = async () =>
    Object.fromEntries(
      (await read()).exchanges.departments.map(({ department, people: those }) => [
        department,
        those.map(({ person, isAddressed, addressesViewer }) => `${person.displayName} ${isAddressed ? '>' : ''}${addressesViewer ? '<' : ''}`),
      ]),
    );

  it('counts each colleague once, in both directions, by department; whose department is unknown is left out', async () => {
    // Ada and I comment each other; Bob thanks me twice; I react to Cleo; Dan has no department.
    await comment(me, await write(ada));
    const own = await write();
    await comment(ada, own);
    await comment(ada, own);
    await react(bob, own, 'thanks');
    await react(bob, await write(), 'thanks');
    await react(me, await write(cleo));
    await comment(dan, own);

    const { exchanges } = await read();
    expect(exchanges).toMatchObject({ peopleCount: 3, crossingCount: 2, departmentCount: 2 });
    expect(exchanges.crossingShare).toBeCloseTo(2 / 3);
    expect(exchanges.departments.map(({ department, isOwn, peopleCount }) => [department, isOwn, peopleCount])).toEqual([['Finance', false, 2], ['Quality', true, 1]]);
    expect(await met()).toEqual({ Finance: ['Ada Aide ><', 'Bob Bon <'], Quality: ['Cleo Chef >'] });
  });

  it('counts replies to, and reactions to, comments, those of others and one’s own', async () => {
    const post = await write(dan);
    const [hers, mine] = [await comment(ada, post), await comment(me, post)];
    await comment(me, post, { parentId: hers.id });
    await comment(bob, post, { parentId: mine.id });
    await react(cleo, mine);
    expect(await met()).toEqual({ Finance: ['Ada Aide >', 'Bob Bon <'], Quality: ['Cleo Chef <'] });
  });

  it('leaves out oneself, those who left, what is deleted and what is older than 90 days', async () => {
    const [own, old] = [await write(), await write(me, { at: daysAgo(91) })];
    await comment(me, own);
    await comment(ada, old);
    await comment(await aPerson().in('Sales').gone().save(api.manager), own);
    const gone = await comment(bob, own);
    await api.manager.update(CommentEntity, gone.id, { deletedAt: new Date() });
    await comment(cleo, await write(me));
    await api.manager.update(PostEntity, { authorId: me.id, id: (await write()).id }, { deletedAt: new Date() });
    expect(await met()).toEqual({ Quality: ['Cleo Chef <'] });
  });

  it('tells no share when the own department is unknown', async () => {
    await comment(ada, await write(dan));
    expect((await read(dan)).exchanges).toMatchObject({ peopleCount: 1, crossingCount: null, crossingShare: null });
    expect((await read(bob)).exchanges).toMatchObject({ peopleCount: 0, crossingCount: 0, crossingShare: null, departments: [] });
  });
});

describe('what one wrote that helped', () => {
  it('is what colleagues thanked for, each once, and answers that were accepted', async () => {
    const [thanked, solved, agreed] = [await write(), await write(me, { asking: 'How?' }), await write()];
    for (const by of [ada, bob, me]) await react(by, thanked, 'thanks');
    await react(ada, agreed);
    await comment(ada, solved, { isAccepted: true });
    const question = await write(ada, { asking: 'Where?' });
    const answer = await comment(me, question, { isAccepted: true });
    await react(bob, answer, 'thanks');
    await react(ada, answer, 'thanks');
    await comment(me, await write(bob));

    expect((await read()).helpfulPosts).toEqual([
      { post: { id: question.id }, commentId: answer.id, thankCount: 2, isAccepted: true },
      { post: { id: thanked.id }, commentId: null, thankCount: 2, isAccepted: false },
      { post: { id: solved.id }, commentId: null, thankCount: 0, isAccepted: true },
    ]);
    expect((await read(ada)).helpfulPosts).toEqual([
      { post: { id: question.id }, commentId: null, thankCount: 0, isAccepted: true },
      { post: { id: solved.id }, commentId: expect.any(String), thankCount: 0, isAccepted: true },
    ]);
  });

  it('is not what one accepted oneself under one’s own question', async () => {
    await comment(me, await write(me, { asking: 'How?' }), { isAccepted: true });
    expect((await read()).helpfulPosts).toEqual([]);
  });
});

it('names who answered three different posts or more, and counts posts, not comments', async () => {
  const posts = [await write(), await write(), await write(), await write()] as const;
  for (const post of posts) await comment(ada, post);
  for (const post of posts.slice(1)) await comment(bob, post);
  for (let i = 0; i < 9; i += 1) await comment(bob, posts[1]);
  for (let i = 0; i < 9; i += 1) await comment(cleo, posts[i % 2 ? 0 : 1]);
  for (const post of posts) await comment(me, post);
  expect((await read()).answeringColleagues).toEqual([
    { postCount: 4, person: { displayName: 'Ada Aide' } },
    { postCount: 3, person: { displayName: 'Bob Bon' } },
  ]);
});

describe('when readers are there', () => {
  const at = new Date('2026-01-05T23:30:00Z'); // Moved to a Monday of the period below.
  let post: PostEntity, eighth: PersonEntity;
  beforeEach(async () => {
    const monday = daysAgo(7 + ((daysAgo(7).getUTCDay() + 6) % 7));
    at.setTime(Date.UTC(monday.getUTCFullYear(), monday.getUTCMonth(), monday.getUTCDate(), 23, 30));
    post = await write(me, { at });
    const readers = await people(api.manager, 8);
    eighth = readers[7] as PersonEntity;
    // The first one three times in that hour, and once two hours before.
    for (const reader of readers.slice(0, 7)) await react(reader, post);
    for (let i = 0; i < 2; i += 1) await comment(readers[0] as PersonEntity, post);
    await comment(readers[0] as PersonEntity, post, { at: new Date(at.getTime() - 2 * 3_600_000) });
    await comment(me, post);
  });

  it('is told from eight of them on, each once in an hour of the week', async () => {
    expect((await read()).readerHours).toBeNull();
    await react(eighth, post);
    expect((await read()).readerHours).toEqual([{ weekday: 1, hour: 21, readerCount: 1 }, { weekday: 1, hour: 23, readerCount: 8 }]);
  });

  it('is told in the time zone that is asked for, which must exist', async () => {
    await react(eighth, post);
    expect((await read(me, { timeZone: 'Asia/Tokyo' })).readerHours).toEqual([{ weekday: 2, hour: 6, readerCount: 1 }, { weekday: 2, hour: 8, readerCount: 8 }]);
    await expect(read(me, { timeZone: 'Europe/Atlantis' })).rejects.toMatchObject({ code: 'TIME_ZONE_UNKNOWN' });
  });
});

it('counts the words that one uses, without those that are empty in French or English', async () => {
  await write(me, { saying: 'The étau is an étau. Le gabarit, les les est très bien, et c’est un étau.', asking: 'Gabarit' });
  await comment(me, await write(ada, { saying: 'soudure soudure' }), { saying: 'With the wrench, avec la clé : wrench et très très bien bien.' });
  expect((await read()).words).toEqual([{ word: 'étau', useCount: 3 }, { word: 'gabarit', useCount: 2 }, { word: 'wrench', useCount: 2 }]);
});

describe('what one may not see any more', () => {
  it('counts nowhere', async () => {
    const place = await aCommunity().being('closed').with(me, ada, bob).save(api.manager);
    for (let i = 0; i < 3; i += 1) {
      const post = await write(me, { place, saying: 'étau étau' });
      await comment(ada, post);
      await react(bob, post, 'thanks');
      await comment(me, await write(ada, { place }), { saying: 'gabarit gabarit', isAccepted: true });
    }
    for (const reader of await people(api.manager, 8)) await comment(reader, await write(me, { place }));
    const before = await read();
    expect([before.exchanges.peopleCount, before.helpfulPosts.length, before.answeringColleagues.length, before.words.length]).toEqual([2, 6, 1, 2]);
    expect(before.readerHours).not.toBeNull();

    await api.manager.delete(MembershipEntity, { communityId: place.id, personId: me.id });
    expect(await read()).toEqual({ days: 90, exchanges: { peopleCount: 0, crossingCount: 0, crossingShare: null, departmentCount: 0, departments: [] }, helpfulPosts: [], answeringColleagues: [], readerHours: null, words: [] });
  });
});

describe('the switch', () => {
  it('is on until one turns it off; off, nothing is told; others keep theirs', async () => {
    await comment(ada, await write());
    expect((await read()).exchanges.peopleCount).toBe(1);
    expect(await want(false)).toBeNull();
    expect(await want(false)).toBeNull();
    expect(await read()).toBeNull();
    expect((await read(ada)).exchanges.peopleCount).toBe(1);
    expect((await want(true))?.exchanges.peopleCount).toBe(1);
    expect((await read()).exchanges.peopleCount).toBe(1);
  });

  it('asks nothing of posts and comments while it is off', async () => {
    await want(false);
    const statements = await api.statementsOf(() => read());
    expect(statements.filter((sql) => /\b(post|comment|reaction)\b/i.test(sql))).toEqual([]);
  });

  it('is one’s own: nobody is asked for without being signed in', async () => {
    await expect(api.anonymous().send(READ)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(SWITCH, { areWanted: false })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('nobody else', () => {
  it.each(['hr', 'it', 'moderator', 'executive', 'manager'] as const)('reads them, %s neither: everybody gets their own', async (role) => {
    const boss = role === 'manager' ? await aPerson().in('Quality').save(api.manager) : await aPerson().being(role).in('Quality').save(api.manager);
    await api.manager.update('person', me.id, { managerId: boss.id });
    const post = await write(me, { saying: 'étau étau' });
    await comment(ada, post);
    await react(bob, post, 'thanks');
    expect((await read()).exchanges.peopleCount).toBe(2);
    expect(await read(boss)).toMatchObject({ exchanges: { peopleCount: 0 }, helpfulPosts: [], words: [], readerHours: null });
  });

  it('can be asked about: neither the query nor any of its fields takes a person', async () => {
    const { __schema } = await api.as(me).send<{ __schema: { types: { name: string; fields: { name: string; args: { name: string }[] }[] | null }[]; queryType: { fields: { name: string; args: { name: string }[] }[] } } }>(
      '{ __schema { queryType { fields { name args { name } } } types { name fields { name args { name } } } } }',
    );
    const own = ['OwnFigures', 'OwnExchanges', 'OwnExchangeDepartment', 'OwnExchangePerson', 'HelpfulPost', 'AnsweringColleague', 'ReaderHour', 'WordUse'];
    const fields = __schema.types.filter(({ name }) => own.includes(name)).flatMap((type) => type.fields ?? []);
    expect(__schema.queryType.fields.find(({ name }) => name === 'ownFigures')?.args).toEqual([]);
    expect(fields.flatMap(({ args }) => args.map(({ name }) => name))).toEqual(['timeZone']);
    // No other type leads to them either.
    const elsewhere = __schema.types.filter(({ name }) => ['Person', 'Viewer', 'Community'].includes(name)).flatMap((type) => type.fields ?? []);
    expect(elsewhere.map(({ name }) => name)).not.toContain('ownFigures');
  });
});

it('costs the same number of statements, however much there is', async () => {
  const cost = async () => (await api.statementsOf(() => read())).length;
  for (let i = 0; i < 3; i += 1) await comment(ada, await write(me, { saying: 'étau étau' }));
  await react(bob, await write(), 'thanks');
  await read();
  const few = await cost();
  for (let i = 0; i < 12; i += 1) {
    const post = await write(me, { saying: `gabarit${i} gabarit${i}` });
    for (const by of [ada, bob, cleo]) await comment(by, post);
    await react(ada, post, 'thanks');
  }
  // People are asked for once or twice, as fields come in.
  expect(Math.max(few, await cost())).toBeLessThanOrEqual(11);
});
