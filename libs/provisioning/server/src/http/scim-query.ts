import { parseFilter, pathOf, type Filter, type Path } from '../filter/filter.ts';
import type { Json, JsonObject } from '../schema/attribute.ts';
import type { Wanted } from '../schema/shown.ts';

export const mostResults = 200;
const usualResults = 100;

export const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const searchSchema = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/** Which resources a client wants, and how (RFC 7644, section 3.4.2). */
export interface ScimQuery extends Wanted {
  filter: Filter | null;
  sortBy: Path | null;
  isDescending: boolean;
  /** From 1. */
  startIndex: number;
  count: number;
}

/** Of the address or of a search by POST: the same words. What makes no sense as a number is as if it were not there. Errors: invalidFilter. */
export function scimQueryOf(said: Record<string, unknown>): ScimQuery {
  const text = (name: string): string | undefined => {
    const value = said[name];
    if (Array.isArray(value)) return value.join(',') || undefined;
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const number = (name: string, usual: number): number => {
    const value = Number(said[name] ?? usual);
    return Number.isInteger(value) ? value : usual;
  };
  const [filter, sortBy] = [text('filter'), text('sortBy')];
  return {
    filter: filter === undefined ? null : parseFilter(filter),
    sortBy: sortBy === undefined ? null : pathOf(sortBy),
    isDescending: text('sortOrder')?.toLowerCase() === 'descending',
    startIndex: Math.min(Math.max(1, number('startIndex', 1)), 10_000_000),
    count: Math.min(Math.max(0, number('count', usualResults)), mostResults),
    ...wantedOf(said),
  };
}

export function wantedOf(said: Record<string, unknown>): Wanted {
  const list = (name: string): string | undefined => {
    const value = said[name];
    const joined = Array.isArray(value) ? value.join(',') : value;
    return typeof joined === 'string' && joined.trim() !== '' ? joined : undefined;
  };
  return { attributes: list('attributes'), excludedAttributes: list('excludedAttributes') };
}

export const listResponse = (resources: JsonObject[], { total, startIndex }: { total: number; startIndex: number }): Record<string, Json> => ({
  schemas: [listSchema],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});
