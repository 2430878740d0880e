import { cacheExchange, type UpdateResolver } from '@urql/exchange-graphcache';
import type { Exchange } from '@urql/vue';

import type { CacheParts, CacheRules } from './cache-rules.ts';
import { forgetLaterPages, gluedPages } from './connections.ts';

/** One normalised cache out of the rules of all domains. */
export function cacheOf(rules: readonly CacheRules[]): Exchange {
  const parts: CacheParts = { keys: { PageInfo: () => null }, resolvers: {}, updates: {} };
  for (const domain of rules) join(parts, domain);
  return cacheExchange(parts);
}

/** Several domains may have something to forget after one mutation. */
function both(one: UpdateResolver | undefined, other: UpdateResolver): UpdateResolver {
  if (!one) return other;
  return (...change) => {
    one(...change);
    other(...change);
  };
}

function join({ keys, resolvers, updates }: CacheParts, rules: CacheRules): void {
  for (const type of rules.embedded ?? []) keys[type] = () => null;
  for (const [type, fields] of Object.entries(rules.connections ?? {})) {
    for (const field of fields) {
      (resolvers[type] ??= {})[field] = gluedPages;
      (updates[type] ??= {})[field] = forgetLaterPages;
    }
  }
  for (const [query, type] of Object.entries(rules.lookups ?? {})) (resolvers['Query'] ??= {})[query] = (_parent, { id }) => ({ __typename: type, id: String(id) });
  const mutations = (updates['Mutation'] ??= {});
  for (const [mutation, update] of Object.entries(rules.mutations ?? {})) mutations[mutation] = both(mutations[mutation], update);
}
