import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { ideasCache } from '../ideas.cache.ts';
import ImportIdeasPage from './ImportIdeasPage.vue';
import type { IdeaImport, ImportedRow } from './useIdeaImport.ts';

const row = (line: number, change: Partial<ImportedRow> = {}): ImportedRow => ({ line, title: `Bin ${line}`, authors: ['Zoé Martin'], outcome: 'new', error: null, ...change });
const refused = (line: number, code: string, field?: string, params = {}) => row(line, { outcome: 'refused', authors: [], error: { code, field, params } });
const answer = (rows: ImportedRow[], change: Partial<IdeaImport> = {}): IdeaImport => ({ encoding: 'UTF-8', ignored: [], isDone: false, rows, ...change });

let commands: string[];
/** What is answered to a file, by whether it was confirmed. */
let told: (isConfirmed: boolean, text: string) => object | Promise<object>;
let sent: { isConfirmed: boolean; text: string; headers: Record<string, string> }[];
let page: VueWrapper;
/** What stands in each file. */
const chosen = new WeakMap<File, string>();

beforeEach(() => {
  [commands, sent] = [['IMPORT'], []];
  told = (isConfirmed) => answer([row(2), row(3)], { isDone: isConfirmed });
  vi.stubGlobal('fetch', async (address: string, { body, headers }: { body: string | File; headers: Record<string, string> }) => {
    if (typeof body === 'string') return Response.json({ data: { campaign: aCampaign() } });
    const isConfirmed = address.endsWith('?confirmed=true');
    expect(address.split('?')[0]).toBe('/campaign-files/c/ideas');
    const text = chosen.get(body) ?? '';
    sent.push({ isConfirmed, text, headers });
    return Response.json(await told(isConfirmed, text));
  });
});
afterEach(() => page.unmount());

const person = { __typename: 'Person', id: 'p', displayName: 'Élodie Marchand', title: '', department: 'Works', isExecutive: false };
const aCampaign = () => ({
  __typename: 'Campaign', id: 'c', question: 'How do we waste less?', stage: 'GATHER', nextTurnAt: null, ideaCount: 0, banner: { __typename: 'CommunityBanner', pattern: 'WAVES', tone: 'MOSS' }, sponsor: person, owner: person,
  audience: { __typename: 'CampaignAudience', everyone: true, departments: [], communities: [] }, timeZone: 'Europe/Paris', answersDueOn: null, phases: [], hashtag: null, commitment: '', commitmentDueOn: null, committedAt: null, publishedAt: null,
  cancelledAt: null, cancellationReason: '', lacks: [], viewerRoles: ['OWNER'], viewerCommands: commands,
});
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await flushPromises();
};
async function open(): Promise<void> {
  const blank = { template: '<p />' };
  const router = createRouter({ history: createMemoryHistory(), routes: ['campaign', 'campaigns'].map((name) => ({ name, path: `/${name}/:id?`, component: blank })) });
  await router.push('/campaigns');
  page = mount(ImportIdeasPage, { props: { id: 'c' }, attachTo: document.body, global: { plugins: [i18n, router, [urql, createGraphqlClient([ideasCache, { embedded: ['CommunityBanner'] }])]] } });
  await settled();
}
async function choose(text: string, name = 'ideas.csv'): Promise<void> {
  const input = page.get<HTMLInputElement>('input[type=file]');
  const file = new File([text], name, { type: 'text/csv' });
  chosen.set(file, text);
  Object.defineProperty(input.element, 'files', { value: [file], configurable: true });
  await input.trigger('change');
  await settled();
}
const button = (name: RegExp) => page.findAll('button').find((one) => name.test(one.text()));
async function press(name: RegExp): Promise<void> {
  await button(name)!.trigger('click');
  await settled();
}
const lines = () => page.findAll('section li').map((line) => line.findAll('p').map((part) => part.text()));

describe('the page that imports ideas', () => {
  it('shows what a good file would bring, and brings it in once that is confirmed', async () => {
    await open();
    await choose('id,authors,title\nx1,zoe,Bin 2');
    expect(sent.map(({ isConfirmed, text }) => [isConfirmed, text])).toEqual([[false, 'id,authors,title\nx1,zoe,Bin 2']]);
    expect(sent[0]?.headers).toMatchObject({ 'x-parvis-upload': '1' });
    expect(page.get('[role=status]').text()).toBe('2 ideas to import');
    expect(lines()).toEqual([['Row 2New', 'Bin 2', 'Zoé Martin'], ['Row 3New', 'Bin 3', 'Zoé Martin']]);
    await press(/^Import 2 ideas$/);
    expect(sent.map(({ isConfirmed, text }) => [isConfirmed, text])).toEqual([[false, 'id,authors,title\nx1,zoe,Bin 2'], [true, 'id,authors,title\nx1,zoe,Bin 2']]);
    expect(page.get('[role=status]').text()).toBe('2 ideas were imported.');
    expect(button(/^Import/)).toBeUndefined();
    expect(page.findAll('a').find((link) => link.text() === 'See the campaign')?.attributes('href')).toBe('/campaign/c');
  });

  it('shows faulty rows first, each with its line, its part and why, and brings the others in', async () => {
    const rows = [row(2), row(3, { outcome: 'known' }), refused(4, 'IMPORT_AUTHOR_UNKNOWN', 'authors', { who: 'nobody' }), row(5), refused(6, 'TEXT_REQUIRED', 'title')];
    told = (isConfirmed) => answer(rows, { isDone: isConfirmed, ignored: ['colour'], encoding: 'windows-1252' });
    await open();
    await choose('…');
    expect(page.get('[role=status]').findAll('p').map((line) => line.text())).toEqual([
      '2 ideas to import', '1 idea is there already and stays as it is.', '2 rows cannot be imported.', 'This file was read as windows-1252. Look at the accents.', 'Columns left aside: colour',
    ]);
    expect(lines().map(([head]) => head)).toEqual(['Row 4To be mended', 'Row 6To be mended', 'Row 2New', 'Row 3Already there', 'Row 5New']);
    expect(lines()[0]?.at(-1)).toBe('Authors: Nobody who works here has this identifier or address: “nobody”.');
    expect(lines()[1]?.at(-1)).toMatch(/^Title: /);
    await press(/^Import 2 ideas$/);
    expect(page.get('[role=status]').text()).toContain('2 ideas were imported.');
    expect(page.get('[role=status]').text()).toContain('2 rows cannot be imported.');
    expect(lines().map(([head]) => head).slice(0, 2)).toEqual(['Row 4To be mended', 'Row 6To be mended']);
  });

  it('has nothing to confirm where no row is good, and takes the mended file of the same name', async () => {
    told = (isConfirmed, text) => answer(text === 'mended' ? [row(2)] : [refused(2, 'TEXT_REQUIRED', 'title')], { isDone: isConfirmed });
    await open();
    await choose('faulty');
    expect(page.get('[role=status]').text()).toContain('1 row cannot be imported.');
    expect(button(/^Import \d/)).toBeUndefined();
    await choose('mended');
    await press(/^Import 1 idea$/);
    expect(sent.map(({ isConfirmed, text }) => [isConfirmed, text])).toEqual([[false, 'faulty'], [false, 'mended'], [true, 'mended']]);
    expect(page.get('[role=status]').text()).toBe('1 idea was imported.');
  });

  it('shows every row of a long file, page by page', async () => {
    told = () => answer(Array.from({ length: 120 }, (_, i) => row(i + 2)));
    await open();
    await choose('…');
    expect(lines()).toHaveLength(50);
    await press(/Show more rows/);
    await press(/Show more rows/);
    expect(lines().map(([head]) => head)).toEqual(Array.from({ length: 120 }, (_, i) => `Row ${i + 2}New`));
    expect(button(/Show more rows/)).toBeUndefined();
  });

  it('says why a file cannot be read at all', async () => {
    told = () => ({ error: { code: 'IMPORT_COLUMN_MISSING', params: { column: 'authors' } } });
    await open();
    await choose('nothing');
    expect(page.get('[role=alert]').text()).toBe('The column “authors” is missing: the first line must name the columns.');
    expect(button(/^Import \d/)).toBeUndefined();
  });

  it('keeps the file and what was told of it when the answer is lost, to be confirmed again', async () => {
    let isLost = true;
    told = (isConfirmed) => {
      if (isConfirmed && isLost) throw new TypeError('Failed to fetch');
      return answer([row(2), row(3)], { isDone: isConfirmed });
    };
    await open();
    await choose('file', 'mine.csv');
    await press(/^Import 2 ideas$/);
    expect(page.get('[role=alert]').text()).not.toBe('');
    expect(page.text()).toContain('mine.csv');
    expect(lines()).toHaveLength(2);
    isLost = false;
    await press(/^Import 2 ideas$/);
    expect(page.find('[role=alert]').exists()).toBe(false);
    expect(sent.map(({ isConfirmed, text }) => [isConfirmed, text])).toEqual([[false, 'file'], [true, 'file'], [true, 'file']]);
    expect(page.get('[role=status]').text()).toBe('2 ideas were imported.');
  });

  it('sends a file once, however often it is confirmed', async () => {
    let done!: (answer: object) => void;
    told = (isConfirmed) => (isConfirmed ? new Promise((resolve) => (done = resolve)) : answer([row(2)]));
    await open();
    await choose('file');
    await press(/^Import 1 idea$/);
    await press(/Import 1 idea/);
    expect(sent.filter(({ isConfirmed }) => isConfirmed)).toHaveLength(1);
    done(answer([row(2)], { isDone: true }));
    await settled();
    expect(page.get('[role=status]').text()).toBe('1 idea was imported.');
  });

  it('offers nothing to who may not import now', async () => {
    commands = [];
    await open();
    expect(page.text()).toContain('Ideas are imported by the owner of the campaign');
    expect(page.find('input[type=file]').exists()).toBe(false);
  });
});
