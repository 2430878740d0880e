import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { RolledFigures } from './day/rolled-figures.ts';
import { EngagementQuery } from './engagement/engagement.query.ts';
import { DepartmentCrossingResolver, EngagementResolver } from './engagement/engagement.resolver.ts';
import { minGroupProvider } from './engagement/min-group.ts';
import { EngagementRulesResolver } from './catalogue/engagement-rules.resolver.ts';
import { DateScalar } from './period/date.scalar.ts';
import { Readers } from './reader/readers.ts';
import { RollUpJob } from './roll-up/roll-up.job.ts';
import { Company } from './standing/company.ts';

@Module({
  imports: [IdentityModule],
  providers: [minGroupProvider, Company, RolledFigures, Readers, EngagementQuery, EngagementResolver, DepartmentCrossingResolver, EngagementRulesResolver, DateScalar, RollUpJob],
})
export class EngagementModule {}
