import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { HealthResolver } from './health/health.resolver.ts';
import { JobKindResolver } from './jobs/job-kind.resolver.ts';
import { WorkService } from './jobs/work.service.ts';
import { WorkResolver } from './jobs/work.resolver.ts';

@Module({
  imports: [IdentityModule],
  providers: [HealthResolver, WorkService, WorkResolver, JobKindResolver],
})
export class OperationsModule {}
