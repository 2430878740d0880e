import { createGraphqlClient, i18n, showAt, startSession } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRouter, createWebHistory } from 'vue-router';

import { expertsCache } from '../experts.cache.ts';
import HandoverPage from './HandoverPage.vue';

const person = (id: string, displayName: string) => ({ __typename: 'Person', id, displayName, title: null, department: 'Works', isExecutive: false });
const evidence = {
  __typename: 'ExpertEvidence', id: 'e', kind: 'ANSWER', targetType: 'post', targetId: 'q', commentId: 'e', isAccepted: true, votes: 0, writtenAt: '2026-03-02T09:00:00Z',
  title: [{ __typename: 'TextPiece', text: 'Which sieve?', isMatch: false }], extract: [{ __typename: 'TextPiece', text: 'The fine one.', isMatch: false }], community: null,
};
const topic = (key: string, change: object = {}) => ({
  __typename: 'HandoverTopic', id: `leaver ${key}`, leaverId: 'leaver', key, words: key, isTag: false, answerCount: 0, acceptedCount: 0, pageCount: 0, viewerTook: false, skill: null, takers: [], evidence: [], ...change,
});
const handover = (id: string, topics: object[]) => ({ __typename: 'Handover', id, person: person(id, `Left ${id}`), topics });
const pageOf = (nodes: object[], endCursor: string | null = null) => ({
  data: { expertHandovers: { __typename: 'HandoverConnection', edges: nodes.map((node) => ({ __typename: 'HandoverEdge', node })), pageInfo: { __typename: 'PageInfo', endCursor, hasNextPage: endCursor !== null } } },
});
const refusal = { errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] };
const sieving = topic('sieving', { answerCount: 3, acceptedCount: 1, pageCount: 2, evidence: [evidence] });
const me = { __typename: 'Person', id: 'me', displayName: 'Me Myself' };

interface Sent {
  operationName: string;
  variables: Record<string, string | null>;
}
let sent: Sent[];
let answers: Record<string, () => object>;
let page: VueWrapper;

beforeEach(async () => {
  sent = [];
  answers = {
    Handovers: () => pageOf([handover('Ada', [sieving, topic('drying', { words: 'Drying', isTag: false })])]),
    Successors: () => ({ data: { experts: [{ __typename: 'ExpertProposal', person: person('zoe', 'Zoé Martin') }] } }),
    TakeOverTopic: () => ({ data: { takeOverTopic: { ...sieving, viewerTook: true, takers: [me] } } }),
    GiveTopicBack: () => ({ data: { giveTopicBack: sieving } }),
  };
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    if (address === '/auth/session') return Response.json({ person: { id: 'me', displayName: 'Me Myself', email: null, roles: [] } });
    const operation = JSON.parse(body) as Sent;
    sent.push(operation);
    return Response.json(answers[operation.operationName]?.() ?? refusal);
  });
  await startSession();
});
afterEach(() => page.unmount());
showAt('post', (id) => ({ name: 'post', params: { id } }));

const settled = async () => {
  for (let turn = 0; turn < 6; turn += 1) await flushPromises();
};
async function open(): Promise<void> {
  const names = ['people', 'experts', 'post', 'person', 'home'];
  const router = createRouter({ history: createWebHistory(), routes: [{ path: '/', component: HandoverPage }, ...names.map((name) => ({ path: `/${name}/:id?`, name, component: {} }))] });
  await router.replace('/');
  page = mount(HandoverPage, { attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([expertsCache, { embedded: ['TextPiece'] }])]] } });
  await settled();
}
const text = () => page.text().replace(/\s+/g, ' ');
const button = (name: string) => page.findAll('button').find((one) => one.text().replace(/\s+/g, ' ') === name);
async function press(name: string): Promise<void> {
  const found = button(name);
  if (!found) throw new Error(`No button “${name}” among: ${page.findAll('button').map((one) => one.text()).join(' | ')}`);
  await found.trigger('click');
  await settled();
}
const leavers = () => page.findAll('article h2').map((heading) => heading.text());
const asked = (name: string) => sent.filter(({ operationName }) => operationName === name).map(({ variables }) => variables);

describe('the topics of those who left', () => {
  it('stand under their names, with what shows that they knew', async () => {
    await open();
    expect(page.findAll('article')).toHaveLength(1);
    expect(page.get('article').text()).toContain('Left Ada');
    expect(page.get('ul[aria-label="Topics of Left Ada"]').findAll('h3').map((heading) => heading.text())).toEqual(['sieving', 'Drying']);
    expect(text()).toMatch(/3 answers.*accepted.* and 2 pages/);
    expect(text()).toContain('On their profile');
    expect(asked('Successors')).toEqual([]);
  });

  it('are hashtags too, which say so', async () => {
    answers['Handovers'] = () => pageOf([handover('Ada', [topic('sieves', { isTag: true, answerCount: 2 })])]);
    await open();
    expect(page.get('h3').text()).toBe('#sieves');
    await press('See what it is about #sieves');
    expect(asked('Successors')).toEqual([{ text: '#sieves' }]);
  });

  it('open to what was written and to who else knows, and fold again', async () => {
    await open();
    await press('See what it is about sieving');
    expect(asked('Successors')).toEqual([{ text: 'sieving' }]);
    const details = page.get(`[id="${button('Fold sieving')!.attributes('aria-controls')}"]`);
    expect(details.text()).toContain('Which sieve?');
    expect(details.text()).toContain('Zoé Martin');
    await press('Fold sieving');
    expect(text()).not.toContain('Zoé Martin');
  });

  it.each([
    ['nobody', { data: { experts: [] } }, 'Nobody else has written about it yet'],
    ['an error', refusal, 'Try again'],
  ])('say so where who else knows is %s', async (_what, answer, words) => {
    answers['Successors'] = () => answer;
    await open();
    await press('See what it is about sieving');
    expect(text()).toContain(words);
  });

  it('come page by page; who leaves nothing that the viewer may see is not shown', async () => {
    const pages = [pageOf([handover('Ada', [sieving]), handover('Bob', [])], 'next'), pageOf([handover('Cleo', [topic('glazing')])])];
    answers['Handovers'] = () => pages[asked('Handovers').length - 1] ?? refusal;
    await open();
    expect(leavers()).toEqual(['Left Ada']);
    await page.findAll('button').at(-1)!.trigger('click');
    await settled();
    expect(asked('Handovers').at(-1)).toMatchObject({ after: 'next' });
    expect(leavers()).toEqual(['Left Ada', 'Left Cleo']);
  });

  it('are none where nobody has left, or nothing may be seen', async () => {
    answers['Handovers'] = () => pageOf([handover('Bob', [])]);
    await open();
    expect(text()).toContain('No topics to take over');
    expect(page.findAll('a').find((link) => link.text() === 'Find who knows')?.attributes('href')).toBe('/experts');
  });

  it('are asked for again when they could not be read', async () => {
    const read = answers['Handovers']!;
    answers['Handovers'] = () => refusal;
    await open();
    expect(page.findAll('article')).toHaveLength(0);
    answers['Handovers'] = read;
    await press('Try again');
    expect(page.findAll('article')).toHaveLength(1);
  });
});

describe('taking a topic over', () => {
  it('shows one’s name at once, and is taken back in one press', async () => {
    await open();
    await press('I’ll take it sieving');
    expect(asked('TakeOverTopic')).toEqual([{ leaverId: 'leaver', key: 'sieving' }]);
    expect(text()).toContain('Taken over by');
    expect(page.findAll('a').find((link) => link.text() === 'Me Myself')?.attributes('href')).toBe('/person/me');
    await press('I no longer take it sieving');
    expect(asked('GiveTopicBack')).toEqual([{ leaverId: 'leaver', key: 'sieving' }]);
    expect(text()).not.toContain('Taken over by');
    expect(button('I’ll take it sieving')).toBeDefined();
  });

  it('says on the spot when it could not be, and no more at the next try', async () => {
    await open();
    const take = answers['TakeOverTopic']!;
    answers['TakeOverTopic'] = () => refusal;
    await press('I’ll take it sieving');
    expect(page.findAll('[role=alert]')).toHaveLength(1);
    expect(button('I’ll take it sieving')).toBeDefined();
    answers['TakeOverTopic'] = take;
    await press('I’ll take it sieving');
    expect(page.findAll('[role=alert]')).toHaveLength(0);
  });

  it('goes from the page with a topic that is out of sight by the time it is given back', async () => {
    answers['Handovers'] = () => pageOf([handover('Ada', [{ ...sieving, viewerTook: true, takers: [me] }])]);
    await open();
    answers['GiveTopicBack'] = () => ({ data: { giveTopicBack: null } });
    answers['Handovers'] = () => pageOf([]);
    await press('I no longer take it sieving');
    expect(page.findAll('h3')).toHaveLength(0);
    expect(text()).toContain('No topics to take over');
  });
});
