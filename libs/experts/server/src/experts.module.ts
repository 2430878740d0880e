import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { FeedModule } from '@parvis/feed/server';
import { IdentityModule } from '@parvis/identity/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { PeopleModule } from '@parvis/people/server';
import { SearchModule } from '@parvis/search/server';
import { ExpertRequestsNotifications } from './adapters/expert-requests.notifications.ts';
import { ExpertRoutingRealtime } from './adapters/expert-routing.realtime.ts';
import { ContributorQuery } from './finding/contributor.query.ts';
import { EvidenceQuery } from './finding/evidence.query.ts';
import { EvidenceReader } from './finding/evidence-reader.ts';
import { ExpertFormulaResolver } from './formula/expert-formula.resolver.ts';
import { ExpertFinder } from './finding/expert-finder.ts';
import { expertWeightsProvider } from './finding/expert-weights.ts';
import { ExpertEvidenceResolver, ExpertSkillResolver, ExpertsResolver } from './finding/experts.resolver.ts';
import { SkilledQuery } from './finding/skilled.query.ts';
import { QuestionReader } from './finding/question-reader.ts';
import { HandoverQuery } from './handover/handover.query.ts';
import { HandoverResolver, HandoverTopicResolver } from './handover/handover.resolver.ts';
import { HandoverService } from './handover/handover.service.ts';
import { SkillTerms } from './finding/skill-terms.ts';
import { ExpertPreferenceQuery } from './preference/expert-preference.query.ts';
import { ExpertPreferenceResolver, ExpertTopicResolver } from './preference/expert-preference.resolver.ts';
import { ExpertPreferenceService } from './preference/expert-preference.service.ts';
import { CandidateQuery } from './request/candidate.query.ts';
import { RequestLoad } from './request/request-load.ts';
import { RequestQuery } from './request/request.query.ts';
import { ExpertRequestResolver, QuestionRoutingResolver } from './request/request.resolver.ts';
import { RequestRouter } from './request/request-router.ts';
import { RequestSweep } from './request/request-sweep.ts';
import { RequestService } from './request/request.service.ts';
import { requestSettingsProvider } from './request/request-settings.ts';
import { RequestTurns } from './request/request-turns.ts';
import { ProposalTally } from './spread/proposal-tally.ts';
import { SpreadQuery } from './spread/spread.query.ts';
import { SpreadResolver } from './spread/spread.resolver.ts';

@Module({
  imports: [IdentityModule, PeopleModule, CommunitiesModule, NotificationsModule, SearchModule, ConversationsModule, FeedModule],
  providers: [
    expertWeightsProvider,
    SkillTerms,
    QuestionReader,
    EvidenceQuery,
    SkilledQuery,
    ContributorQuery,
    EvidenceReader,
    ExpertFinder,
    ExpertsResolver,
    ExpertEvidenceResolver,
    ExpertSkillResolver,
    ExpertFormulaResolver,
    ExpertPreferenceQuery,
    ExpertPreferenceService,
    ExpertPreferenceResolver,
    ExpertTopicResolver,
    requestSettingsProvider,
    RequestLoad,
    RequestQuery,
    CandidateQuery,
    RequestTurns,
    RequestRouter,
    RequestService,
    RequestSweep,
    ExpertRequestResolver,
    QuestionRoutingResolver,
    ExpertRequestsNotifications,
    ExpertRoutingRealtime,
    HandoverQuery,
    HandoverService,
    HandoverResolver,
    HandoverTopicResolver,
    ProposalTally,
    SpreadQuery,
    SpreadResolver,
  ],
})
export class ExpertsModule {}
