import { Hash } from '@lucide/vue';
import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';

import { offerInSearch, offerKinds } from '../further-offers.ts';
import { searchCache } from '../search.cache.ts';
import SearchBox from './SearchBox.vue';

const blank = { template: '<p />' };
Element.prototype.scrollIntoView = () => {};
const hit = {
  __typename: 'SearchHit', kind: 'PERSON', id: 'zoe', targetType: 'person', targetId: 'zoe', commentId: null, writtenAt: null, author: null, writtenBy: null, community: null,
  title: [{ __typename: 'TextPiece', text: 'Zoé Martin', isMatch: false }], extract: [],
};
let found: object[];
let page: VueWrapper;
let router: Router;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  found = [{ __typename: 'SearchGroup', kind: 'PERSON', hits: [hit] }];
  offerKinds.length = 0;
  vi.stubGlobal('fetch', async () => Response.json({ data: { search: { __typename: 'SearchAnswer', groups: found } } }));
  const routes = ['home', 'search', 'experts', 'person', 'tag'].map((name) => ({ name, path: `/${name === 'home' ? '' : name}${name === 'person' || name === 'tag' ? '/:id' : ''}`, component: blank }));
  router = createRouter({ history: createMemoryHistory(), routes });
  await router.push('/');
  page = mount(SearchBox, { attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([searchCache])]] } });
});
afterEach(() => {
  page.unmount();
  vi.useRealTimers();
});

async function type(words: string): Promise<void> {
  await page.get('input').setValue(words);
  await vi.advanceTimersByTimeAsync(300);
  vi.useRealTimers();
  await vi.waitFor(() => expect(page.findAll('[role=option]').length).toBeGreaterThan(0));
  for (let turn = 0; turn < 5; turn += 1) await flushPromises();
}
const options = () => page.findAll('[role=option]').map((option) => option.text().replace(/\s+/g, ' '));
const press = (change: KeyboardEventInit, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { key: 'k', bubbles: true, cancelable: true, ...change });
  target.dispatchEvent(event);
  return event.defaultPrevented;
};

it('is reached by Control-K, also from a field, and not by K alone nor from where Control-K means a link', () => {
  const input = page.get('input').element;
  const other = document.body.appendChild(document.createElement('textarea'));
  other.focus();
  expect(press({}, other)).toBe(false);
  expect(document.activeElement).toBe(other);
  other.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  press({ ctrlKey: true }, other);
  expect(document.activeElement).toBe(other);
  expect(press({ ctrlKey: true }, other)).toBe(true);
  expect(document.activeElement).toBe(input);
  other.remove();
});

it('offers hits, then what other domains know, then all results, and last who knows', async () => {
  offerInSearch({ many: 'Hashtags', one: 'Hashtag', icon: Hash, find: async (_client, words) => [{ id: 'pumps', label: `#${words}s`, detail: '3 posts', place: { name: 'tag', params: { id: 'pumps' } } }] });
  offerInSearch({ many: 'Broken', one: 'Broken', icon: Hash, find: () => Promise.reject(new Error('no network')) });
  await type('pump');
  expect(options()).toEqual([expect.stringContaining('Zoé Martin'), expect.stringMatching(/#pumps.*3 posts/), 'All results for “pump”', 'Who knows about “pump”?']);
  await page.findAll('[role=option]')[1]!.trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.fullPath).toBe('/tag/pumps');
});

it('offers who knows where nothing is found, with the same words', async () => {
  found = [];
  await type('zorg');
  expect(page.get('[role=status]').text()).toBe('No page or post matches exactly. Somebody may know:');
  expect(options()).toEqual(['Who knows about “zorg”?']);
  await page.get('input').trigger('keydown', { key: 'ArrowUp' });
  await page.get('input').trigger('keydown', { key: 'Enter' });
  await flushPromises();
  expect(router.currentRoute.value).toMatchObject({ name: 'experts', query: { q: 'zorg' } });
});
