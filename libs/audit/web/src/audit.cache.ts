import type { CacheRules } from '@parvis/platform/web';

export const auditCache: CacheRules = {
  embedded: ['AuditEntryConnection', 'AuditEntryEdge'],
  connections: { Query: ['auditLog'] },
};
