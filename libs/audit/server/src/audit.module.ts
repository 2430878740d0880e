import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { AuditEntryResolver } from './entry/audit-entry.resolver.ts';
import { AuditQuery } from './entry/audit.query.ts';
import { AuditExportController } from './export/audit-export.controller.ts';

@Module({
  imports: [IdentityModule],
  controllers: [AuditExportController],
  providers: [AuditQuery, AuditEntryResolver],
})
export class AuditModule {}
