import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule, PeopleMerge } from '@parvis/identity/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { EngagementAnnotationsResolver } from './annotation/annotations.resolver.ts';
import { ArrivalsResolver } from './arrival/arrivals.resolver.ts';
import { CommunitiesFiguresResolver } from './community/communities.resolver.ts';
import { CommunityFigures } from './community/communities.ts';
import { RolledFigures } from './day/rolled-figures.ts';
import { EngagementQuery } from './engagement/engagement.query.ts';
import { DepartmentCrossingResolver, EngagementResolver } from './engagement/engagement.resolver.ts';
import { FirstReading } from './engagement/first-reading.ts';
import { Grounds } from './engagement/grounds.ts';
import { minGroupProvider } from './engagement/min-group.ts';
import { OwnExampleQuery } from './example/own-example.query.ts';
import { OwnExampleResolver } from './example/own-example.resolver.ts';
import { EngagementRulesResolver } from './catalogue/engagement-rules.resolver.ts';
import { IdeaFiguresResolver } from './idea/ideas.resolver.ts';
import { DateScalar } from './period/date.scalar.ts';
import { PulseInvitations } from './pulse/pulse-invitations.ts';
import { pulseProvider } from './pulse/pulse-rules.ts';
import { PulseJob } from './pulse/pulse.job.ts';
import { PulseQuery } from './pulse/pulse.query.ts';
import { PulseResolver, PulseRulesResolver } from './pulse/pulse.resolver.ts';
import { Readers } from './reader/readers.ts';
import { MonthlyReport } from './report/monthly-report.ts';
import { RollUpJob } from './roll-up/roll-up.job.ts';
import { Company } from './standing/company.ts';
import { mergeEngagement } from './standing/merge.ts';
import { NumberedPlaces } from './standing/places.ts';

const example = [OwnExampleQuery, OwnExampleResolver];
const pulse = [pulseProvider, PulseInvitations, PulseQuery, PulseResolver, PulseRulesResolver, PulseJob];

@Module({
  imports: [IdentityModule, NotificationsModule],
  providers: [minGroupProvider, Company, NumberedPlaces, Grounds, RolledFigures, FirstReading, Readers, EngagementQuery, EngagementResolver, DepartmentCrossingResolver, IdeaFiguresResolver, EngagementAnnotationsResolver, CommunityFigures, CommunitiesFiguresResolver, ArrivalsResolver, EngagementRulesResolver, DateScalar, RollUpJob, MonthlyReport, ...example, ...pulse],
})
export class EngagementModule implements OnModuleInit {
  constructor(private readonly merge: PeopleMerge) {}

  onModuleInit(): void {
    this.merge.register(mergeEngagement);
  }
}
