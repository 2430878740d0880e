import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { ideasCache } from '../ideas.cache.ts';
import CampaignJury from './CampaignJury.vue';

vi.mock('socket.io-client', () => ({ io: () => ({ on() {}, emit() {} }) }));

const progress = (expected: number, submitted: number) => ({ __typename: 'JuryProgress', expected, submitted, conflicts: 0 });
const member = (id: string, displayName: string, own: object | null) => ({
  __typename: 'JuryMember', id: `member-${id}`, drawId: null, place: null, leaving: null, reason: '', progress: own,
  person: { __typename: 'Person', id, displayName, title: 'Electrician', department: 'Works', isExecutive: false },
});
const criterion = { __typename: 'CampaignCriterion', id: 'effect', label: 'Effect', weight: 1 };
const sheet = (id: string, title: string, isSubmitted = false) => ({
  __typename: 'JurySheet', id, comment: '', note: '', isSubmitted, total: isSubmitted ? 7 : null, conflictKind: null, conflict: '', scores: isSubmitted ? [{ __typename: 'JuryScore', criterionId: 'effect', score: 7 }] : [],
  idea: { __typename: 'Idea', id, title, problem: '' },
});
const share = [sheet('i1', 'A bin'), sheet('i2', 'A shelf')];
const beside = sheet('i3', 'A fan', true);
const campaign = { __typename: 'Campaign', id: 'c', stage: 'JURY' };

let readers: number | null;
let viewer: 'juror' | 'owner';
let sheets: object[];
let kept: object[];
let page: VueWrapper;

/** As the server tells who asks: how far each juror is, the owner alone. */
const answers: Record<string, (variables: { only?: string; input?: { ideaId: string } }) => object> = {
  CampaignJury: () => {
    const isOwner = viewer === 'owner';
    const members = [member('zoe', 'Zoé Martin', isOwner ? progress(2, 1) : null), member('oliver', 'Oliver Hughes', isOwner ? progress(2, 2) : null)];
    const jury = { __typename: 'Jury', id: 'c', isBlind: false, readers, hasJudged: false, progress: progress(4, 3), members, draws: [], conflicts: [] };
    return { campaign: { ...campaign, viewerRoles: isOwner ? ['OWNER'] : ['JUROR'], viewerCommands: isOwner ? ['APPOINT'] : ['SCORE', 'DECLINE'], jury } };
  },
  JuryTable: ({ only }) => {
    const found = only === 'ALL' ? [...share, beside] : sheets;
    const connection = { __typename: 'JurySheetConnection', totalCount: found.length, edges: found.map((node) => ({ __typename: 'JurySheetEdge', node })), pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false } };
    return { campaign: { ...campaign, jury: { __typename: 'Jury', id: 'c', viewerProgress: progress(2, 0), progress: progress(4, 3), criteria: [criterion], sheets: connection } } };
  },
  JudgeIdea: ({ input }) => {
    kept.push(input!);
    const { idea, ...judged } = sheet(input!.ideaId, '', true);
    return { judgeIdea: { __typename: 'Idea', id: idea.id, viewerSheet: judged, campaign: { ...campaign, jury: { __typename: 'Jury', id: 'c', viewerProgress: progress(2, 1), progress: progress(4, 4) } } } };
  },
};

beforeEach(() => {
  [readers, viewer, sheets, kept] = [2, 'juror', share, []];
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: object };
    const answer = answers[operationName];
    if (!answer) throw new Error(`No answer to ${operationName}`);
    return Response.json({ data: answer(variables) });
  });
});
afterEach(() => page.unmount());

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await flushPromises();
};
async function open(): Promise<void> {
  const blank = { template: '<p />' };
  const router = createRouter({ history: createMemoryHistory(), routes: ['idea', 'person', 'campaigns', 'home'].map((name) => ({ name, path: `/${name}/:id?`, component: blank })) });
  await router.push('/home');
  page = mount(CampaignJury, { props: { campaignId: 'c', campaign: campaign as never }, attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([ideasCache])]] } });
  await settled();
}
const titles = () => page.findAll('tbody th').map((cell) => cell.text());
const bars = () => page.findAll('[role=progressbar]').map((bar) => [bar.attributes('aria-label'), bar.attributes('aria-valuetext')]);
async function show(label: string): Promise<void> {
  const chip = page.findAll('label').find((one) => one.text() === label) ?? page.findAll('button').find((one) => one.text() === label);
  const radio = chip!.find('input');
  await (radio.exists() ? radio.setValue(true) : chip!.trigger('click'));
  await settled();
}

describe('a jury that reads by shares', () => {
  it('shows a juror their share first, what it is, and how far they are in it, and of no other juror', async () => {
    await open();
    expect(titles()).toEqual(['A bin', 'A shelf']);
    expect(page.text()).toContain('You read a share of the ideas, such that 2 members of the jury read each of them at least.');
    expect(page.text()).toContain('Each idea is read by at least 2 members of the jury');
    expect(bars()).toEqual([['Your judgements', '0 of 2'], ['The whole jury', '3 of 4']]);
    expect(page.text()).toContain('Oliver Hughes');
  });

  it('keeps what a juror scores, and tells how far they are', async () => {
    await open();
    await page.get('input[aria-label="Effect: A shelf"]').setValue('7');
    await settled();
    expect(kept).toEqual([{ ideaId: 'i2', scores: [{ criterionId: 'effect', score: 7 }] }]);
    expect(bars()).toEqual([['Your judgements', '1 of 2'], ['The whole jury', '4 of 4']]);
  });

  it('says that a share is done, not that every idea is, and shows what was judged beside it', async () => {
    sheets = [];
    await open();
    expect(page.get('section').text()).toContain('You have judged your share. Thank you!');
    await show('All');
    expect(titles()).toEqual(['A bin', 'A shelf', 'A fan']);
  });

  it('shows the owner how far the jury and each of it are, and no table', async () => {
    viewer = 'owner';
    await open();
    expect(page.find('table').exists()).toBe(false);
    expect(bars()).toEqual([['The whole jury', '3 of 4'], ['Ideas judged', '1 of 2'], ['Ideas judged', '2 of 2']]);
    expect(page.text()).not.toContain('You read a share');
  });

  it('does not speak of shares where everybody reads all', async () => {
    readers = null;
    await open();
    expect(titles()).toEqual(['A bin', 'A shelf']);
    expect(page.text()).not.toContain('a share');
  });
});
