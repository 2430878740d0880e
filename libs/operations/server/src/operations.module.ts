import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { MailAdministrationResolver } from './mail/mail-administration.resolver.ts';
import { MailAdministrationService } from './mail/mail-administration.service.ts';
import { RetentionResolver } from './retention/retention.resolver.ts';
import { RetentionService } from './retention/retention.service.ts';
import { HealthResolver } from './health/health.resolver.ts';
import { JobKindResolver } from './jobs/job-kind.resolver.ts';
import { WorkService } from './jobs/work.service.ts';
import { WorkResolver } from './jobs/work.resolver.ts';

@Module({
  imports: [IdentityModule],
  providers: [HealthResolver, WorkService, WorkResolver, JobKindResolver, MailAdministrationService, MailAdministrationResolver, RetentionService, RetentionResolver],
})
export class OperationsModule {}
