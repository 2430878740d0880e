import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { defineComponent, shallowRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

import { soughtReply } from './sought-reply.ts';
import { useSoughtComment } from './useSoughtComment.ts';

// jsdom lays nothing out, so it cannot scroll either.
Element.prototype.scrollIntoView = () => {};
// The server alone knows under which comment a reply stands: here « reply » stands under « d ».
const client = { query: async (_query: unknown, { id }: { id: string }) => ({ data: { comment: { id, parentId: id === 'reply' ? 'd' : null } } }) };
afterEach(() => (document.body.innerHTML = ''));

async function aPost(hash: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] });
  await router.push(`/${hash}`);
  const starts: (string | null)[] = [null];
  let sought!: ReturnType<typeof useSoughtComment>;
  const Page = defineComponent(() => {
    sought = useSoughtComment({ starts: () => starts, readNext: (after) => starts.push(after) });
    return () => null;
  });
  mount(Page, { global: { plugins: [router], provide: { $urql: shallowRef(client) } } });
  const read = (ids: string[], next: string | null) => {
    for (const id of ids) document.body.insertAdjacentHTML('beforeend', `<article id="comment-${id}" tabindex="-1"></article>`);
    sought.know(starts.at(-1) ?? null, { ids, next });
    return flushPromises();
  };
  return { starts, read, router };
}

describe('useSoughtComment', () => {
  it('reads pages until the comment of the address is there, and gives it the focus', async () => {
    const { starts, read } = await aPost('#comment-d');
    await read(['a', 'b'], 'b');
    expect(starts).toEqual([null, 'b']);
    await read(['c', 'd'], 'd');

    expect(starts).toEqual([null, 'b']);
    expect(document.activeElement?.id).toBe('comment-d');
  });

  it('opens the thread of a reply once the comment above it is there', async () => {
    const { starts, read } = await aPost('#comment-reply');
    await read(['a', 'b'], 'b');
    expect(soughtReply.value).toBeNull();
    await read(['c', 'd'], 'd');

    expect(starts).toEqual([null, 'b']);
    expect(soughtReply.value).toEqual({ id: 'reply', parentId: 'd' });
  });

  it('reads no further than ten pages, and no further than the end', async () => {
    const long = await aPost('#comment-gone');
    for (let page = 1; page <= 12; page += 1) await long.read([`c${page}`], `c${page}`);
    expect(long.starts).toHaveLength(10);

    const short = await aPost('#comment-gone');
    await short.read(['a'], null);
    expect(short.starts).toEqual([null]);
  });

  it('reads one page when the address names no comment', async () => {
    const { starts, read } = await aPost('#comments');
    await read(['a'], 'a');

    expect(starts).toEqual([null]);
  });

  it('takes the focus once for each address only', async () => {
    const { read, router } = await aPost('#comment-a');
    await read(['a', 'b'], null);
    (document.activeElement as HTMLElement).blur();
    await read([], null);
    expect(document.activeElement).toBe(document.body);

    await router.push('/#comment-b');
    await read(['b'], null);
    expect(document.activeElement?.id).toBe('comment-b');
  });
});
