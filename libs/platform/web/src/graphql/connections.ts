import type { Cache, UpdateResolver } from '@urql/exchange-graphcache';

type Arguments = Record<string, unknown> | null;

/** Forgets what a field of an entity ("Query" or a cache key) gave, whatever its arguments: those who show it now ask again, the others when they come back. */
export function forgetField(cache: Cache, entity: string, field: string): void {
  for (const found of cache.inspectFields(entity)) {
    if (found.fieldName === field) cache.invalidate(entity, field, found.arguments ?? undefined);
  }
}

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
    .filter(([name, value]) => name !== 'after' && name !== 'first' && value !== undefined)
    .sort(([one], [other]) => one.localeCompare(other));
}
