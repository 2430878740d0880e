import { describe, expect, it } from '@jest/globals';
import { choose, type Candidate } from './choice.ts';

let count = 0;
const candidate = (change: Partial<Candidate> = {}): Candidate => {
  count += 1;
  return { postId: `post-${String(count).padStart(3, '0')}`, authorId: `author-${count}`, department: `department-${count}`, ageDays: 0, reasons: ['no-reaction'], ...change };
};

describe('choosing what is worth two minutes', () => {
  it.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    ['an unanswered question before a mention', { reasons: ['unanswered'] }, { reasons: ['mention'] }],
    ['a mention before a post without reaction', { reasons: ['mention'] }, { reasons: ['no-reaction'] }],
    ['two reasons before one', { reasons: ['newcomer', 'unheard'] }, { reasons: ['unanswered'] }],
    ['a fresh post before one of yesterday', { ageDays: 0 }, { ageDays: 1 }],
    ['an older question before a fresh post without reaction', { reasons: ['unanswered'], ageDays: 3 }, { reasons: ['no-reaction'] }],
  ])('puts %s', (_what, first, second) => {
    const [one, two] = [candidate(first), candidate(second)];
    expect(choose([two, one]).map(({ postId }) => postId)).toEqual([one.postId, two.postId]);
  });

  it('takes five at most, one of an author, two of a department', () => {
    expect(choose(Array.from({ length: 9 }, () => candidate()))).toHaveLength(5);
    expect(choose(Array.from({ length: 9 }, () => candidate({ authorId: 'one' })))).toHaveLength(1);
    expect(choose(Array.from({ length: 9 }, () => candidate({ department: 'one' })))).toHaveLength(2);
  });

  it('leaves out what has no reason, and what has grown too old for its own', () => {
    expect(choose([candidate({ reasons: [] }), candidate({ ageDays: 6 }), candidate({ reasons: ['unanswered'], ageDays: 10 })])).toEqual([]);
  });

  it('chooses the same whatever the order that they come in', () => {
    const all = Array.from({ length: 12 }, (_, i) => candidate({ department: `department ${i % 3}` }));
    expect(choose(all.toReversed())).toEqual(choose(all));
  });
});
