import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType, type ReturnTypeFuncValue } from '@nestjs/graphql';
import { platformErrors } from '../errors/platform.errors.ts';
import { isId } from './uuid.ts';

export const maxPageSize = 50;

/** What a list is asked for: `first` rows (1 to 50) after the row that `after` points at. */
export interface PageRequest {
  first: number;
  after: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** A page of a list, in the form of the Relay connection specification. */
export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** Errors: PAGE_TOO_LARGE. */
export function pageRequest({ first, after }: { first: number; after?: string | null }): PageRequest {
  if (first < 1 || first > maxPageSize) throw platformErrors.pageTooLarge(maxPageSize);
  return { first, after: after ?? null };
}

/** A page of a list whose whole length is known. */
export interface CountedConnection<T> extends Connection<T> {
  totalCount: number;
}

/** Makes a page of rows that were read with a limit of `first + 1`: the one too many says that there is more. */
export function connection<T>(rows: T[], page: PageRequest, cursorOf: (row: T) => string): Connection<T> {
  const edges = rows.slice(0, page.first).map((node) => ({ cursor: cursorOf(node), node }));
  return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > page.first } };
}

/** A page of a list that is there as a whole: read on by place. Errors: CURSOR_INVALID. */
export function pageOfWhole<T>(all: readonly T[], page: PageRequest): CountedConnection<T> {
  const from = page.after ? Number(decodeCursor(page.after, ['position'])[0]) : 0;
  const rows = all.slice(from, from + page.first + 1);
  const { edges, pageInfo } = connection(
    rows.map((row, i) => ({ row, place: from + i + 1 })),
    page,
    ({ place }) => encodeCursor(place),
  );
  return { edges: edges.map(({ cursor, node }) => ({ cursor, node: node.row })), pageInfo, totalCount: all.length };
}

/** Cursors hold the sort keys of the row; clients must not read them. */
export const encodeCursor = (...keys: (string | number)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

// Whatever else a cursor may hold, SQL must be able to take it: PostgreSQL refuses zero bytes in text.
const keyForms = {
  string: (key: unknown) => typeof key === 'string' && !key.includes('\u0000'),
  id: (key: unknown) => typeof key === 'string' && isId(key),
  position: (key: unknown) => Number.isSafeInteger(key) && Number(key) >= 0,
};

/** The sort keys in a cursor, checked by `types`. Errors: CURSOR_INVALID. */
export function decodeCursor(cursor: string, types: readonly (keyof typeof keyForms)[]): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === types.length && types.every((type, i) => keyForms[type](keys[i]))) return keys;
  } catch {
    // Falls through: whatever is wrong with it, the person is told the same.
  }
  throw platformErrors.cursorInvalid();
}

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Give it as `after` to read on; null on an empty page.' })
  endCursor!: string | null;

  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;
}

/** The GraphQL type of a row of a list of `node`, named `<name>Edge`. */
export function edgeType<T>(name: string, node: () => ReturnTypeFuncValue) {
  @ObjectType(`${name}Edge`, { description: `One row of a ${name}Connection.` })
  class EdgeType {
    @Field({ description: 'Give it as `after` to read on from this row.' })
    cursor!: string;

    @Field(node, { description: 'The row itself.' })
    node!: T;
  }
  return EdgeType;
}

/** The GraphQL connection type of a list, named `<name>Connection`, for rows that say more than their node: `edge` extends `edgeType`. */
export function connectionOf<E>(name: string, edge: () => Type<E>) {
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [edge()], { description: 'The rows, in the order of the list.' })
    edges!: E[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** The GraphQL connection type of a list of `node`, named `<name>Connection`, with its edge type. */
export function connectionType<T>(name: string, node: () => ReturnTypeFuncValue) {
  const EdgeType = edgeType<T>(name, node);
  return connectionOf<Edge<T>>(name, () => EdgeType);
}

/** As connectionType, with the number of rows in the whole list. */
export function countedConnectionType<T>(name: string, node: () => ReturnTypeFuncValue) {
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}, with the length of the whole list.` })
  class CountedConnectionType extends connectionType<T>(name, node) {
    @Field(() => Int, { description: 'Rows in the whole list.' })
    totalCount!: number;
  }
  return CountedConnectionType;
}
