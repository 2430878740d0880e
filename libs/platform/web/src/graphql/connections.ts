import type { Cache, Resolver, UpdateResolver } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

type Arguments = Record<string, unknown> | null;

/**
 * Forgets what a field of an entity ("Query" or a cache key) gave, whatever its arguments, or with those arguments only:
 * those who show it now ask again, the others when they come back.
 */
export function forgetField(cache: Cache, entity: string, field: string, args: Record<string, unknown> = {}): void {
  const isMeant = (found: Arguments) => Object.entries(args).every(([name, value]) => found?.[name] === value);
  for (const found of cache.inspectFields(entity)) {
    if (found.fieldName === field && isMeant(found.arguments)) cache.invalidate(entity, field, found.arguments ?? undefined);
  }
}

const gluePages = relayPagination();

/**
 * One list out of the pages of a connection, of those with the same `first` only: relayPagination overlooks it, and
 * would glue the page of ten names beside this one, which lacks half of the fields, into a list of twenty cards. The
 * list would then be incomplete, which the cache gives as no data at all.
 */
export const gluedPages: Resolver = (parent, args, cache, info) => {
  const ofThisSize: Cache = Object.create(cache, {
    inspectFields: {
      value: (entity: string) =>
        cache.inspectFields(entity).filter((found) => found.arguments?.['first'] === args['first']),
    },
  });
  return gluePages(parent, args, ofThisSize, info);
};

/**
 * A first page read anew is the truth. The later pages in the cache still follow it when one of them starts
 * where it ends; otherwise something came between, and gluing them on would hide it: they are forgotten.
 */
export const forgetLaterPages: UpdateResolver = (_result, args, cache, { parentKey, fieldName }) => {
  if (args['after']) return;
  const page = cache.resolve(parentKey, fieldName, args) as string | null;
  const pageInfo = page && (cache.resolve(page, 'pageInfo') as string | null);
  const end = pageInfo && cache.resolve(pageInfo, 'endCursor');

  const later = cache
    .inspectFields(parentKey)
    .filter((found) => found.fieldName === fieldName && found.arguments?.['after'] && sameList(found.arguments, args));
  if (later.some((found) => found.arguments?.['after'] === end)) return;
  for (const found of later) cache.invalidate(parentKey, fieldName, found.arguments ?? undefined);
};

function sameList(one: Arguments, other: Arguments): boolean {
  return JSON.stringify(withoutPlace(one)) === JSON.stringify(withoutPlace(other));
}

function withoutPlace(args: Arguments): [string, unknown][] {
  return Object.entries(args ?? {})
    .filter(([name, value]) => name !== 'after' && value !== undefined)
    .sort(([one], [other]) => one.localeCompare(other));
}
