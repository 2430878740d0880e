import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { engagementCache } from '../engagement.cache.ts';
import PulseCard from './PulseCard.vue';

const rules = { __typename: 'PulseRules', minAnswers: 40, minSentences: 10, restDays: 184, longestSentence: 280 };
let isAsked: boolean;
let refusal: { message: string; extensions: object } | null;
let sent: { key: string; answer: object | null }[];
let page: VueWrapper;

beforeEach(() => {
  [isAsked, refusal, sent] = [true, null, []];
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: { key: string; answer: object | null } };
    if (!query.startsWith('mutation')) return Response.json({ data: { pulseQuestion: isAsked ? { __typename: 'PulseQuestion', until: '2026-12-06', rules } : null } });
    sent.push(variables);
    if (refusal) return Response.json({ data: null, errors: [refusal] });
    isAsked = false;
    return Response.json({ data: { replyToPulse: true } });
  });
});
afterEach(() => page.unmount());

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await flushPromises();
};
async function open(): Promise<void> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ name: 'about-engagement', path: '/about/engagement', component: { template: '<p />' } }] });
  await router.push('/about/engagement');
  page = mount(PulseCard, { attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([engagementCache])]] } });
  await settled();
}
async function press(name: string): Promise<void> {
  const button = page.findAll('button').find((one) => one.text() === name);
  await (name === 'Send' ? page.get('form').trigger('submit') : button?.trigger('click'));
  await settled();
}
const choose = (label: string) => page.findAll('label').find((one) => one.text() === label)?.get('input').setValue();
const alerts = () => page.findAll('[role=alert]').map((alert) => alert.text());

describe('PulseCard', () => {
  it('shows nothing to whoever is not asked', async () => {
    isAsked = false;
    await open();
    expect(page.text()).toBe('');
  });

  it('asks, sends what is chosen and said, and thanks', async () => {
    await open();
    expect(page.get('h2').text()).toBe('How disappointed would you be if Parvis stopped?');
    await choose('Very');
    await page.get('textarea').setValue('  The answers. ');
    await press('Send');
    expect(sent).toEqual([{ key: expect.stringMatching(/^[0-9a-f-]{14}4/), answer: { choice: 'VERY', sentence: 'The answers.' } }]);
    expect(page.get('[role=status]').text()).toContain('Thank you. Your answer is kept, without your name.');
    expect(page.find('form').exists()).toBe(false);
  });

  it('waits for a choice', async () => {
    await open();
    expect(page.find('textarea').exists()).toBe(false);
    await press('Send');
    expect(alerts()).toEqual(['Choose one of the three answers.']);
    expect(sent).toEqual([]);
    await choose('Not at all');
    expect(alerts()).toEqual([]);
  });

  it('may be declined without a choice or a reason', async () => {
    await open();
    await press('Not now');
    expect(sent).toEqual([{ key: expect.any(String), answer: null }]);
    expect(page.get('[role=status]').text()).toContain('You will not be asked again for 6 months.');
  });

  it('keeps the words when it fails, and counts once when it is sent again', async () => {
    refusal = { message: 'ENGAGEMENT_PULSE_CLOSED', extensions: { code: 'ENGAGEMENT_PULSE_CLOSED', params: {} } };
    await open();
    await choose('Somewhat');
    await page.get('textarea').setValue('The answers.');
    await press('Send');
    expect(alerts()).toEqual(['This question is no longer asked: it has been answered or declined already, or its time is over.']);
    expect(page.get('textarea').element.value).toBe('The answers.');
    refusal = null;
    await press('Send');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });
});
