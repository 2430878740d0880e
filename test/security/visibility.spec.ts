import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BreakGlassEntity, BreakGlassReading, CommunityQuery } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { CommentEntity, CommentQuery, richTextOf, Subjects } from '@parvis/conversations/server';
import { MuteEntity, PostEntity, PostQuery, TagFollowEntity } from '@parvis/feed/server';
import { aPost } from '@parvis/feed/server/testing';
import type { Viewer } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { FileQuery } from '@parvis/media/server';
import { FollowEntity } from '@parvis/people/server';
import { newId } from '@parvis/platform/server';
import { Lexicon, noFilter, SearchService } from '@parvis/search/server';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { domains } from '../../apps/api/src/domains.ts';
import { Oracle } from './oracle.ts';
import { randomOrganisation, type RandomOrganisation } from './random-organisation.ts';
import { audiencesOf, Listeners } from './listeners.ts';

interface Ids {
  people: string[];
  communities: string[];
  posts: string[];
  comments: string[];
  glasses: string[];
  /** A word that only this organisation's texts hold: what search looks for. */
  word: string;
}

const everything = { first: 50, after: null };
let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start(domains);
});
afterAll(() => api.stop());

const viewerAs = (personId: string, roles: Viewer['roles'] = ['employee']): Viewer => ({ personId, sessionId: newId(), roles, confirmedAt: new Date() });
const get = <T>(type: new (...parameters: never[]) => T): T => api.app.get(type, { strict: false });

describe('visibleTo', () => {
  it('agrees with the naive oracle on random organisations: communities, posts, comments, feeds, counts and search', async () => {
    await fc.assert(
      fc.asyncProperty(randomOrganisation, async (organisation) => {
        const ids = await fill(api.manager, organisation);
        const oracle = new Oracle(organisation);
        for (const [viewer, personId] of ids.people.entries()) {
          expect(await seenBy(viewerAs(personId), ids)).toEqual(expectedFor(viewer, ids, oracle, organisation));
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('agrees with the oracle on sockets: who is told of a post, who may watch a community or a post', async () => {
    await fc.assert(
      fc.asyncProperty(randomOrganisation, async (organisation) => {
        const ids = await fill(api.manager, organisation);
        const oracle = new Oracle(organisation);
        const listeners = await Listeners.open(api, ids.people);
        try {
          const watchable = [...ids.communities.map((id) => `community:${id}`), ...ids.posts.map((id) => `post:${id}`)];
          const allowed = ids.people.map((_, viewer) => [
            ...ids.communities.map((_id, community) => oracle.readsCommunity(viewer, community)),
            ...ids.posts.map((_id, post) => oracle.seesPost(viewer, post)),
          ]);
          expect(await listeners.watch(watchable)).toEqual(allowed);

          const told = await audiencesOf(api, listeners, ids, organisation);
          for (const [post, audience] of told) expect(audience).toEqual(ids.people.map((_, viewer) => viewer).filter((viewer) => oracle.inHomeFeed(viewer, post)));
        } finally {
          listeners.close();
        }
      }),
      { numRuns: 3 },
    );
  }, 120_000);
});

async function seenBy(viewer: Viewer, ids: Ids) {
  const [communities, posts, comments, search] = [get(CommunityQuery), get(PostQuery), get(CommentQuery), get(SearchService)];
  const own = (all: string[], found: Iterable<string>): string[] => [...found].filter((id) => all.includes(id)).sort();
  const ask = { kinds: ['community', 'post', 'comment'], filter: noFilter, first: 20, isTyping: false, isExact: false };
  const { groups } = await search.search(viewer, { ...ask, text: ids.word });
  const hitsOf = (kind: string, all: string[]) => own(all, groups.filter((group) => group.kind === kind).flatMap(({ hits }) => hits.map(({ id }) => id)));
  const countOf = (kind: string) => groups.find((group) => group.kind === kind)?.count ?? 0;
  const narrowed = (name: 'authorId' | 'communityId', all: string[]) =>
    Promise.all(all.map(async (id) => (await search.search(viewer, { ...ask, text: ids.word, filter: { ...noFilter, [name]: id } })).groups.flatMap(({ hits }) => hits.map((hit) => hit.id))));
  // One letter is missing: whether the word is offered tells whether anything holds it that the viewer may read.
  const misspelt = await search.search(viewer, { ...ask, kinds: ['post', 'comment'], text: ids.word.replace('zephyr', 'zehpyr') });
  const begun = await search.search(viewer, { ...ask, kinds: ['post', 'comment'], text: ids.word.slice(0, -1), isTyping: true });
  const listed = await communities.list(viewer, { search: ids.word }, everything);
  return {
    communities: own(ids.communities, (await communities.byIds(viewer, ids.communities)).keys()),
    communitiesCounted: listed.totalCount,
    lookedAt: own([...ids.posts, ...ids.comments], await lookedAtBy(viewer, ids)),
    communitiesRead: own(ids.communities, (await communities.readableAmong(viewer, ids.communities)).keys()),
    posts: own(ids.posts, (await Promise.all(ids.posts.map((id) => posts.byId(viewer, id)))).flatMap((post) => (post ? [post.id] : []))),
    files: own(ids.posts, (await Promise.all(ids.posts.map((id) => get(FileQuery).byId(viewer, id)))).flatMap((file) => (file ? [file.id] : []))),
    postsOfCommunities: own(ids.posts, (await Promise.all(ids.communities.map((id) => posts.byCommunity(viewer, id, everything)))).flatMap((page) => page.edges.map(({ node }) => node.id))),
    postsOfPeople: own(ids.posts, (await Promise.all(ids.people.map((id) => posts.byAuthor(viewer, id, everything)))).flatMap((page) => page.edges.map(({ node }) => node.id))),
    home: own(ids.posts, await feedIds(viewer, 'feed(source: FOLLOWING, first: 50)')),
    all: own(ids.posts, await feedIds(viewer, 'feed(source: ALL, first: 50)')),
    ofCommunities: own(ids.posts, await feedIds(viewer, 'feed(source: COMMUNITIES, first: 50)')),
    leadership: own(ids.posts, await feedIds(viewer, 'feed(source: LEADERSHIP, first: 50)')),
    missed: own(ids.posts, await feedIds(viewer, 'feed(source: FOLLOWING, order: MISSED, first: 50)')),
    tagged: own(ids.posts, await feedIds(viewer, 'tagFeed(tag: "velo", first: 50)')),
    saved: own(ids.posts, await feedIds(viewer, 'savedPosts(first: 50)')),
    postsAnswerable: own(ids.posts, await answerableIds(viewer, ids)),
    comments: own(ids.comments, (await Promise.all(ids.comments.map((id) => comments.byId(viewer, id)))).flatMap((comment) => (comment ? [comment.id] : []))),
    commentsOfPosts: own(ids.comments, (await threadsOf(viewer, ids)).map(({ id }) => id)),
    commentsCounted: [...(await comments.counts(viewer, ids.posts)).values()].reduce((sum, { all }) => sum + all, 0),
    foundCommunities: hitsOf('community', ids.communities),
    foundPosts: hitsOf('post', ids.posts),
    foundComments: hitsOf('comment', ids.comments),
    foundCounts: [countOf('community'), countOf('post'), countOf('comment')],
    foundByAuthor: own([...ids.posts, ...ids.comments], (await narrowed('authorId', ids.people)).flat()),
    foundByCommunity: own([...ids.posts, ...ids.comments], (await narrowed('communityId', ids.communities)).flat()),
    offeredWord: misspelt.isCorrected,
    foundWhileTyping: own([...ids.posts, ...ids.comments], begun.groups.flatMap(({ hits }) => hits.map(({ id }) => id))),
  };
}

/** Everything that is read through all the accesses that there are, whoever asked for them. */
async function lookedAtBy({ personId }: Viewer, ids: Ids): Promise<string[]> {
  const reading = get(BreakGlassReading);
  const pages = await Promise.all(ids.glasses.map((id) => reading.lines(viewerAs(personId, ['employee', 'it']), id, everything).then(({ edges }) => edges, () => [])));
  return [...new Set(pages.flat().map(({ node }) => node.id))];
}

async function answerableIds(viewer: Viewer, ids: Ids): Promise<string[]> {
  const transaction = { manager: api.manager, emit: () => undefined, record: () => undefined };
  const answers = await Promise.all(ids.posts.map((id) => get(Subjects).requireCommentable(transaction, viewer, { type: 'post', id }).then(() => [id], () => [])));
  return answers.flat();
}

/** Both levels, without the places that deleted comments leave; no word stands in those. */
async function threadsOf(viewer: Viewer, ids: Ids): Promise<CommentEntity[]> {
  const comments = get(CommentQuery);
  const [firstLevel, replies] = await Promise.all([comments.pages(viewer, ids.posts, everything, { questions: false }), comments.replyPages(viewer, ids.comments, everything)]);
  const found = [...firstLevel.values(), ...replies.values()].flat();
  for (const { body } of found.filter(({ deletedAt }) => deletedAt)) expect(body).toEqual({ type: 'doc' });
  return found.filter(({ deletedAt }) => !deletedAt);
}

async function feedIds(viewer: Viewer, field: string): Promise<string[]> {
  const { list } = await api
    .as({ id: viewer.personId })
    .send<{ list: { edges: { node: { id: string } }[] } }>(`{ list: ${field} { edges { node { id } } } }`);
  return list.edges.map(({ node }) => node.id);
}

function expectedFor(viewer: number, ids: Ids, oracle: Oracle, { posts, comments }: RandomOrganisation): Awaited<ReturnType<typeof seenBy>> {
  const where = (all: string[], rule: (index: number) => boolean): string[] => all.filter((_, index) => rule(index)).sort();
  const visibleCommunities = where(ids.communities, (community) => oracle.seesCommunity(viewer, community));
  const visiblePosts = where(ids.posts, (post) => oracle.seesPost(viewer, post));
  const visibleComments = where(ids.comments, (comment) => oracle.seesComment(viewer, comment));
  return {
    communities: visibleCommunities,
    communitiesCounted: visibleCommunities.length,
    lookedAt: [...where(ids.posts, (post) => oracle.looksAtPost(viewer, post)), ...where(ids.comments, (comment) => oracle.looksAtComment(viewer, comment))].sort(),
    communitiesRead: where(ids.communities, (community) => oracle.readsCommunity(viewer, community)),
    posts: visiblePosts,
    files: visiblePosts,
    postsOfCommunities: where(ids.posts, (post) => posts[post]?.community !== null && oracle.seesPost(viewer, post)),
    postsOfPeople: visiblePosts,
    home: where(ids.posts, (post) => oracle.inHomeFeed(viewer, post)),
    all: where(ids.posts, (post) => oracle.inAllFeed(viewer, post)),
    ofCommunities: where(ids.posts, (post) => oracle.inCommunitiesFeed(viewer, post)),
    leadership: where(ids.posts, (post) => oracle.inLeadershipFeed(viewer, post)),
    missed: where(ids.posts, (post) => oracle.missed(viewer, post)),
    tagged: where(ids.posts, (post) => posts[post]?.tag === 'velo' && oracle.seesPost(viewer, post)),
    saved: visiblePosts,
    postsAnswerable: where(ids.posts, (post) => oracle.answersPost(viewer, post)),
    comments: visibleComments,
    commentsOfPosts: visibleComments,
    commentsCounted: visibleComments.length,
    foundCommunities: visibleCommunities,
    foundPosts: visiblePosts,
    foundComments: visibleComments,
    foundCounts: [visibleCommunities.length, visiblePosts.length, visibleComments.length],
    foundByAuthor: [...visiblePosts, ...visibleComments].sort(),
    foundByCommunity: [
      ...where(ids.posts, (post) => posts[post]?.community !== null && oracle.seesPost(viewer, post)),
      ...where(ids.comments, (comment) => posts[comments[comment]!.post]?.community !== null && oracle.seesComment(viewer, comment)),
    ].sort(),
    offeredWord: visiblePosts.length + visibleComments.length > 0,
    foundWhileTyping: [...visiblePosts, ...visibleComments].sort(),
  };
}

let organisations = 0;

async function fill(manager: EntityManager, organisation: RandomOrganisation): Promise<Ids> {
  // Earlier organisations would fill the pages of this one.
  await manager.query('TRUNCATE person, community CASCADE');
  organisations += 1;
  // Letters alone, different from the first: words of earlier organisations must not be taken for this one.
  const word = `q${[...String(organisations)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}zephyr`;
  const people: { id: string }[] = [];
  for (const { executive } of organisation.people) people.push(await aPerson().being(...(executive ? ['executive' as const] : [])).save(manager));
  const communities: { id: string }[] = [];
  for (const { visibility, members, invited, archived } of organisation.communities) {
    const those = (numbers: number[]) => numbers.map((number) => people[number]!);
    const community = aCommunity().named(`About ${word}`).being(visibility).with(...those(members)).inviting(...those(invited));
    communities.push(await (archived ? community.archived() : community).save(manager));
  }
  for (const { follower, followee } of organisation.follows) {
    await manager.insert(FollowEntity, { followerId: people[follower]!.id, followeeId: people[followee]!.id, createdAt: new Date() });
  }
  const posts: PostEntity[] = [];
  for (const { person, tag } of organisation.tagFollows) await manager.insert(TagFollowEntity, { personId: people[person]!.id, tag, createdAt: new Date() });
  for (const { author, community, tag, deleted } of organisation.posts) {
    const text = `A word: ${word}.${tag ? ` #${tag}` : ''}`;
    const post = await aPost().by(people[author]!).in(community === null ? null : communities[community]!).saying(text).save(manager);
    if (deleted) await manager.update(PostEntity, post.id, { deletedAt: new Date() });
    posts.push(post);
  }
  // A file on each, by the id of its post.
  await manager.query(
    `INSERT INTO file (id, owner_id, key, kind, name, media_type, byte_size, storage_key, status, attached_type, attached_id, position, created_at)
     SELECT id, author_id, gen_random_uuid(), 'file', 'a.txt', 'text/plain', 1, md5(id::text), 'ready', 'post', id, 1, now() FROM post`,
  );
  // Everybody has saved everything, as if they could see it then.
  await manager.query(`INSERT INTO saved_post (id, person_id, post_id) SELECT gen_random_uuid(), person.id, post.id FROM person CROSS JOIN post`);
  for (const { person, ended, ...mute } of organisation.mutes) {
    await manager.insert(MuteEntity, {
      id: newId(),
      personId: people[person]!.id,
      mutedPersonId: 'muted' in mute ? people[mute.muted]!.id : null,
      communityId: 'community' in mute ? communities[mute.community]!.id : null,
      tag: 'tag' in mute ? mute.tag : null,
      until: ended ? new Date(Date.now() - 1_000) : null,
      createdAt: new Date(),
    });
  }
  const comments: string[] = [];
  const answered = new Map<number, string>();
  for (const { author, post, deleted, reply } of organisation.comments) {
    const id = newId();
    const parentId = (reply && answered.get(post)) || null;
    if (!parentId && !answered.has(post)) answered.set(post, id);
    const text = `Also ${word}.`;
    const comment = { id, subjectType: 'post', subjectId: posts[post]!.id, parentId, authorId: people[author]!.id, key: id, body: richTextOf(text), text, createdAt: new Date(), deletedAt: deleted ? new Date() : null };
    await manager.insert(CommentEntity, comment);
    comments.push(id);
  }
  const glasses: string[] = [];
  for (const { person, decider, community, state, over } of organisation.glasses) {
    const [id, now] = [newId(), Date.now()];
    await manager.insert(BreakGlassEntity, {
      id, communityId: communities[community]!.id, state, askedById: people[person]!.id, reason: 'Somebody has reported threats.', hours: 1, askedAt: new Date(now), lapsesAt: new Date(now + 1_000_000),
      decidedById: decider === null ? null : people[decider]!.id, decidedAt: null, endsAt: new Date(over ? now - 1 : now + 1_000_000), endedById: null,
    });
    glasses.push(id);
  }
  await get(Lexicon).settled();
  const idOf = ({ id }: { id: string }): string => id;
  return { people: people.map(idOf), communities: communities.map(idOf), posts: posts.map(idOf), comments, glasses, word };
}
