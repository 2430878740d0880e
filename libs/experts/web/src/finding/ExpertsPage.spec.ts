import { createGraphqlClient, i18n, showAt } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRouter, createWebHistory } from 'vue-router';

import { expertsCache } from '../experts.cache.ts';
import ExpertsPage from './ExpertsPage.vue';

const blank = { template: '<p />' };
const evidence = {
  __typename: 'ExpertEvidence', id: 'e', kind: 'ANSWER', targetType: 'post', targetId: 'q', commentId: 'e', isAccepted: true, votes: 3, writtenAt: new Date().toISOString(),
  title: [{ __typename: 'TextPiece', text: 'Which cable?', isMatch: false }], extract: [{ __typename: 'TextPiece', text: '6 mm²', isMatch: true }], community: { __typename: 'Community', id: 'c', name: 'Field work' },
};
const proposal = {
  __typename: 'ExpertProposal', evidenceCount: 1, answerCount: 1, acceptedCount: 1, lastAt: new Date().toISOString(), evidence: [evidence], skilled: [], askMeAbout: ['Cable sizing', 'Earthing'],
  person: { __typename: 'Person', id: 'zoe', displayName: 'Zoé Martin', title: 'Electrician', department: 'Works', isExecutive: false },
};

let asked: string[];
let answer: () => object;
let page: VueWrapper;

beforeEach(() => {
  asked = [];
  answer = () => ({ data: { experts: [proposal] } });
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: { text: string } };
    if (operationName === 'ExpertExamples') return Response.json({ data: { popularTags: [{ __typename: 'Tag', id: 't', name: 'cables' }] } });
    if (operationName === 'AnyHandover') return Response.json({ data: { hasExpertHandovers: true } });
    asked.push(variables.text);
    return Response.json(answer());
  });
});
afterEach(() => page.unmount());
showAt('post', (id) => ({ name: 'post', params: { id } }));

async function open(path: string): Promise<void> {
  const named = { person: '/people/:id', people: '/people', home: '/', search: '/search', post: '/posts/:id', 'about-experts': '/about/experts', 'expert-preferences': '/settings/experts', 'expert-handovers': '/experts/handover' };
  const routes = Object.entries(named).map(([name, path]) => ({ name, path, component: blank }));
  const router = createRouter({ history: createWebHistory(), routes: [...routes, { name: 'experts', path: '/experts', component: ExpertsPage }] });
  await router.replace(path);
  page = mount(ExpertsPage, { attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([expertsCache, { embedded: ['TextPiece'] }])]] } });
  await settled();
}
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await flushPromises();
};
const field = () => page.get<HTMLTextAreaElement>('textarea');
const link = (name: RegExp) => page.findAll('a').find((one) => name.test(one.text()));
async function ask(text: string, key: object = { key: 'Enter' }): Promise<void> {
  await field().setValue(text);
  await field().trigger('keydown', key);
  await settled();
}

it('begins with what colleagues write about, and asks nobody anything', async () => {
  await open('/experts');
  expect(link(/cables/)?.attributes('href')).toBe('/experts?q=%23cables');
  expect(link(/Topics to take over/)?.attributes('href')).toBe('/experts/handover');
  expect(asked).toEqual([]);
});

it('shows who knows, why, and leads to the very comment', async () => {
  await open('/experts');
  await ask('Which cable?');
  expect(asked).toEqual(['Which cable?']);
  expect(location.search).toBe('?q=Which+cable?');
  expect(page.get('[role=status]').text()).toBe('1 person seems to know about it.');
  expect(page.get('h2').text()).toContain('Zoé Martin');
  expect(page.get('article').text()).toContain('1 answer about this, accepted, now.');
  expect(page.get('article').text()).toContain('Says: “ask me about Cable sizing and Earthing”.');
  expect(page.get('mark').text()).toBe('6 mm²');
  expect(link(/Which cable/)?.attributes('href')).toBe('/posts/q#comment-e');
  expect(link(/See the profile/)?.attributes('href')).toBe('/people/zoe');
  expect(document.activeElement === document.body || document.activeElement === field().element).toBe(true);
});

it.each([
  ['Shift is held', { key: 'Enter', shiftKey: true }],
  ['a sign is being composed', { key: 'Enter', isComposing: true }],
])('asks nothing yet while %s', async (_when, key) => {
  await open('/experts');
  await ask('Which cable?', key);
  expect(asked).toEqual([]);
});

it('says that nobody was found, and leads on with the same words', async () => {
  answer = () => ({ data: { experts: [] } });
  await open('/experts?q=zorg');
  expect(page.get('[role=status]').text()).toBe('Nobody was found.');
  expect(link(/Search everything/)?.attributes('href')).toBe('/search?q=zorg');
  await link(/Ask everybody/)!.trigger('click');
  await settled();
  expect(history.state.ask).toEqual({ text: 'zorg', of: null });
});

it('refuses what is too long, keeps it, and takes it once it is shorter', async () => {
  await open('/experts');
  await ask('x'.repeat(10_001));
  expect(page.get('[role=alert]').text()).toBe('This text is too long: 10,000 characters at most.');
  expect(field().element.value).toHaveLength(10_001);
  expect(asked).toEqual([]);
  await ask('🚲'.repeat(10_000));
  expect(page.find('[role=alert]').exists()).toBe(false);
  expect(asked.map((text) => [...text].length)).toEqual([10_000]);
});

it('asks the whole of a question that no address could hold, also when it begins like the one before', async () => {
  const [one, other] = ['a', 'b'].map((end) => `${'word '.repeat(400)}${end}`);
  await open('/experts');
  await ask(one!);
  await ask(other!);
  expect(asked.map((text) => [text.length, text.at(-1)])).toEqual([[2_001, 'a'], [2_001, 'b']]);
  expect(location.search.length).toBeLessThan(2_000);
});

it('says what went wrong, and tries again', async () => {
  answer = () => ({ errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] });
  await open('/experts?q=cable');
  expect(page.get('[role=alert]').text()).toContain('Try again');
  answer = () => ({ data: { experts: [proposal] } });
  await page.get('[role=alert] button').trigger('click');
  await settled();
  expect(page.get('article').text()).toContain('Zoé Martin');
});
