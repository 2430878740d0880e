import type { CacheRules } from '@parvis/platform/web';

export const identityCache: CacheRules = { embedded: ['Viewer'] };
