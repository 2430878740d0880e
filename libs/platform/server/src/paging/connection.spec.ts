import { describe, expect, it } from '@jest/globals';
import { connection, decodeCursor, encodeCursor, pageOfWhole, pageRequest } from './connection.ts';
import { checkedId, firstIdAt, idFrom, isId, newId } from './uuid.ts';

const coded = (code: string, field: string) => expect.objectContaining({ code, field });

describe('a page', () => {
  const page = (first: number, rows: number[]) => connection(rows, { first, after: null }, (row) => `after ${row}`);

  it.each([
    ['holds all rows when there are no more', page(3, [1, 2, 3]), [1, 2, 3], false, 'after 3'],
    ['leaves out the one too many, which says that there is more', page(3, [1, 2, 3, 4]), [1, 2, 3], true, 'after 3'],
    ['may be empty', page(3, []), [], false, null],
  ])('%s', (_what, { edges, pageInfo }, rows, hasNextPage, endCursor) => {
    expect(edges).toEqual(rows.map((node) => ({ node, cursor: `after ${node}` })));
    expect(pageInfo).toEqual({ hasNextPage, endCursor });
  });

  it.each([1, 50])('may hold %d rows', (first) => expect(pageRequest({ first })).toEqual({ first, after: null }));

  it.each([0, -1, 51, 2 ** 31 - 1])('may not hold %d rows', (first) => {
    expect(() => pageRequest({ first, after: 'x' })).toThrow(expect.objectContaining({ code: 'PAGE_TOO_LARGE', field: 'first', params: { max: 50 } }));
  });
});

describe('a page of a list that is there as a whole', () => {
  const all = ['a', 'b', 'c'];

  it('is read on by place, to its end', () => {
    const first = pageOfWhole(all, { first: 2, after: null });
    expect(first).toMatchObject({ edges: [{ node: 'a' }, { node: 'b' }], pageInfo: { hasNextPage: true }, totalCount: 3 });
    const rest = pageOfWhole(all, { first: 2, after: first.pageInfo.endCursor });
    expect(rest).toMatchObject({ edges: [{ node: 'c' }], pageInfo: { hasNextPage: false }, totalCount: 3 });
    expect(pageOfWhole(all, { first: 2, after: rest.pageInfo.endCursor })).toEqual({ edges: [], pageInfo: { endCursor: null, hasNextPage: false }, totalCount: 3 });
  });

  it('is not read on from what is no place', () => {
    expect(() => pageOfWhole(all, { first: 2, after: encodeCursor(-1) })).toThrow(expect.objectContaining({ code: 'CURSOR_INVALID' }));
  });
});

describe('a cursor', () => {
  it('gives back what it was made of', () => {
    const id = newId();
    expect(decodeCursor(encodeCursor('Ünï 🙂', id, 7), ['string', 'id', 'position'])).toEqual(['Ünï 🙂', id, 7]);
  });

  it.each([
    ['nothing', '', ['string']],
    ['no JSON', 'nonsense', ['string']],
    ['no list', Buffer.from('{"a":1}').toString('base64url'), ['string']],
    ['too few keys', encodeCursor('a'), ['string', 'string']],
    ['too many keys', encodeCursor('a', 'b'), ['string']],
    ['a key of another type', encodeCursor(1), ['string']],
    ['an id that is none', encodeCursor('17'), ['id']],
    ['a zero byte', encodeCursor('a\u0000'), ['string']],
    ['a negative position', encodeCursor(-1), ['position']],
    ['a position between two', encodeCursor(0.5), ['position']],
    ['an infinite position', Buffer.from('[1e999]').toString('base64url'), ['position']],
  ] as const)('is refused when it holds %s', (_what, cursor, types) => {
    expect(() => decodeCursor(cursor, types)).toThrow(coded('CURSOR_INVALID', 'after'));
  });
});

describe('an id', () => {
  it('sorts after those made before it', () => {
    const made = Array.from({ length: 1_000 }, newId);
    expect(made.toSorted()).toEqual(made);
    expect(made.every(isId)).toBe(true);
  });

  it('is written in lower case, whoever wrote it', () => {
    const id = newId();
    expect(checkedId('id', id.toUpperCase())).toBe(id);
  });

  it('of an instant is the first there can be', () => {
    const noon = new Date('2026-03-02T12:00:00Z');
    expect(idFrom('post:1', new Date(noon.getTime() - 1)) < firstIdAt(noon)).toBe(true);
    expect(firstIdAt(noon) <= idFrom('post:1', noon)).toBe(true);
    expect(isId(firstIdAt(noon))).toBe(true);
  });

  it.each(['', '17', `${newId()} `, `{${newId()}}`, newId().replaceAll('-', '')])('is not « %s »', (value) => {
    expect(() => checkedId('personId', value)).toThrow(coded('ID_INVALID', 'personId'));
  });

  it('of something from elsewhere is always the same, and sorts by its time', () => {
    const [monday, tuesday] = [new Date('2020-01-06'), new Date('2020-01-07')];
    expect(idFrom('post:1', monday)).toBe(idFrom('post:1', monday));
    expect(idFrom('post:1', monday)).not.toBe(idFrom('post:2', monday));
    expect(idFrom('post:1', monday) < idFrom('post:2', tuesday)).toBe(true);
    expect(isId(idFrom('post:1', new Date(-1)))).toBe(true);
  });
});
