import { createGraphqlClient, i18n, startSession } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRouter, createWebHistory } from 'vue-router';

import { expertsCache } from '../experts.cache.ts';
import ExpertPreferencesPage from './ExpertPreferencesPage.vue';

type Topic = { __typename: 'ExpertTopic'; words: string; tag: string | null; skill: null };
const topic = (words: string, tag: string | null = null): Topic => ({ __typename: 'ExpertTopic', words, tag, skill: null });

let kept: { __typename: 'ExpertPreferences'; isNeverProposed: boolean; pace: string; topics: Topic[] };
let changes: object[];
let refusal: object | null;
let page: VueWrapper;

beforeEach(async () => {
  kept = { __typename: 'ExpertPreferences', isNeverProposed: false, pace: 'USUAL', topics: [topic('Metrology', 'metrology'), topic('raku pottery')] };
  changes = [];
  refusal = null;
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    if (address === '/auth/session') return Response.json({ person: { id: 'me', displayName: 'Me', email: null, roles: [] } });
    const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: { input: { topics?: { words: string }[] } } };
    if (operationName === 'SkillSuggestions') return Response.json({ data: { skillSuggestions: [] } });
    if (operationName === 'ExpertPreferences') return Response.json({ data: { expertPreferences: kept, expertFormula: { __typename: 'ExpertFormula', weeklyRequests: 4 } } });
    changes.push(variables.input);
    if (refusal) return Response.json({ errors: [refusal] });
    const { topics, ...choices } = variables.input;
    return Response.json({ data: { changeExpertPreferences: { ...kept, ...choices, topics: topics?.map(({ words }) => topic(words)) ?? kept.topics } } });
  });
  await startSession();
  const router = createRouter({ history: createWebHistory(), routes: [{ path: '/about/experts', name: 'about-experts', component: {} }, { path: '/people/:id', name: 'person', component: {} }, { path: '/', component: ExpertPreferencesPage }] });
  await router.replace('/');
  page = mount(ExpertPreferencesPage, { attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([expertsCache])]] } });
  await settled();
});
afterEach(() => page.unmount());

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await flushPromises();
};
const box = () => page.get<HTMLInputElement>('input[type=checkbox]');
const radios = () => page.findAll<HTMLInputElement>('input[type=radio]');
async function type(words: string): Promise<void> {
  await page.get('input[type=text], input[role=combobox]').setValue(words);
  await page.get('input[type=text], input[role=combobox]').trigger('keydown', { key: 'Enter' });
  await settled();
}

it('keeps each choice at once', async () => {
  expect(page.text()).toContain('4 a week at most');
  await radios()[1]!.setValue();
  await settled();
  await box().setValue(true);
  await settled();
  expect(changes).toEqual([{ pace: 'RARE' }, { isNeverProposed: true }]);
});

it('takes a choice back that the server did not keep, and says why', async () => {
  refusal = { message: 'x', extensions: { code: 'INTERNAL' } };
  await box().setValue(true);
  await settled();
  await radios()[2]!.setValue();
  await settled();
  expect(box().element.checked).toBe(false);
  expect(radios().map(({ element }) => element.checked)).toEqual([true, false, false]);
  expect(page.findAll('[role=alert]')).toHaveLength(2);
});

it('adds a subject and takes one off, with all the others', async () => {
  await type('#torque');
  await page.get('button[aria-label*="#Metrology"]').trigger('click');
  await settled();
  const others = [{ words: '#Metrology', skillId: null }, { words: 'raku pottery', skillId: null }];
  expect(changes).toEqual([{ topics: [...others, { words: '#torque', skillId: null }] }, { topics: [others[1]] }]);
});

it('says that a subject is there already, and what the server refuses', async () => {
  await type('Raku Pottery');
  expect(page.get('[role=alert]').text()).toContain('raku pottery');
  expect(changes).toEqual([]);
  refusal = { message: 'x', extensions: { code: 'EXPERT_TOPIC_TOO_VAGUE', words: 'the', params: { words: 'the' } } };
  await type('the');
  expect(page.get('[role=alert]').text()).toContain('names no subject');
});
