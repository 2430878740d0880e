import { cacheExchange } from '@urql/exchange-graphcache';
import type { Exchange } from '@urql/vue';

import type { CacheParts, CacheRules } from './cache-rules.ts';
import { forgetLaterPages, gluedPages } from './connections.ts';

/** One normalised cache out of the rules of all domains. */
export function cacheOf(rules: readonly CacheRules[]): Exchange {
  const parts: CacheParts = { keys: { PageInfo: () => null }, resolvers: {}, updates: {} };
  for (const domain of rules) join(parts, domain);
  return cacheExchange(parts);
}

function join({ keys, resolvers, updates }: CacheParts, rules: CacheRules): void {
  for (const type of rules.embedded ?? []) keys[type] = () => null;
  for (const [type, fields] of Object.entries(rules.connections ?? {})) {
    for (const field of fields) {
      (resolvers[type] ??= {})[field] = gluedPages;
      (updates[type] ??= {})[field] = forgetLaterPages;
    }
  }
  updates['Mutation'] = { ...updates['Mutation'], ...rules.mutations };
}
