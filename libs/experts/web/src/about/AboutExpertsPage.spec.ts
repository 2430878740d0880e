import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { expertsCache } from '../experts.cache.ts';
import AboutExpertsPage from './AboutExpertsPage.vue';

const weight = (name: string, value: number, usual = value) => ({ __typename: 'ExpertWeight', name, value, usual });
const piece = (change: object) => ({ __typename: 'ExpertExampleEvidence', isAccepted: false, votes: 0, ...change });
const person = (change: object) => ({ __typename: 'ExpertExamplePerson', ...change });
const expertFormula = {
  __typename: 'ExpertFormula',
  weeklyRequests: 3,
  weights: [weight('RECENCY', 30, 10), weight('TOPICALITY', 0.6), weight('COVERAGE', 0.3), weight('TAGS', 1), weight('ANSWER_TEXT', 0.5), weight('ACCEPTED', 0.2), weight('VOTES', 0.1)],
  example: [
    person({ ages: [30, 90], about: 0.6693, activity: 0.75, score: 0.7006, evidence: [piece({ relevance: 1, ageDays: 30, isAccepted: true, votes: 3, worth: 1.3386 })] }),
    person({ ages: [30], about: 0.25, activity: 0.5, score: 0.3299, evidence: [piece({ relevance: 0.5, ageDays: 30, worth: 0.5 })] }),
  ],
};

const tooFew = { __typename: 'ExpertSpread', contributors: null, proposals: null, requests: null };
const figures = { __typename: 'ExpertSpreadFigures', total: 1200, reached: 0.416, gini: 0.5321, fifths: [0, 0.04, 0.11, 0.25, 0.6] };

async function shown(answer: object, expertSpread: object = tooFew) {
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => Response.json(body.includes('expertSpread') ? { data: { expertSpread } } : answer));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/experts', name: 'experts', component: { template: '<p />' } }, { path: '/', component: { template: '<p />' } }] });
  const page = mount(AboutExpertsPage, { global: { plugins: [i18n, router, [urql, createGraphqlClient([expertsCache])]] } });
  for (let turn = 0; turn < 5; turn += 1) await flushPromises();
  return page;
}
const line = (text: string) => text.replace(/\s+/g, ' ');

it('shows the weights that hold, beside the usual ones where they differ', async () => {
  const rows = (await shown({ data: { expertFormula } })).findAll('tbody tr').map((row) => line(row.text()));
  expect(rows).toHaveLength(7);
  expect(rows[2]).toMatch(/30 days ?usually 10 days$/);
  expect(rows.filter((row) => row.includes('usually'))).toHaveLength(1);
  expect(rows.every((row) => !row.includes('experts.about'))).toBe(true);
});

it('tells after how many requests somebody has a breather', async () => {
  expect(line((await shown({ data: { expertFormula } })).text())).toContain('asked 3 times in seven days, or as often as they chose,');
});

it('computes the example with them, step by step', async () => {
  const text = line((await shown({ data: { expertFormula } })).text());
  expect(text).toContain('An answer from 30 days ago, which is 1 about the question, accepted, with 3 votes: it adds 1.34.');
  expect(text).toContain('subject = 1.34 × 0.5 = 0.67');
  expect(text).toContain('activity = 0.5 + 0.25 = 0.75');
  expect(text).toContain('result = 0.670.6 × 0.750.4 = 0.7');
  expect(text).toContain('Ada comes first.');
});

it('tells what counts even when the weights cannot be read', async () => {
  const page = await shown({ errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] });
  expect(page.find('[role=alert] button').exists()).toBe(true);
  expect(page.text()).toContain('Nothing else counts');
});

it('tells how fairly proposals are spread, and of how many', async () => {
  const page = await shown({ data: { expertFormula } }, { __typename: 'ExpertSpread', contributors: 312, proposals: figures, requests: null });
  const section = page.get('[aria-labelledby=expert-spread]');
  expect(line(section.text())).toContain('42% of the 312 people who wrote something');
  expect(line(section.text())).toContain('Gini coefficient: 0.53 (of 1,200 proposals).');
  expect(line(section.text())).toContain('Some are proposed clearly more often than others');
  expect(section.text()).toContain('from 20 questions brought to at least 8 people');
  expect(section.findAll('tr').map((row) => line(row.text()))).toEqual(['Least often0%', 'Second fifth4%', 'Third fifth11%', 'Fourth fifth25%', 'Most often60%']);
});

it('says that it is too early to tell while they are few', async () => {
  const section = (await shown({ data: { expertFormula } })).get('[aria-labelledby=expert-spread]');
  expect(section.text()).toContain('It is too early to tell');
  expect(section.text()).not.toContain('Gini');
});
