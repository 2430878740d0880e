import type { RichTextDocument } from '@parvis/platform/web';
import { describe, expect, it } from 'vitest';

import { nextStep } from './draft-rule.ts';
import type { KeptDraft } from './draft-server.ts';
import { newDraft, type Draft } from './draft-store.ts';

const words = (text: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const here = (part: Partial<Draft> = {}): Draft => ({ ...newDraft(), body: words('mine'), ...part });
const there = (part: Partial<KeptDraft> = {}): KeptDraft => ({
  ...{ subject: 'post.home', key: 'k', body: words('theirs'), place: null, details: null, unanswered: null },
  ...{ version: 'v9', earlierVersions: ['v7', 'v8'], isFinished: false, updatedAt: '2026-11-22T08:00:00Z', ...part },
});
const finished = there({ isFinished: true, body: null });
const step = (draft: Draft, kept: KeptDraft | null, { isWorthKeeping = true, mayHaveArrived = false } = {}) => nextStep({ draft, isWorthKeeping, mayHaveArrived }, kept);

describe('what becomes of a draft here', () => {
  it.each([
    ['nobody else knows of it', here(), null, 'send'],
    ['the server has lost it', here({ version: 'v1', sentAs: 'v1' }), null, 'send'],
    ['it is as it is kept', here({ version: 'v9', sentAs: 'v9' }), there(), 'nothing'],
    ['it was changed since it was kept', here({ version: 'v9' }), there(), 'send'],
    ['the answer to the last save was lost', here({ version: 'v8', attempts: ['v9'], sentAs: 'v9' }), there(), 'adopt'],
    ['the answer was lost, and more was written', here({ version: 'v8', attempts: ['v9'] }), there(), 'adopt'],
    ['another device went on from it', here({ version: 'v8', sentAs: 'v8' }), there(), 'take'],
    ['another device went on from what was sent without an answer', here({ version: 'v1', attempts: ['v8'], sentAs: 'v8' }), there(), 'take'],
    ['both devices went on', here({ version: 'v8' }), there(), 'ask'],
    ['what was sent last never arrived, and another device went on', here({ version: 'v8', attempts: ['v10'], sentAs: 'v10' }), there(), 'ask'],
    ['both devices began', here(), there(), 'ask'],
    ['both devices wrote the same', here(), there({ body: words('mine') }), 'adopt'],
    ['it was finished elsewhere as it stands', here({ version: 'v9', sentAs: 'v9' }), finished, 'clear'],
    ['it was finished elsewhere after it had arrived unanswered', here({ version: 'v1', attempts: ['v8'], sentAs: 'v8' }), finished, 'clear'],
    ['it was finished elsewhere, and changed here since', here({ version: 'v9' }), finished, 'startAnew'],
    ['another one on the same subject was finished before', here(), finished, 'send'],
  ] as const)('when %s', (_when, draft, kept, expected) => {
    expect(step(draft, kept)).toBe(expected);
  });

  it('is taken from the server when nothing stands here', () => {
    expect([step(here(), there(), { isWorthKeeping: false }), step(here(), null, { isWorthKeeping: false })]).toEqual(['take', 'nothing']);
  });

  it('goes on under its key when the thing that was sent from here has arrived', () => {
    expect(step(here({ version: 'v9' }), finished, { mayHaveArrived: true })).toBe('goOn');
  });

  it('takes the same fields in another order for the same', () => {
    const details = { title: 'T', kind: 'POLL' };
    expect(step(here({ details }), there({ body: words('mine'), details: { kind: 'POLL', title: 'T' } }))).toBe('adopt');
    expect(step(here({ details }), there({ body: words('mine'), details: { kind: 'POLL', title: 'U' } }))).toBe('ask');
  });
});
