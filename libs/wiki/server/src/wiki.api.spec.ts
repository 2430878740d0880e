import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity, type CommunityVisibility } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { wikiDomain } from './wiki.domain.ts';

let api: TestApi;
let animator: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let community: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, wikiDomain]);
  [animator, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
});
afterAll(() => api.stop());
beforeEach(async () => {
  community = await aCommunityBeing('closed');
});

const aCommunityBeing = (visibility: CommunityVisibility) => aCommunity().being(visibility).animatedBy(animator).with(member).save(api.manager);

interface Page {
  id: string;
  title: string;
  version: number;
  parentId: string | null;
}
const FIELDS = 'id title version parentId';

const create = async (by: PersonEntity, input: Record<string, unknown> = {}) =>
  (
    await api.as(by).send<{ createWikiPage: Page }>(`mutation ($input: CreateWikiPageInput!) { createWikiPage(input: $input) { ${FIELDS} } }`, {
      input: { key: randomUUID(), communityId: community.id, title: 'Bleeding a circuit', body: richTextOf('Open the valve.'), ...input },
    })
  ).createWikiPage;
const edit = async (by: PersonEntity, input: Record<string, unknown>) =>
  (
    await api.as(by).send<{ editWikiPage: Page }>(`mutation ($input: EditWikiPageInput!) { editWikiPage(input: $input) { ${FIELDS} } }`, {
      input: { version: 1, title: 'Bleeding a circuit', body: richTextOf('Open the lower valve.'), ...input },
    })
  ).editWikiPage;
const change = async <T = Page>(by: PersonEntity, mutation: string, variables: Record<string, unknown>, fields = ` { ${FIELDS} }`) => {
  const types: Record<string, string> = { id: 'ID!', parentId: 'ID', number: 'Int!' };
  const given = Object.keys(variables);
  const answer = await api.as(by).send<Record<string, T>>(
    `mutation (${given.map((name) => `$${name}: ${types[name]}`).join(', ')}) { ${mutation}(${given.map((name) => `${name}: $${name}`).join(', ')})${fields} }`,
    variables,
  );
  return answer[mutation] as T;
};
const read = async <T = Page>(by: PersonEntity, id: string, fields = FIELDS) =>
  (await api.as(by).send<{ wikiPage: T | null }>(`query ($id: ID!) { wikiPage(id: $id) { ${fields} } }`, { id })).wikiPage;
const list = async (by: PersonEntity, field: 'wikiPages' | 'deletedWikiPages' = 'wikiPages') =>
  (await api.as(by).send<{ community: Record<string, Page[]> | null }>(`query ($id: ID!) { community(id: $id) { ${field} { ${FIELDS} } } }`, { id: community.id })).community?.[field];

describe('a page of a community', () => {
  it('is made by a member, and read by those who may read the community', async () => {
    const page = await create(member);
    expect(page).toMatchObject({ title: 'Bleeding a circuit', version: 1, parentId: null });
    expect(await read(animator, page.id)).toMatchObject({ id: page.id });
    expect(await list(animator)).toEqual([page]);
    expect(await read(stranger, page.id)).toBeNull();
    expect(await list(stranger)).toEqual([]);
  });

  it('is made once however often the same key comes', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([create(member, { key }), create(member, { key })]);
    expect(second).toEqual(first);
    expect(await list(member)).toHaveLength(1);
  });

  it('sent again with other words after a lost answer says these, and what it said before is in its history; not once somebody else has changed it', async () => {
    const key = randomUUID();
    const first = await create(member, { key });
    const again = await create(member, { key, title: 'Bleeding a heating circuit' });
    expect(again).toMatchObject({ id: first.id, version: 2, title: 'Bleeding a heating circuit' });
    expect(await create(member, { key })).toEqual(again);
    expect(await create(member, { key, title: 'Bleeding a heating circuit' })).toEqual(again);
    expect(await list(member)).toHaveLength(1);

    const changed = await edit(animator, { id: first.id, version: 2 });
    await expect(create(member, { key, title: 'Bleeding' })).rejects.toMatchObject({ code: 'WIKI_PAGE_CHANGED', params: { version: 3 } });
    expect(await create(member, { key })).toEqual(changed);
    await change(animator, 'deleteWikiPage', { id: first.id }, '');
    await expect(create(member, { key, title: 'Bleeding' })).rejects.toMatchObject({ code: 'WIKI_PAGE_NOT_FOUND' });
  });

  it.each([
    { by: 'a stranger, in a closed community', visibility: 'closed' as const, code: 'COMMUNITY_NOT_MEMBER' },
    { by: 'a stranger, in an open community', visibility: 'open' as const, code: 'COMMUNITY_NOT_MEMBER' },
    { by: 'a stranger, in a secret community', visibility: 'secret' as const, code: 'COMMUNITY_NOT_FOUND' },
  ])('is not made by $by', async ({ visibility, code }) => {
    community = await aCommunityBeing(visibility);
    await expect(create(stranger)).rejects.toMatchObject({ code });
    await expect(create(member)).resolves.toMatchObject({ version: 1 });
  });

  it.each([
    { what: 'no title', input: { title: '  ' }, code: 'TEXT_REQUIRED', field: 'title' },
    { what: 'a title of 151 characters', input: { title: 'a'.repeat(151) }, code: 'TEXT_TOO_LONG', field: 'title' },
    { what: 'no text', input: { body: richTextOf(' ') }, code: 'TEXT_REQUIRED', field: 'body' },
    { what: 'HTML', input: { body: { type: 'doc', content: [{ type: 'script' }] } }, code: 'RICH_TEXT_NOT_ALLOWED', field: 'body' },
    { what: 'a parent that does not exist', input: { parentId: randomUUID() }, code: 'WIKI_PARENT_NOT_FOUND', field: 'parentId' },
    { what: 'a key that is none', input: { key: 'x' }, code: 'ID_INVALID', field: 'key' },
  ])('is refused with $what', async ({ input, code, field }) => {
    await expect(create(member, input)).rejects.toMatchObject({ code, field });
  });

  it('finds no room after 500, whether it is new or brought back, and none of them is left out', async () => {
    const gone = await create(member);
    await change(animator, 'deleteWikiPage', { id: gone.id }, '');
    await api.manager.query(
      `INSERT INTO wiki_page (id, community_id, title, sort_title, text, version, created_by_id, updated_by_id, key, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'Page ' || i, 'page ' || i, '', 1, $2, $2, gen_random_uuid(), now(), now() FROM generate_series(1, 499) AS i`,
      [community.id, member.id],
    );
    const tries = await Promise.allSettled([create(member), create(animator)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(create(member)).rejects.toMatchObject({ code: 'WIKI_FULL', params: { max: 500 } });
    await expect(change(animator, 'bringBackWikiPage', { id: gone.id })).rejects.toMatchObject({ code: 'WIKI_FULL' });
    await api.manager.query('UPDATE wiki_page SET deleted_at = NULL WHERE id = $1', [gone.id]);
    expect(await list(member)).toHaveLength(501);
  });

  it('of an archived community is read, and nothing else', async () => {
    const page = await create(member);
    const may = () => read<object>(animator, page.id, 'viewerCanEdit viewerCanDelete');
    expect(await may()).toEqual({ viewerCanEdit: true, viewerCanDelete: true });
    await api.manager.query('UPDATE community SET archived_at = now() WHERE id = $1', [community.id]);
    expect(await may()).toEqual({ viewerCanEdit: false, viewerCanDelete: false });
    for (const work of [() => create(member), () => edit(member, { id: page.id }), () => change(animator, 'deleteWikiPage', { id: page.id }, '')]) {
      await expect(work()).rejects.toMatchObject({ code: 'COMMUNITY_ARCHIVED' });
    }
  });

  it('stands below another of the same community only, and not below itself nor too deep', async () => {
    const top = await create(member);
    const second = await create(member, { parentId: top.id });
    const third = await create(member, { parentId: second.id });
    const fourth = await create(member, { parentId: third.id });
    await expect(create(member, { parentId: fourth.id })).rejects.toMatchObject({ code: 'WIKI_PARENT_NOT_POSSIBLE' });
    await expect(change(member, 'moveWikiPage', { id: top.id, parentId: third.id })).rejects.toMatchObject({ code: 'WIKI_PARENT_NOT_POSSIBLE' });
    await expect(change(member, 'moveWikiPage', { id: top.id, parentId: top.id })).rejects.toMatchObject({ code: 'WIKI_PARENT_NOT_POSSIBLE' });
    expect(await change(member, 'moveWikiPage', { id: third.id, parentId: top.id })).toMatchObject({ parentId: top.id });
    expect(await change(member, 'moveWikiPage', { id: third.id, parentId: null })).toMatchObject({ parentId: null });
    community = await aCommunityBeing('open');
    const elsewhere = await create(member);
    await expect(change(member, 'moveWikiPage', { id: second.id, parentId: elsewhere.id })).rejects.toMatchObject({ code: 'WIKI_PARENT_NOT_FOUND' });
    await expect(change(stranger, 'moveWikiPage', { id: elsewhere.id, parentId: null })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
  });
});

describe('versions', () => {
  let page: Page;
  beforeEach(async () => {
    page = await create(member);
  });
  const versions = async (by: PersonEntity) =>
    (await read<{ versions: { edges: { node: { number: number; note: string; restoredFrom: number | null; author: { id: string } } }[] } }>(by, page.id, 'versions { edges { node { number note restoredFrom author { id } } } }'))
      ?.versions.edges.map(({ node }) => node);

  it('are kept, with who saved them and what they say has changed', async () => {
    expect(await edit(animator, { id: page.id, note: 'Which valve' })).toMatchObject({ version: 2 });
    expect(await versions(member)).toEqual([
      { number: 2, note: 'Which valve', restoredFrom: null, author: { id: animator.id } },
      { number: 1, note: '', restoredFrom: null, author: { id: member.id } },
    ]);
    expect(await versions(stranger)).toBeUndefined();
  });

  it('are not made by those who may not write', async () => {
    await expect(edit(stranger, { id: page.id })).rejects.toMatchObject({ code: 'WIKI_PAGE_NOT_FOUND' });
    await api.manager.query(`UPDATE community SET visibility = 'open' WHERE id = $1`, [community.id]);
    await expect(edit(stranger, { id: page.id })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
    await expect(edit(member, { id: page.id })).resolves.toMatchObject({ version: 2 });
  });

  it('do not overwrite what somebody else has saved meanwhile', async () => {
    await edit(animator, { id: page.id });
    await expect(edit(member, { id: page.id, body: richTextOf('Mine') })).rejects.toMatchObject({ code: 'WIKI_PAGE_CHANGED', params: { version: 2 } });
    await expect(edit(member, { id: page.id, version: 2, body: richTextOf('Mine') })).resolves.toMatchObject({ version: 3 });
  });

  it('are one when the same save comes twice, or changes nothing', async () => {
    await edit(animator, { id: page.id });
    expect(await edit(animator, { id: page.id })).toMatchObject({ version: 2 });
    expect(await edit(animator, { id: page.id, version: 2 })).toMatchObject({ version: 2 });
  });

  it('are one for each of two who save at the same moment', async () => {
    const saves = await Promise.allSettled([edit(member, { id: page.id, body: richTextOf('Mine') }), edit(animator, { id: page.id, body: richTextOf('Yours') })]);
    expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await versions(member)).toHaveLength(2);
  });

  it('are compared word by word, titles included', async () => {
    await edit(animator, { id: page.id, title: 'Bleeding a loop' });
    const compared = (by: PersonEntity, from: number, to: number) => read<{ comparison: unknown }>(by, page.id, `comparison(from: ${from}, to: ${to}) { kind text }`);
    const { comparison } = (await compared(member, 1, 2)) ?? {};
    expect(comparison).toEqual([
      { kind: 'SAME', text: '# Bleeding a ' },
      { kind: 'REMOVED', text: 'circuit' },
      { kind: 'ADDED', text: 'loop' },
      { kind: 'SAME', text: '\n\nOpen the ' },
      { kind: 'ADDED', text: 'lower ' },
      { kind: 'SAME', text: 'valve.\n' },
    ]);
    await expect(compared(member, 1, 9)).rejects.toMatchObject({ code: 'WIKI_VERSION_NOT_FOUND' });
  });

  it('come back as a version of their own', async () => {
    await edit(animator, { id: page.id, title: 'Other' });
    expect(await change(member, 'restoreWikiVersion', { id: page.id, number: 1 })).toMatchObject({ version: 3, title: 'Bleeding a circuit' });
    expect((await versions(member))?.[0]).toMatchObject({ number: 3, restoredFrom: 1 });
    await expect(change(member, 'restoreWikiVersion', { id: page.id, number: 9 })).rejects.toMatchObject({ code: 'WIKI_VERSION_NOT_FOUND' });
    await expect(change(stranger, 'restoreWikiVersion', { id: page.id, number: 1 })).rejects.toMatchObject({ code: 'WIKI_PAGE_NOT_FOUND' });
  });
});

describe('pages that are taken off', () => {
  let page: Page, below: Page;
  beforeEach(async () => {
    page = await create(member);
    below = await create(member, { parentId: page.id, title: 'Below' });
  });

  it('leave lists, what stood below goes up, and animators bring them back', async () => {
    expect(await change<string>(animator, 'deleteWikiPage', { id: page.id }, '')).toBe(page.id);
    expect(await read(member, page.id)).toBeNull();
    expect(await list(member)).toEqual([{ ...below, parentId: null }]);
    expect(await list(animator, 'deletedWikiPages')).toMatchObject([{ id: page.id }]);
    expect(await list(member, 'deletedWikiPages')).toEqual([]);
    await change(animator, 'bringBackWikiPage', { id: page.id });
    expect(await list(member)).toHaveLength(2);
  });

  it('are so by animators alone', async () => {
    await expect(change(member, 'deleteWikiPage', { id: page.id }, '')).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(change(stranger, 'deleteWikiPage', { id: page.id }, '')).rejects.toMatchObject({ code: 'WIKI_PAGE_NOT_FOUND' });
    await change(animator, 'deleteWikiPage', { id: page.id }, '');
    await expect(change(member, 'bringBackWikiPage', { id: page.id })).rejects.toMatchObject({ code: 'WIKI_PAGE_NOT_FOUND' });
  });
});

describe('Markdown', () => {
  it('goes in and comes out', async () => {
    const markdown = '## Tools\n\n- a **key** of 13\n- patience\n\n| Valve | Turns |\n| ----- | ----- |\n| lower | 2     |\n';
    const { richTextOfMarkdown } = await api.as(member).send<{ richTextOfMarkdown: unknown }>(`query ($markdown: String!) { richTextOfMarkdown(markdown: $markdown) }`, { markdown });
    const page = await create(member, { body: richTextOfMarkdown });
    expect((await read<{ markdown: string }>(member, page.id, 'markdown'))?.markdown).toBe(`# Bleeding a circuit\n\n${markdown}`);
  });

  it('does not tell the name of a community that the reader may not know of', async () => {
    const secret = await aCommunity().being('secret').named('Project Heron').with(member).save(api.manager);
    const mention = { type: 'mention', attrs: { id: secret.id, label: 'Project Heron', kind: 'community' } };
    const page = await create(member, { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ask ' }, mention] }] } });
    expect((await read<{ markdown: string }>(member, page.id, 'markdown'))?.markdown).toContain('Project Heron');
    expect((await read<{ markdown: string }>(animator, page.id, 'markdown'))?.markdown).not.toMatch(/Heron|[0-9a-f]{8}-(?!0000)/);
  });
});

describe('what is said under a page', () => {
  const comment = (by: PersonEntity, id: string) =>
    api.as(by).send(`mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`, { input: { key: randomUUID(), subject: { type: 'wiki-page', id }, body: richTextOf('Which torque?') } });

  it('is for those who read it', async () => {
    const page = await create(member);
    await comment(animator, page.id);
    await expect(comment(stranger, page.id)).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    expect(await read(member, page.id, 'conversation { commentCount }')).toEqual({ conversation: { commentCount: 1 } });
  });

  it('is read but not added to once the community is at rest', async () => {
    const page = await create(member);
    await comment(animator, page.id);
    await api.as(animator).send('mutation ($id: ID!) { archiveCommunity(id: $id) { id } }', { id: community.id });
    await expect(comment(member, page.id)).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
    expect(await read(member, page.id, 'conversation { commentCount }')).toEqual({ conversation: { commentCount: 1 } });
  });
});

describe('the search for pages', () => {
  const found = async (by: PersonEntity, text: string) =>
    (await api.as(by).send<{ search: { groups: { kind: string; hits: { id: string }[] }[] } }>(`query ($text: String!) { search(text: $text) { groups { kind hits { id } } } }`, { text })).search.groups.flatMap(
      ({ hits }) => hits.map(({ id }) => id),
    );

  it('finds what those who read them may see, by title and text', async () => {
    const page = await create(member, { title: 'Zirconium handling', body: richTextOf('Gloves.') });
    expect(await found(member, 'zirconium')).toEqual([page.id]);
    expect(await found(stranger, 'zirconium')).toEqual([]);
    await change(animator, 'deleteWikiPage', { id: page.id }, '');
    expect(await found(member, 'zirconium')).toEqual([]);
  });
});

describe('what pages cost', () => {
  it('is the same for a short table of contents and a long one', async () => {
    const cost = async () =>
      (
        await api.statementsOf(() =>
          api.as(member).send(`query ($id: ID!) { community(id: $id) { viewerCanPost wikiPages { id title updatedBy { displayName } viewerCanEdit } } }`, { id: community.id }),
        )
      ).length;
    for (let i = 0; i < 3; i += 1) await create(member);
    await cost();
    const few = await cost();
    for (let i = 0; i < 12; i += 1) await create(await anotherMember());
    expect([few, await cost()]).toEqual([5, 5]);
  });
});

async function anotherMember(): Promise<PersonEntity> {
  const person = await aPerson().save(api.manager);
  await api.manager.query(`INSERT INTO membership (id, community_id, person_id, role, joined_at) VALUES ($1, $2, $3, 'member', now())`, [randomUUID(), community.id, person.id]);
  return person;
}
