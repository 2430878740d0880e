import { createGraphqlClient, i18n, type RichTextDocument, startSession } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import en from '../../locales/en.json';
import { keepDraftsOn, noteKept } from '../draft-register.ts';
import type { DraftServer } from '../draft-server.ts';
import { draftAddress, newDraft, readDraft, writeDraft } from '../draft-store.ts';
import DraftsPage from './DraftsPage.vue';

const words = (text: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const kept = (subject: string, version: string, text: string) => ({
  __typename: 'Draft', id: `id-${version}`, subject, version, earlierVersions: [], body: words(text), place: null, details: null, updatedAt: '2026-03-02T09:00:00Z', files: [], about: null,
});
const addressOf = (subject: string) => draftAddress('ada', subject);

let throwAway: ReturnType<typeof vi.fn>;
let listed: object[];
const pages: { unmount(): void }[] = [];

async function shownPage() {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { template: '<p />' } }] });
  const page = mount(DraftsPage, { attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([])]] } });
  pages.push(page);
  await vi.waitFor(() => expect(page.find('article').exists()).toBe(true));
  return page;
}
const press = async (name: string) => {
  [...document.querySelectorAll('button')].filter((button) => button.textContent?.trim() === name).at(-1)?.click();
  await flushPromises();
};

beforeEach(async () => {
  localStorage.clear();
  listed = [];
  throwAway = vi.fn(async () => undefined);
  const person = { id: 'ada', displayName: 'Ada', email: null, roles: [] };
  vi.stubGlobal('fetch', async (address: string) => {
    const edges = listed.map((node) => ({ __typename: 'DraftEdge', cursor: 'c', node }));
    const pageInfo = { __typename: 'PageInfo', endCursor: null, hasNextPage: false };
    return Response.json(String(address).includes('graphql') ? { data: { drafts: { __typename: 'DraftConnection', edges, pageInfo } } } : { person });
  });
  await startSession();
  i18n.global.mergeLocaleMessage('en', en);
  keepDraftsOn({ subjects: async () => new Map(), read: async () => null, save: async () => ({ outcome: 'CHANGED', draft: null }), throwAway } as unknown as DraftServer);
  await flushPromises();
});
afterEach(() => {
  for (const page of pages.splice(0)) page.unmount();
  keepDraftsOn(undefined);
});

it('shows what this browser alone holds before what the server keeps, each draft once, as it stands here', async () => {
  const sent = { version: 'v1', attempts: [], sentAs: 'v1' };
  writeDraft(addressOf('post.home'), { ...newDraft(), body: words('Only here') });
  writeDraft(addressOf('wiki.new.x'), { ...newDraft(), ...sent, sentAs: null, body: words('Newer here') });
  writeDraft(addressOf('comment.y'), { ...newDraft(), version: 'v2', sentAs: 'v2', body: words('Same here') });
  listed = [kept('wiki.new.x', 'v1', 'Older there'), kept('comment.y', 'v2', 'Same there')];
  const page = await shownPage();

  await vi.waitFor(() => expect(page.findAll('article')).toHaveLength(3));
  const texts = page.findAll('article').map((article) => article.text());

  for (const [index, text] of ['Only here', 'Newer here', 'Same there'].entries()) expect(texts[index]).toContain(text);
  expect(texts.map((text) => text.includes('Only this browser'))).toEqual([true, true, false]);
});

it('throws away what this browser holds, and what the server has of it', async () => {
  writeDraft(addressOf('wiki.new.x'), { ...newDraft(), version: 'v1', sentAs: null, body: words('Newer here') });
  listed = [kept('wiki.new.x', 'v1', 'Older there')];
  const page = await shownPage();
  await press('Throw away');
  await press('Throw away');

  expect(readDraft(addressOf('wiki.new.x'))).toBeNull();
  expect(throwAway).toHaveBeenCalledWith('wiki.new.x', ['v1']);
  expect(page.text()).not.toContain('Newer here');
});

it('gives up the words that were sent meanwhile to the list of the server', async () => {
  writeDraft(addressOf('post.home'), { ...newDraft(), body: words('Only here'), attempts: ['v1'], sentAs: 'v1' });
  const page = await shownPage();
  expect(page.text()).toContain('Only this browser');
  listed = [kept('post.home', 'v1', 'Now there')];
  noteKept('post.home', 'v1');

  await vi.waitFor(() => expect(page.text()).toContain('Now there'));
  expect(page.text()).not.toContain('Only this browser');
});
