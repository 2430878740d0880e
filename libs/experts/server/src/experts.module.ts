import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { FeedModule } from '@parvis/feed/server';
import { IdentityModule } from '@parvis/identity/server';
import { PeopleModule } from '@parvis/people/server';
import { SearchModule } from '@parvis/search/server';
import { ContributorQuery } from './finding/contributor.query.ts';
import { EvidenceQuery } from './finding/evidence.query.ts';
import { EvidenceReader } from './finding/evidence-reader.ts';
import { ExpertFormulaResolver } from './formula/expert-formula.resolver.ts';
import { ExpertFinder } from './finding/expert-finder.ts';
import { expertWeightsProvider } from './finding/expert-weights.ts';
import { ExpertEvidenceResolver, ExpertSkillResolver, ExpertsResolver } from './finding/experts.resolver.ts';
import { SkilledQuery } from './finding/skilled.query.ts';
import { QuestionReader } from './finding/question-reader.ts';
import { SkillTerms } from './finding/skill-terms.ts';
import { ExpertPreferenceQuery } from './preference/expert-preference.query.ts';
import { ExpertPreferenceResolver, ExpertTopicResolver } from './preference/expert-preference.resolver.ts';
import { ExpertPreferenceService } from './preference/expert-preference.service.ts';

@Module({
  imports: [IdentityModule, PeopleModule, CommunitiesModule, SearchModule, FeedModule],
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
  ],
})
export class ExpertsModule {}
