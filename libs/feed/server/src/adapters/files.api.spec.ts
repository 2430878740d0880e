import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { aPdf, aPng, MediaFolder, upload } from '@parvis/media/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';

const FIND = `query ($text: String!, $filter: SearchFilterInput) { search(text: $text, kinds: [FILE], filter: $filter) { groups { hits { id targetType targetId commentId title { text } extract { text } author { id } community { id } } } } }`;
const FILES = `query ($id: ID!, $name: String, $sort: FileSort, $first: Int! = 20, $after: String) { community(id: $id) {
  files(name: $name, sort: $sort, first: $first, after: $after) { edges { node { id targetType targetId commentId addedAt addedBy { id } file { id name byteSize url } } } pageInfo { endCursor hasNextPage } }
} }`;

interface Place {
  id: string;
  targetType: string;
  targetId: string;
  commentId: string | null;
}
interface Hit extends Place {
  title: { text: string }[];
  extract: { text: string }[];
  author: { id: string };
  community: { id: string } | null;
}
interface Listed extends Place {
  addedBy: { id: string };
  file: { id: string; name: string };
}
interface Page {
  edges: { node: Listed }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

const folder = new MediaFolder();
let api: TestApi;
let author: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  const domains = [platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain];
  api = await TestApi.start(domains, { env: { PARVIS_DATA_DIR: folder.path } });
});
beforeEach(async () => {
  [author, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').animatedBy(author).with(member).save(api.manager);
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

const aFile = async (name = 'plan.pdf', owner = author) => (await upload(api, owner, name.endsWith('.png') ? { bytes: await aPng(), name } : { bytes: name.endsWith('.csv') ? 'a;b' : aPdf(), name })).file.id;
const run = async (by: PersonEntity, query: string, variables: Record<string, unknown>) => Object.values(await api.as(by).send<Record<string, { id: string }>>(query, variables))[0]?.id ?? '';
const post = (attachmentIds: string[], { in: place = closed as CommunityEntity | null } = {}) =>
  run(author, 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), communityId: place?.id ?? null, body: richTextOf('Look'), attachmentIds } });
const comment = (postId: string, attachmentIds: string[], by = author) =>
  run(by, 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'post', id: postId }, body: richTextOf('See'), attachmentIds } });
const merge = (into: CommunityEntity) =>
  run(author, 'mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }', { input: { fromId: closed.id, intoId: into.id, confirmedContentCount: 1_000 } });

const hitsOf = async (viewer: PersonEntity, text: string, filter: object | null = null) =>
  (await api.as(viewer).send<{ search: { groups: { hits: Hit[] }[] } }>(FIND, { text, filter })).search.groups.flatMap(({ hits }) => hits);
const found = async (viewer: PersonEntity, text: string, filter: object | null = null) => (await hitsOf(viewer, text, filter)).map(({ id }) => id);
const pageOf = async (viewer: PersonEntity, variables: object = {}, id = closed.id) => (await api.as(viewer).send<{ community: { files: Page } }>(FILES, { id, ...variables })).community.files;
const listed = async (viewer: PersonEntity, variables: object = {}, id = closed.id) => (await pageOf(viewer, variables, id)).edges.map(({ node }) => node);
const namesOf = async (viewer: PersonEntity, variables: object = {}) => (await listed(viewer, variables)).map(({ file }) => file.name);

describe('searching files', () => {
  it('finds one by words of its name, in whatever form, and leads to what it is attached to', async () => {
    const [unique, byPost] = ['turbine', await aFile()];
    const report = await aFile(`Rapports-annuels_${unique}.2026.pdf`);
    const postId = await post([byPost, report]);

    for (const text of [`rapport annuel ${unique}`, `RAPPORT ${unique}`, `${unique} pdf`, `${unique} 2026`, `Rapports-annuels_${unique}.2026.pdf`]) expect(await found(member, text)).toEqual([report]);
    expect(await hitsOf(member, `rapport ${unique}`)).toMatchObject([{ targetType: 'post', targetId: postId, commentId: null, author: { id: author.id }, community: { id: closed.id } }]);
    expect((await hitsOf(member, unique))[0]?.title.map(({ text }) => text).join('')).toBe(`Rapports-annuels_${unique}.2026.pdf`);
    expect(await found(member, `${unique} 2025`)).toEqual([]);
  });

  it('leads to the comment, where it is attached to one', async () => {
    const unique = 'gasket';
    const postId = await post([]);
    const commentId = await comment(postId, [await aFile(`${unique}.pdf`, member)], member);
    expect(await hitsOf(author, unique)).toMatchObject([{ targetType: 'post', targetId: postId, commentId, author: { id: member.id } }]);
  });

  it('finds an image by what it shows', async () => {
    const unique = 'foundry';
    const { file } = await upload(api, author, { bytes: await aPng(), name: 'IMG_0001.png', alt: `A pump, ${unique}` });
    await post([file.id]);
    const [hit] = await hitsOf(member, unique);
    expect(hit?.extract.map(({ text }) => text).join('')).toBe(`A pump, ${unique}`);
  });

  it('finds nothing that the viewer may not see, nor what is attached to nothing', async () => {
    const unique = 'crucible';
    const [shared, inComment] = [await aFile(`${unique}-1.pdf`), await aFile(`${unique}-2.pdf`)];
    const alone = await aFile(`${unique}-3.pdf`);
    await comment(await post([shared]), [inComment]);
    expect((await found(member, unique)).sort()).toEqual([shared, inComment].sort());
    expect(await found(stranger, unique)).toEqual([]);
    expect(await found(author, unique)).not.toContain(alone);
    await expect(api.anonymous().send(FIND, { text: unique })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('narrows down by author, community and period', async () => {
    const unique = 'lathe';
    const [here, elsewhere] = [await aFile(`${unique}-1.pdf`), await aFile(`${unique}-2.pdf`)];
    await post([here]);
    await post([elsewhere], { in: null });
    expect(await found(member, unique, { communityId: closed.id })).toEqual([here]);
    expect((await found(member, unique, { authorId: author.id })).sort()).toEqual([here, elsewhere].sort());
    expect(await found(member, unique, { authorId: member.id })).toEqual([]);
    expect(await found(member, unique, { to: '2020-01-01T00:00:00Z' })).toEqual([]);
  });

  it('forgets what was taken off, deleted, or lost its post', async () => {
    const unique = 'varnish';
    const [kept, takenOff, deleted, lost] = [await aFile(`${unique}-1.pdf`), await aFile(`${unique}-2.pdf`), await aFile(`${unique}-3.pdf`), await aFile(`${unique}-4.pdf`)];
    const [first, second] = [await post([kept, takenOff, deleted]), await post([lost])];
    await run(author, 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }', { input: { id: first, attachmentIds: [kept, deleted] } });
    await api.as(author).send('mutation ($id: ID!) { deleteFile(id: $id) }', { id: deleted });
    await api.as(author).send('mutation ($id: ID!) { deletePost(id: $id) }', { id: second });
    expect(await found(author, unique)).toEqual([kept]);
  });
});

describe('the files of a community', () => {
  it('are those of its posts and of their comments, newest first, with the way to them', async () => {
    const [plan, photo] = [await aFile(), await aFile('photo.png', member)];
    const postId = await post([plan]);
    const commentId = await comment(postId, [photo], member);
    await post([await aFile('elsewhere.pdf')], { in: null });

    expect(await listed(member)).toMatchObject([
      { targetType: 'post', targetId: postId, commentId, addedBy: { id: member.id }, file: { id: photo, name: 'photo.png' } },
      { targetType: 'post', targetId: postId, commentId: null, addedBy: { id: author.id }, file: { id: plan, name: 'plan.pdf' } },
    ]);
  });

  it('are seen by those who may read there, and by nobody else', async () => {
    await comment(await post([await aFile()]), [await aFile()]);
    expect([(await listed(member)).length, (await listed(stranger)).length]).toEqual([2, 0]);
    await api.manager.query('DELETE FROM membership WHERE community_id = $1 AND person_id = $2', [closed.id, member.id]);
    expect(await listed(member)).toEqual([]);
    await expect(api.anonymous().send(FILES, { id: closed.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are narrowed down by parts of their name, accents and letter case aside, and by sort', async () => {
    await post([await aFile('Relevé-de-pression.csv'), await aFile('Photo 100%.png'), await aFile('plan_été.pdf')]);
    expect(await namesOf(member, { name: 'releve PRESS' })).toEqual(['Relevé-de-pression.csv']);
    expect(await namesOf(member, { name: 'ete' })).toEqual(['plan_été.pdf']);
    expect(await namesOf(member, { name: '100%' })).toEqual(['Photo 100%.png']);
    expect(await namesOf(member, { name: 'zebra' })).toEqual([]);
    expect(await namesOf(member, { sort: 'IMAGE' })).toEqual(['Photo 100%.png']);
    expect((await namesOf(member, { sort: 'DOCUMENT' })).sort()).toEqual(['Relevé-de-pression.csv', 'plan_été.pdf'].sort());
    expect(await namesOf(member, { sort: 'RECORDING' })).toEqual([]);
  });

  it('come page by page without a gap or a repeat, those of one post too', async () => {
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push(await aFile());
    await post(ids.slice(0, 3));
    await post(ids.slice(3));
    const first = await pageOf(member, { first: 2 });
    const second = await pageOf(member, { first: 2, after: first.pageInfo.endCursor });
    const third = await pageOf(member, { first: 2, after: second.pageInfo.endCursor });
    const read = [first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.id));
    expect([read.length, new Set(read)]).toEqual([5, new Set(ids)]);
    expect(third.pageInfo.hasNextPage).toBe(false);
    await expect(pageOf(member, { after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('cost one statement, beside those for the community and the names of people, however many there are', async () => {
    await post([await aFile(), await aFile()]);
    await listed(member);
    const count = async () => (await api.statementsOf(() => listed(member))).length;
    const before = await count();
    await comment(await post([await aFile(), await aFile()]), [await aFile('plan.pdf', member)], member);
    expect([before, await count()]).toEqual([3, 3]);
  });

  it('move with it when it becomes another', async () => {
    const unique = 'quarztmerge';
    await comment(await post([await aFile(`${unique}-1.pdf`)]), [await aFile(`${unique}-2.pdf`)]);
    const into = await aCommunity().being('closed').animatedBy(author).save(api.manager);
    await merge(into);
    expect(await listed(author, {}, into.id)).toHaveLength(2);
    expect(await found(author, unique, { communityId: into.id })).toHaveLength(2);
  });
});
