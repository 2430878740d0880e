import type { Domain } from '@parvis/platform/server';
import { AuditModule } from './audit.module.ts';

export const auditDomain: Domain = { name: 'audit', module: AuditModule, entities: [], migrations: [] };
