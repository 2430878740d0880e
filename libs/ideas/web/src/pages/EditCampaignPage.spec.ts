import { createGraphqlClient, i18n, type RichTextDocument } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { ideasCache } from '../ideas.cache.ts';
import EditCampaignPage from './EditCampaignPage.vue';

const words = (text: string, marks: object[] = []): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text, ...(marks.length > 0 && { marks }) }] }] }) as RichTextDocument;
const person = (id: string, displayName: string) => ({ __typename: 'Person', id, displayName });
const began = {
  __typename: 'Campaign', id: 'c', version: 1, question: 'How do we waste less?', context: words('Bins are full.'), rules: '', criteria: [{ __typename: 'CampaignCriterion', id: 'effect', label: 'Effect', weight: 2 }], resources: 'One day.', budget: 2_000,
  hashtag: 'waste', banner: { __typename: 'CommunityBanner', pattern: 'WAVES', tone: 'MOSS' }, sponsor: person('nathalie', 'Nathalie Brévent'), audience: { __typename: 'CampaignAudience', everyone: true, departments: [], communities: [] },
  timeZone: 'Europe/Paris', phases: [{ __typename: 'CampaignPhase', kind: 'GATHER', opens: '2027-03-01T09:00', closes: '2027-03-20T18:00' }], answersDueOn: '2027-04-30', publishedAt: null as string | null, viewerCommands: ['PREPARE'],
};

let stored: typeof began;
let sent: { version: number; resources: string }[];
let page: VueWrapper;

beforeEach(() => {
  [stored, sent] = [began, []];
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: { input: { version: number; resources: string } } };
    if (operationName === 'CampaignChoices') return Response.json({ data: { executives: [person('nathalie', 'Nathalie Brévent'), person('marc', 'Marc Petit')], departments: [{ __typename: 'Department', name: 'Works' }] } });
    if (operationName === 'EditedCampaign') return Response.json({ data: { campaign: stored } });
    const { input } = variables;
    sent.push(input);
    if (input.version !== stored.version) return Response.json({ data: null, errors: [{ message: 'x', extensions: { code: 'CAMPAIGN_CHANGED', params: { version: stored.version } } }] });
    return Response.json({ data: null, errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] });
  });
});
afterEach(() => page.unmount());

const settled = async () => {
  for (let turn = 0; turn < 6; turn += 1) await flushPromises();
};
async function open(): Promise<void> {
  const blank = { template: '<p />' };
  const router = createRouter({ history: createMemoryHistory(), routes: ['campaign', 'campaigns', 'home'].map((name) => ({ name, path: `/${name}/:id?`, component: blank })) });
  await router.push('/home');
  const client = createGraphqlClient([ideasCache, { embedded: ['CommunityBanner', 'Department', 'CampaignCriterion'] }]);
  const stubs = { RichTextEditor: true, BannerPicker: true, AudienceField: true };
  page = mount(EditCampaignPage, { props: { id: 'c' }, attachTo: document.body, global: { plugins: [i18n, router, [urql, client]], stubs } });
  await settled();
}
const field = (label: RegExp) => {
  const name = page.findAll('label').find((one) => label.test(one.text()))!;
  return page.get<HTMLInputElement>(`[id="${name.attributes('for')}"]`);
};
async function save(): Promise<void> {
  await page.get('form').trigger('submit');
  await settled();
}
/** As the page shows it: the field, what is stored, what was written, and whether somebody else changed it. */
const differences = () =>
  page.findAll('ul[aria-label="What differs"] > li').map((line) => {
    const [stored, written] = line.findAll('dd').map((one) => one.text());
    const heading = line.get('p').text();
    return [heading.replace(/\s*changed meanwhile$/, ''), stored, written, / changed meanwhile$/.test(heading)];
  });

describe('a campaign that somebody else has changed meanwhile', () => {
  it('shows in which fields, what is saved beside what one wrote, first what the other has changed', async () => {
    await open();
    await field(/^Budget/).setValue('3000');
    await field(/resources|means/i).setValue('Two days.');
    stored = { ...began, version: 2, resources: 'A week.', rules: 'One idea each.', sponsor: person('marc', 'Marc Petit'), criteria: [...began.criteria, { __typename: 'CampaignCriterion', id: 'ease', label: 'Ease', weight: 1 }] };
    await save();
    expect(page.get('[role=alert]').text()).toBe('Somebody else has changed the campaign meanwhile (version 2).');
    expect(page.get('[role=status]').text()).toBe('5 fields differ: to save anyway puts what you wrote in place of what is saved.');
    expect(differences()).toEqual([
      ['Sponsored by', 'Marc Petit', 'Nathalie Brévent', true],
      ['Rules', 'One idea each.', 'nothing', true],
      ['Criteria', 'Effect (weight 2)\nEase (weight 1)', 'Effect (weight 2)', true],
      ['Resources', 'A week.', 'Two days.', true],
      ['Budget in euros', '2,000', '3,000', false],
    ]);
    expect(field(/^Budget/).element.value).toBe('3000');
  });

  it('shows no more of a field once one writes the same, and is saved over knowingly', async () => {
    await open();
    await field(/resources|means/i).setValue('Two days.');
    stored = { ...began, version: 2, resources: 'A week.' };
    await save();
    expect(differences()).toEqual([['Resources', 'A week.', 'Two days.', true]]);
    await field(/resources|means/i).setValue(' A week. ');
    expect(differences()).toEqual([]);
    expect(page.get('[role=status]').text()).toBe('What is saved says the same as you.');
    await field(/resources|means/i).setValue('Three days.');
    await page.findAll('button').find((one) => one.text() === 'Save anyway')!.trigger('click');
    await settled();
    expect(sent.map(({ version, resources }) => [version, resources])).toEqual([[1, 'Two days.'], [2, 'Three days.']]);
  });

  it('says when nothing of the other is undone', async () => {
    await open();
    await field(/^Budget/).setValue('3 000');
    stored = { ...began, version: 2 };
    await save();
    expect(page.get('[role=status]').text()).toMatch(/^One field differs: .* You alone have changed that: to save anyway undoes nothing that somebody else wrote\.$/);
    expect(differences()).toEqual([['Budget in euros', '2,000', '3,000', false]]);
  });

  it('shows a phase, a day and a text by the words that people use', async () => {
    await open();
    const phases = [{ ...began.phases[0]!, closes: '2027-03-27T18:00' }, { __typename: 'CampaignPhase', kind: 'VOTE', opens: '2027-04-01T09:00', closes: '2027-04-10T18:00' }];
    stored = { ...began, version: 2, phases, answersDueOn: '2027-05-31', context: words('Bins are full.', [{ type: 'bold' }]), audience: { ...began.audience, everyone: false, departments: ['Works'] as never[] } };
    await field(/^Budget/).setValue('');
    await save();
    const shown = new Map(differences().map(([name, ...rest]) => [name, rest]));
    expect([...shown.keys()].toSorted()).toEqual(['Budget in euros', 'For whom', 'Last day for an answer to every idea', 'Phase: Gathering ideas', 'Phase: Vote', 'Why you ask']);
    expect([...shown.values()].map(([stored]) => stored)).toEqual(expect.arrayContaining(['Works', expect.stringMatching(/Mar 1, 2027.* – .*Mar 27, 2027/), expect.stringMatching(/Apr 1, 2027.* – .*Apr 10, 2027/), expect.stringContaining('May 31')]));
    expect([...shown.values()]).toContainEqual(['Bins are full.', 'The same words, formatted otherwise', true]);
    expect([...shown.values()]).toContainEqual(['2,000', 'nothing', false]);
  });

  it('shows nothing of phases once it is published: the form has none, and those that were extended stay so', async () => {
    stored = { ...began, publishedAt: '2027-02-01T09:00:00Z' };
    await open();
    await field(/resources|means/i).setValue('Two days.');
    stored = { ...stored, version: 2, phases: [{ ...began.phases[0]!, closes: '2027-03-27T18:00' }] };
    await save();
    expect(differences()).toEqual([['Resources', 'One day.', 'Two days.', false]]);
    expect(page.get('[role=status]').text()).toContain('undoes nothing that somebody else wrote');
  });
});
