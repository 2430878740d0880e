import { beforeAll, describe, expect, it } from '@jest/globals';
import { animatedCommunity } from './animated-community.ts';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let animator: Visitor, member: Visitor;
let community: string, page: string;

beforeAll(async () => {
  [animator, member] = await Promise.all([parvis.arriveAs('Marie-Éléonore', '/'), parvis.arriveAs('Inês Carvalho', '/')]);
  community = await animatedCommunity(animator);
});

describe('what a community keeps', () => {
  it('is read by everybody in an open community, and written by members', async () => {
    await member.open(`${community}/wiki`);
    await member.page.getByText('Nothing is kept here yet').waitFor();
    expect(await member.page.getByRole('link', { name: 'Write a page' }).count()).toBe(0);
    await member.open(`${community}/wiki/new`);
    await member.page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await member.open(community);
    await member.page.getByRole('button', { name: /^Join/ }).click();
    await member.page.getByRole('button', { name: /^Leave/ }).waitFor();
    await member.open(`${community}/wiki`);
    await member.page.getByRole('link', { name: 'Write a page' }).click();
    await member.page.getByRole('button', { name: 'Publish the page' }).click();
    await member.page.getByText('Please fill this in.').waitFor();
    await member.page.getByLabel('Title').fill('Bleeding a circuit');
    await member.page.getByLabel('Take over a Markdown file').setInputFiles({
      name: 'circuit.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Bleeding\n\n## Tools\n\n- a key of 13\n\n| Valve | Turns |\n| --- | --- |\n| lower | 2 |\n'),
    });
    await member.page.getByRole('textbox', { name: 'Text' }).getByText('a key of 13').waitFor();
    expect(await member.faults()).toEqual([]);
    await member.page.getByRole('button', { name: 'Publish the page' }).click();
    await member.page.getByRole('heading', { level: 1, name: 'Bleeding a circuit' }).waitFor();
    await member.page.getByRole('cell', { name: 'lower' }).waitFor();
    page = new URL(member.page.url()).pathname;
    expect(await member.faults()).toEqual([]);
  });

  it('is not overwritten unseen, compared, and brought back', async () => {
    await member.open(`${page}/edit`);
    await member.page.getByLabel('What changes (optional)').fill('Which key');
    await animator.open(`${page}/edit`);
    await animator.page.getByRole('textbox', { name: 'Text' }).getByText('a key of 13').click();
    await animator.page.keyboard.press('End');
    await animator.page.keyboard.type(', or 17');
    await animator.page.getByRole('button', { name: 'Save', exact: true }).click();
    await animator.page.getByText('a key of 13, or 17').waitFor();

    await member.page.getByLabel('Title').fill('Bleeding any circuit');
    await member.page.getByRole('button', { name: 'Save', exact: true }).click();
    await member.page.getByText('Somebody saved another version while you were writing').waitFor();
    expect(await member.page.getByLabel('Title').inputValue()).toBe('Bleeding any circuit');
    await member.page.getByRole('button', { name: 'Save my version' }).click();
    await member.page.getByRole('heading', { level: 1, name: 'Bleeding any circuit' }).waitFor();

    await member.page.getByRole('link', { name: 'History' }).click();
    await member.page.getByRole('deletion').filter({ hasText: 'or 17' }).waitFor();
    await member.page.getByText('Which key').waitFor();
    expect(await member.faults()).toEqual([]);
    await member.page.getByRole('button', { name: /Go back to this version Version 2/ }).click();
    await member.page.getByRole('alertdialog').getByRole('button', { name: /Go back/ }).click();
    await member.page.getByText('taken from version 2').waitFor();
    await member.open(page);
    await member.page.getByText('a key of 13, or 17').waitFor();
  });

  it('is talked about under its text, with files, as it happens', async () => {
    await animator.open(page);
    await member.open(page);
    await member.settled();
    const said = (who: Visitor) => who.page.getByRole('region', { name: 'Comments' });
    await said(animator).getByRole('button', { name: /^Write a comment/ }).click();
    await said(animator).getByRole('textbox', { name: /^Comment on the page/ }).pressSequentially('Where is the key of 17?');
    await said(animator).locator('input[type=file]').setInputFiles([{ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from('size;place\n17;?') }]);
    await said(animator).getByRole('button', { name: 'Remove keys.csv' }).waitFor();
    await said(animator).getByRole('button', { name: 'Comment', exact: true }).click();
    await said(animator).getByRole('heading', { name: '1 comment' }).waitFor();
    expect(await animator.faults()).toEqual([]);

    // The reader has it without asking, and answers there.
    await said(member).getByText('Where is the key of 17?').waitFor();
    await said(member).getByRole('button', { name: /^Reply/ }).click();
    await said(member).getByRole('textbox', { name: /^Your reply/ }).pressSequentially('In the blue cupboard');
    await said(member).getByRole('button', { name: 'Reply', exact: true }).last().click();
    await said(animator).getByText('In the blue cupboard').waitFor();
    // Found by the name of its file, it leads to the comment on the page.
    await member.open('/search?q=keys.csv');
    await member.page.getByRole('main').getByRole('link', { name: /^keys\.csv/ }).click();
    await member.page.waitForURL(/\/wiki\/.*#comment-/);
    await said(member).getByText('In the blue cupboard').waitFor();
    expect([...(await member.sidewaysScroll()), ...member.complaints]).toEqual([]);
  });

  it('comes out as Markdown, moves, and is taken off by animators alone', async () => {
    await member.open(`${community}/wiki`);
    await member.page.getByRole('link', { name: 'Bleeding a circuit' }).click();
    const menu = member.page.getByRole('button', { name: 'More actions on the page' });
    await menu.click();
    expect(await member.page.getByRole('menuitem', { name: 'Take the page off' }).count()).toBe(0);
    const [download] = await Promise.all([member.page.waitForEvent('download'), member.page.getByRole('menuitem', { name: 'Download as Markdown' }).click()]);
    expect(download.suggestedFilename()).toBe('Bleeding a circuit.md');

    await animator.open(page);
    await animator.page.getByRole('button', { name: 'More actions on the page' }).click();
    await animator.page.getByRole('menuitem', { name: 'Take the page off' }).click();
    await animator.page.getByRole('alertdialog').getByRole('button', { name: 'Take the page off' }).click();
    await animator.page.getByText('Nothing is kept here yet').waitFor();
    await member.open(page);
    await member.settled();
    expect(await member.page.getByText('a key of 13').count()).toBe(0);
    await animator.page.getByText('1 page taken off').click();
    await animator.page.getByRole('button', { name: /Bring back/ }).click();
    await animator.page.getByRole('link', { name: 'Bleeding a circuit' }).waitFor();
    expect(await animator.faults()).toEqual([]);
  });
});
