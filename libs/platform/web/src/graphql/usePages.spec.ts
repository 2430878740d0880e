import urql, { gql, type TypedDocumentNode } from '@urql/vue';
import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, ref } from 'vue';

import type { CacheRules } from './cache-rules.ts';
import { createGraphqlClient } from './client.ts';
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
