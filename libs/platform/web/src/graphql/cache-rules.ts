import type { KeyingConfig, Resolver, UpdateResolver } from '@urql/exchange-graphcache';

/**
 * What a domain tells the cache about its own types. Exported by the domain's door (`communitiesCache`),
 * joined by apps/web.
 */
export interface CacheRules {
  /** Types without an id of their own. */
  embedded?: readonly string[];
  /** Fields that give a Relay connection, by type: { Query: ['people'], Person: ['communities'] }. */
  connections?: Readonly<Record<string, readonly string[]>>;
  /** Queries that find one entity by its id: what the cache already holds of it is the answer. */
  lookups?: Readonly<Record<string, string>>;
  /** What a mutation changes beyond the entities that it returns. */
  mutations?: Readonly<Record<string, UpdateResolver>>;
}

export type CacheParts = {
  keys: KeyingConfig;
  resolvers: Record<string, Record<string, Resolver>>;
  updates: Record<string, Record<string, UpdateResolver>>;
};
