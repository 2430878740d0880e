import type { CacheRules } from '@parvis/platform/web';

// A hit is an answer to some words, not a thing: the same id has other extracts for other words.
export const searchCache: CacheRules = { embedded: ['SearchHit'] };
