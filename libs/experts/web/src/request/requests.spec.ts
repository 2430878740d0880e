import { createGraphqlClient, i18n, startSession } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Component } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';

import { expertsCache } from '../experts.cache.ts';
import AboveQuestion from './AboveQuestion.vue';
import ExpertRequestsPage from './ExpertRequestsPage.vue';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const request = (id: string, title: string) => ({
  __typename: 'ExpertRequest',
  id,
  untilAt: inHours(5.1),
  question: {
    __typename: 'Post', id: `question-${id}`, title, createdAt: inHours(-30), community: null,
    author: { __typename: 'Person', id: 'asker', displayName: 'Ada Asker', title: null, department: null, isExecutive: false },
  },
  evidence: [],
  skilled: [],
  askMeAbout: id === 'one' ? ['cooling', 'valves'] : [],
});
const server = vi.hoisted(() => ({ tell: (_change: { topic: string; kind: string }) => {}, watched: [] as string[] }));
vi.mock('socket.io-client', () => ({
  io: () => ({
    connected: true,
    emit: (name: string, { topic }: { topic: string }) => name === 'watch' && server.watched.push(topic),
    on: (name: string, handler: typeof server.tell) => name === 'changed' && (server.tell = handler),
  }),
}));
interface Sent {
  operationName: string;
  variables: Record<string, string>;
}

let open: ReturnType<typeof request>[];
let above: object;
let sent: Sent[];
let refusal: object | null;
let page: VueWrapper;

beforeEach(async () => {
  [open, above, sent, refusal] = [[request('one', 'How is it cooled?'), request('two', 'Which valve?')], {}, [], null];
  server.watched = [];
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    if (address === '/auth/session') return Response.json({ person: { id: 'me', displayName: 'Me', email: null, roles: [] } });
    const operation = JSON.parse(body) as Sent;
    sent.push(operation);
    const { operationName, variables } = operation;
    if (operationName === 'ExpertRequests') return Response.json({ data: { expertRequests: open } });
    if (operationName === 'AboveQuestion') return Response.json({ data: { post: { __typename: 'Post', id: 'question', expertRouting: null, expertRequest: null, ...above } } });
    if (refusal) return Response.json({ errors: [refusal] });
    if (operationName === 'AskExpertsAfter') return Response.json({ data: { askExpertsAfter: { __typename: 'Post', id: 'question', expertRouting: routing({ state: 'WAITING', after: variables['after'], askAt: inHours(40) }) } } });
    open = open.filter(({ id }) => id !== variables['id']);
    above = {};
    return Response.json({ data: { declineExpertRequest: variables['id'] } });
  });
  await startSession();
});
afterEach(() => page.unmount());

const routing = (change: object) => ({ __typename: 'ExpertRouting', state: 'WAITING', after: 'ONE_DAY', askAt: null, ...change });

async function show(component: Component, props = {}): Promise<void> {
  const names = ['people', 'experts', 'post', 'questions', 'expert-preferences', 'expert-requests', 'person'];
  const router = createRouter({ history: createWebHistory(), routes: [{ path: '/', component }, ...names.map((name) => ({ path: `/${name}/:id?`, name, component: {} }))] });
  await router.replace('/');
  page = mount(component, { props, attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([expertsCache])]] } });
  await settled();
}
const settled = async () => {
  for (let turn = 0; turn < 6; turn += 1) await flushPromises();
};
const press = async (name: string) => {
  await page.findAll('button').find((button) => button.text().startsWith(name))!.trigger('click');
  await settled();
};
const text = () => page.text().replace(/\s+/g, ' ');

describe('what is asked of one', () => {
  it('is shown with who asks, until when, and a way to the answer', async () => {
    await show(ExpertRequestsPage);
    expect(page.findAll('article h2').map((heading) => heading.text())).toEqual(['How is it cooled?', 'Which valve?']);
    expect(text()).toContain('Ada Asker');
    expect(page.findAll('article').map((card) => card.text().includes('You say that one may ask you about cooling and valves.'))).toEqual([true, false]);
    expect(text()).toContain('somebody else may be asked in 5 hours');
    expect(page.get('article a[href*="#comments"]').attributes('href')).toBe('/post/question-one#comments');
  });

  it('is declined by one press, without a question, and is gone', async () => {
    await show(ExpertRequestsPage);
    await press('Not this time');
    expect(sent.filter(({ operationName }) => operationName === 'DeclineExpertRequest').map(({ variables }) => variables)).toEqual([{ id: 'one' }]);
    expect(page.findAll('article h2').map((heading) => heading.text())).toEqual(['Which valve?']);
    await press('Not this time');
    expect(text()).toContain('Nothing is asked of you');
  });

  it('stays where it is when the answer is lost', async () => {
    await show(ExpertRequestsPage);
    refusal = { message: 'x', extensions: { code: 'INTERNAL' } };
    await press('Not this time');
    expect(page.findAll('article')).toHaveLength(2);
  });

  it('stands on the question too, and leaves it when declined', async () => {
    above = { expertRequest: { __typename: 'ExpertRequest', id: 'one', untilAt: inHours(5.1) } };
    await show(AboveQuestion, { questionId: 'question' });
    expect(text()).toContain('An answer from you would help.');
    await press('Not this time');
    expect(text()).toBe('');
  });
});

describe('what becomes of one’s question', () => {
  it.each([
    ['WAITING', { askAt: inHours(2) }, 'somebody who knows about it may be asked'],
    ['WAITING', { askAt: inHours(-2) }, 'in their working hours'],
    ['ASKING', {}, 'Somebody who knows about it has been asked.'],
    ['RESTING', {}, 'Those who seemed to know have been asked.'],
    ['NOBODY', {}, 'Nobody has been asked so far.'],
    ['OFF', { after: 'NEVER' }, 'nobody is being asked'],
  ])('is said when it is %s', async (state, change, words) => {
    above = { expertRouting: routing({ state, ...change }) };
    await show(AboveQuestion, { questionId: 'question' });
    expect(text()).toContain(words);
    expect(page.findAll('select')).toHaveLength(['WAITING', 'OFF'].includes(state) ? 1 : 0);
  });

  it('is chosen at once, and taken back when the server refuses', async () => {
    above = { expertRouting: routing({ askAt: inHours(20) }) };
    await show(AboveQuestion, { questionId: 'question' });
    await page.get('select').setValue('TWO_DAYS');
    await settled();
    expect(sent.at(-1)).toMatchObject({ operationName: 'AskExpertsAfter', variables: { questionId: 'question', after: 'TWO_DAYS' } });
    expect(page.get('select').element.value).toBe('TWO_DAYS');
    refusal = { message: 'x', extensions: { code: 'EXPERT_ASKING_OVER' } };
    await page.get('select').setValue('FOUR_HOURS');
    await settled();
    expect(page.get('select').element.value).toBe('TWO_DAYS');
    expect(page.findAll('[role=alert]')).toHaveLength(1);
  });

  it('is said anew when somebody is asked, is over with an answer, and is back when that is taken back', async () => {
    above = { expertRouting: routing({ askAt: inHours(2) }) };
    await show(AboveQuestion, { questionId: 'question' });
    await vi.waitFor(() => expect(server.watched).toEqual(['expert-routing:question', 'post:question']));
    const hears = async (topic: string, kind: string) => {
      server.tell({ topic, kind });
      await settled();
    };

    above = { expertRouting: routing({ state: 'ASKING' }) };
    await hears('expert-routing:question', 'expert-routing.changed');
    expect(text()).toContain('Somebody who knows about it has been asked.');
    above = {};
    await hears('post:question', 'comment.reacted');
    expect(text()).toContain('Somebody who knows about it has been asked.');
    await hears('post:question', 'comment.added');
    expect(text()).toBe('');
    above = { expertRouting: routing({ state: 'ASKING' }) };
    await hears('post:question', 'comment.deleted');
    expect(text()).toContain('Somebody who knows about it has been asked.');
  });

  it('is nothing for anybody else, who listens to nothing', async () => {
    await show(AboveQuestion, { questionId: 'question' });
    await vi.dynamicImportSettled();
    expect([text(), server.watched]).toEqual(['', []]);
  });
});
