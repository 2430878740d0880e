import urql, { gql, type TypedDocumentNode } from '@urql/vue';
import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, ref } from 'vue';

import type { CacheRules } from './cache-rules.ts';
import { createGraphqlClient } from './client.ts';
import { forgetField } from './connections.ts';
import { type Connection, usePages } from './usePages.ts';

type Data = { people: Connection<{ id: string }> };
type Asked = { department: string | null; after?: string | null };
const People = gql`
  query People($department: String, $after: String) {
    people(department: $department, first: 2, after: $after) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
` as TypedDocumentNode<Data, Asked>;

/** A server with one list of ids per department, two on a page; the cursor is the id. */
function aServer(lists: Record<string, string[]>) {
  const server = { lists, asked: [] as Asked[], isDown: false };
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const { variables = { department: null } } = JSON.parse(init.body as string) as { variables?: Asked };
    server.asked.push(variables);
    if (server.isDown) return new Response('', { status: 500 });
    const list = server.lists[variables.department ?? 'all'] ?? [];
    const start = variables.after ? list.indexOf(variables.after) + 1 : 0;
    const page = list.slice(start, start + 2);
    const edges = page.map((id) => ({ __typename: 'PersonEdge', cursor: id, node: { __typename: 'Person', id } }));
    const pageInfo = { __typename: 'PageInfo', endCursor: page.at(-1) ?? null, hasNextPage: start + 2 < list.length };
    return Response.json({ data: { people: { __typename: 'PersonConnection', edges, pageInfo } } });
  });
  return server;
}

const rules: CacheRules[] = [{ embedded: ['PersonConnection', 'PersonEdge'], connections: { Query: ['people'] } }];

function aList(client = createGraphqlClient(rules)) {
  const department = ref<string | null>(null);
  let pages!: ReturnType<typeof usePages<Data, Asked, { id: string }>>;
  mount(
    defineComponent(() => {
      pages = usePages({
        query: People,
        variables: () => ({ department: department.value }),
        connection: (data) => data.people,
      });
      return () => null;
    }),
    { global: { plugins: [[urql, client]] } },
  );
  const ids = () => pages.items.value.map((item) => item.id);
  return { pages, department, ids };
}

describe('usePages', () => {
  it('glues the pages together, in order, until the end', async () => {
    aServer({ all: ['a', 'b', 'c', 'd', 'e'] });
    const { pages, ids } = aList();
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b']));

    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b', 'c', 'd']));
    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']));

    expect(pages.hasMore.value).toBe(false);
  });

  it('starts again when what is asked changes, and keeps the old list in sight meanwhile', async () => {
    aServer({ all: ['a', 'b', 'c'], quality: ['q'] });
    const { pages, department, ids } = aList();
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b']));
    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toHaveLength(3));

    department.value = 'quality';
    expect(ids()).toHaveLength(3);
    await vi.waitFor(() => expect(ids()).toEqual(['q']));
  });

  it('does not pass the old list for the answer to new words when those fail', async () => {
    const server = aServer({ all: ['a'], quality: ['q'] });
    const { pages, department, ids } = aList();
    await vi.waitFor(() => expect(ids()).toEqual(['a']));

    server.isDown = true;
    department.value = 'quality';
    expect(pages.hasFailed.value).toBe(false);
    await vi.waitFor(() => expect(pages.hasFailed.value).toBe(true));

    department.value = null;
    await vi.waitFor(() => expect(pages.isFetching.value).toBe(false));
    expect(pages.hasFailed.value).toBe(false);

    server.isDown = false;
    department.value = 'quality';
    await vi.waitFor(() => expect(ids()).toEqual(['q']));
    expect(pages.hasFailed.value).toBe(false);
  });

  it('tells whether the newest page could be read', async () => {
    const server = aServer({ all: ['b', 'c', 'd'] });
    const { pages, ids } = aList();
    await vi.waitFor(() => expect(ids()).toEqual(['b', 'c']));
    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toHaveLength(3));

    server.isDown = true;
    expect(await pages.refresh()).toBe(false);

    server.isDown = false;
    server.lists['all'] = ['a', 'b', 'c', 'd'];
    expect(await pages.refresh()).toBe(true);
    expect(ids()[0]).toBe('a');
  });

  it('starts at the beginning again when the cache forgot what it read', async () => {
    aServer({ all: ['a', 'b', 'c'] });
    const client = createGraphqlClient([
      ...rules,
      { mutations: { touch: (_result, _args, cache) => forgetField(cache, 'Query', 'people') } },
    ]);
    const { pages, ids } = aList(client);
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b']));
    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b', 'c']));

    const answering = globalThis.fetch;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
      (init.body as string).includes('touch') ? Response.json({ data: { touch: 'x' } }) : answering(url, init),
    );
    await client.mutation(gql`mutation { touch }`, {}).toPromise();
    const seen: string[][] = [];
    await vi.waitFor(() => {
      seen.push(ids());
      expect(pages.isFetching.value).toBe(false);
      expect(ids().slice(0, 2)).toEqual(['a', 'b']);
    });
    expect(seen).not.toContainEqual(['c']);
  });

  it('does not hide what came between two pages when the first is read anew', async () => {
    const server = aServer({ all: ['c', 'd', 'e'] });
    const { pages, ids } = aList();
    await vi.waitFor(() => expect(ids()).toEqual(['c', 'd']));
    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toEqual(['c', 'd', 'e']));

    server.lists['all'] = ['x', 'y', 'z', 'c', 'd', 'e'];
    pages.refresh();
    await vi.waitFor(() => expect(ids()).toEqual(['x', 'y']));
    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toEqual(['x', 'y', 'z', 'c']));
  });

  it('is not mixed up with another list of the same people that asks for less', async () => {
    aServer({ all: ['a', 'b', 'c'] });
    const client = createGraphqlClient(rules);
    const Names = gql`
      query Names {
        people(first: 9) {
          edges {
            node {
              id
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    `;
    expect((await client.query(Names, {}).toPromise()).error).toBeUndefined();
    const { ids } = aList(client);

    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b']));
  });

  it('keeps what it shows when the next page fails, and asks for that page again', async () => {
    const server = aServer({ all: ['a', 'b', 'c'] });
    const { pages, ids } = aList();
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b']));

    server.isDown = true;
    pages.loadMore();
    await vi.waitFor(() => expect(pages.error.value).toBeDefined());
    expect(ids()).toEqual(['a', 'b']);

    server.isDown = false;
    pages.loadMore();
    await vi.waitFor(() => expect(ids()).toEqual(['a', 'b', 'c']));
    expect(server.asked.map((asked) => asked.after ?? null)).toEqual([null, 'b', 'b']);
  });
});
