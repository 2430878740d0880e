import { describe, expect, it } from '@jest/globals';
import { departmentTree, type Member } from './department-tree.ts';

/** « name department manager », a line each. */
const members = (...lines: string[]): Member[] =>
  lines.map((line) => {
    const [id = '', department = '', managerId = ''] = line.split(' ');
    return { id, department: department || null, managerId: managerId || null };
  });

describe('the tree of departments', () => {
  it('puts a department below that of the manager of its head', () => {
    const tree = departmentTree(members('ceo Board', 'ann Works ceo', 'bob Works ann', 'cid Paint bob', 'dan Paint cid', 'eve Paint dan'));
    expect(['Board', 'Works', 'Paint', 'Elsewhere'].map((name) => tree.parentOf(name))).toEqual([null, 'Board', 'Works', null]);
  });

  it('follows the head of most of its people, not the few who answer to somebody else', () => {
    const tree = departmentTree(members('ceo Board', 'ann Works ceo', 'bob Works ann', 'cid Works ann', 'fin Finance ceo', 'dan Works fin', 'eve Works fin'));
    expect(tree.parentOf('Works')).toBe('Board');
  });

  it('takes people who manage each other for people without a head', () => {
    const tree = departmentTree(members('ann Works bob', 'bob Works ann', 'cid Works dan', 'dan Board'));
    expect(tree.parentOf('Works')).toBe('Board');
  });
});
