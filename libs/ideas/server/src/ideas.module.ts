import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { IdentityModule } from '@parvis/identity/server';
import { MediaModule } from '@parvis/media/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { PeopleModule } from '@parvis/people/server';
import { SearchModule } from '@parvis/search/server';
import { AuthorsNotifications } from './adapters/authors.notifications.ts';
import { CampaignSubject } from './adapters/campaign.subject.ts';
import { CampaignLegacy } from './adapters/campaign.legacy.ts';
import { CampaignsNotifications } from './adapters/campaigns.notifications.ts';
import { CourseNotifications } from './adapters/course.notifications.ts';
import { IdeaMediaResolver } from './adapters/idea-media.resolver.ts';
import { IdeaMedia } from './adapters/idea.media.ts';
import { IdeaSubject } from './adapters/idea.subject.ts';
import { IdeasEndorsable } from './adapters/ideas.endorsable.ts';
import { IdeasSearch } from './adapters/ideas.search.ts';
import { MergesNotifications } from './adapters/merges.notifications.ts';
import { PersonIdeasResolver } from './adapters/person-ideas.resolver.ts';
import { IdeasDrafts } from './adapters/ideas.drafts.ts';
import { IdeasNotifications } from './adapters/ideas.notifications.ts';
import { IdeasRealtime } from './adapters/ideas.realtime.ts';
import { IdeaAuthorQuery } from './author/idea-author.query.ts';
import { IdeaAuthorsResolver } from './author/idea-author.resolver.ts';
import { IdeaAuthorService } from './author/idea-author.service.ts';
import { VolunteerService } from './author/volunteer.service.ts';
import { OutcomeNotifications } from './adapters/outcome.notifications.ts';
import { AnswerReminders } from './answer/answer-reminders.ts';
import { AnswerQuery } from './answer/answer.query.ts';
import { CampaignAnswersResolver, IdeaAnswerResolver, IdeaAnswerRevisionResolver, IdeaAnswersResolver, OverdueAnswersResolver } from './answer/answer.resolver.ts';
import { AnswerService } from './answer/answer.service.ts';
import { JuryNotifications } from './adapters/jury.notifications.ts';
import { CampaignRolesService } from './campaign/campaign-roles.service.ts';
import { CampaignCommandsResolver } from './campaign/campaign-commands.resolver.ts';
import { CampaignCourseService } from './campaign/campaign-course.service.ts';
import { CampaignLock } from './campaign/campaign-lock.ts';
import { CampaignLoader } from './campaign/campaign.loader.ts';
import { CampaignQuery } from './campaign/campaign.query.ts';
import { CampaignResolver, PhaseExtensionResolver } from './campaign/campaign.resolver.ts';
import { CampaignService } from './campaign/campaign.service.ts';
import { IdeaImportController } from './exchange/idea-import.controller.ts';
import { IdeaImportService } from './exchange/idea-import.service.ts';
import { CampaignExportController } from './exchange/campaign-export.controller.ts';
import { CampaignExportQuery } from './exchange/campaign-export.query.ts';
import { VotesExport } from './exchange/votes-export.query.ts';
import { FunnelQuery } from './funnel/funnel.query.ts';
import { FunnelResolver } from './funnel/funnel.resolver.ts';
import { IdeaLock } from './idea/idea-lock.ts';
import { IdeaLoader } from './idea/idea.loader.ts';
import { IdeaQuery } from './idea/idea.query.ts';
import { CampaignIdeasResolver, IdeaAuthorResolver, IdeaResolver } from './idea/idea.resolver.ts';
import { IdeaService } from './idea/idea.service.ts';
import { JuryCommandsResolver } from './jury/jury-commands.resolver.ts';
import { JuryDrawResolver } from './jury/jury-draw.resolver.ts';
import { JuryMembersService } from './jury/jury-members.service.ts';
import { JuryReminders } from './jury/jury-reminders.ts';
import { JuryResultsQuery } from './jury/jury-results.query.ts';
import { JurySharesService } from './jury/jury-shares.service.ts';
import { JurySheetQuery } from './jury/jury-sheet.query.ts';
import { IdeaJuryResolver, JuryRankResolver, JurySheetResolver } from './jury/jury-sheet.resolver.ts';
import { JurySheetsService } from './jury/jury-sheets.service.ts';
import { JuryLoader } from './jury/jury.loader.ts';
import { JuryQuery } from './jury/jury.query.ts';
import { CampaignJuryResolver, JuryMemberResolver, JuryResolver } from './jury/jury.resolver.ts';
import { NewsQuery } from './news/news.query.ts';
import { CampaignNewsResolver, CampaignUpdateResolver } from './news/news.resolver.ts';
import { NewsService } from './news/news.service.ts';
import { CampaignTurns } from './phase/campaign-turns.ts';
import { ProjectCommandsResolver } from './project/project-commands.resolver.ts';
import { ProjectDelays } from './project/project-delays.ts';
import { ProjectLock } from './project/project-lock.ts';
import { ProjectNewsService } from './project/project-news.service.ts';
import { ProjectQuery } from './project/project.query.ts';
import { IdeaProjectResolver, ProjectResolver, ProjectUpdateResolver } from './project/project.resolver.ts';
import { ProjectService } from './project/project.service.ts';
import { SupportQuery } from './support/support.query.ts';
import { CampaignSupportResolver, SupportResolver } from './support/support.resolver.ts';
import { SupportService } from './support/support.service.ts';
import { IdeaAdoptionQuery } from './adoption/idea-adoption.query.ts';
import { IdeaAdoptionResolver, IdeaAdoptionsResolver } from './adoption/idea-adoption.resolver.ts';
import { IdeaAdoptionService } from './adoption/idea-adoption.service.ts';
import { IdeaMergeQuery } from './merge/idea-merge.query.ts';
import { IdeaMergeResolver, IdeaMergesResolver } from './merge/idea-merge.resolver.ts';
import { IdeaMergeService } from './merge/idea-merge.service.ts';
import { MergeCarrier } from './merge/merge-carrier.ts';
import { IdeaVersionQuery } from './version/idea-version.query.ts';
import { IdeaVersionResolver, IdeaVersionsResolver } from './version/idea-version.resolver.ts';
import { AskedTerms } from './similar/asked-terms.ts';
import { SimilarIdeasQuery } from './similar/similar-ideas.query.ts';
import { SimilarIdeasResolver } from './similar/similar-ideas.resolver.ts';
import { BallotLock } from './vote/ballot-lock.ts';
import { BallotSealing } from './vote/ballot-sealing.ts';
import { BallotLoader } from './vote/ballot.loader.ts';
import { BallotQuery } from './vote/ballot.query.ts';
import { BallotResolver } from './vote/ballot.resolver.ts';
import { BallotService } from './vote/ballot.service.ts';
import { CampaignBallotsResolver, IdeaVotesResolver } from './vote/ballots-of.resolver.ts';
import { PairQuery } from './vote/pair.query.ts';
import { OpenVoteResolver, ResultsResolver, StandingResolver } from './vote/results.resolver.ts';
import { TallyQuery } from './vote/tally.query.ts';
import { VoteService } from './vote/vote.service.ts';

@Module({
  imports: [IdentityModule, CommunitiesModule, ConversationsModule, MediaModule, NotificationsModule, PeopleModule, SearchModule],
  controllers: [CampaignExportController, IdeaImportController],
  providers: [
    CampaignExportQuery, VotesExport, IdeaImportService,
    CampaignQuery, CampaignLoader, CampaignLock, CampaignTurns, CampaignService, CampaignCourseService, CampaignResolver, CampaignCommandsResolver, PhaseExtensionResolver,
    CampaignRolesService, CampaignLegacy, NewsQuery, NewsService, CampaignNewsResolver, CampaignUpdateResolver,
    IdeaQuery, IdeaLoader, IdeaLock, IdeaService, CampaignIdeasResolver, IdeaResolver, IdeaAuthorResolver,
    SupportQuery, SupportService, SupportResolver, CampaignSupportResolver,
    IdeaAuthorService, VolunteerService, IdeaAuthorQuery, IdeaAuthorsResolver, AuthorsNotifications, AskedTerms, SimilarIdeasQuery, SimilarIdeasResolver,
    JuryQuery, JurySheetQuery, JuryResultsQuery, JuryLoader, JuryMembersService, JurySharesService, JurySheetsService, JuryReminders,
    CampaignJuryResolver, JuryResolver, JuryMemberResolver, JuryDrawResolver, IdeaJuryResolver, JurySheetResolver, JuryRankResolver, JuryCommandsResolver, JuryNotifications,
    BallotQuery, BallotLoader, BallotLock, BallotSealing, BallotService, VoteService, PairQuery, TallyQuery,
    BallotResolver, CampaignBallotsResolver, IdeaVotesResolver, ResultsResolver, StandingResolver, OpenVoteResolver,
    IdeasSearch, IdeasEndorsable, PersonIdeasResolver,
    MergeCarrier, IdeaMergeService, IdeaMergeQuery, IdeaMergesResolver, IdeaMergeResolver, MergesNotifications, IdeaVersionQuery, IdeaVersionsResolver, IdeaVersionResolver,
    IdeaAdoptionService, IdeaAdoptionQuery, IdeaAdoptionsResolver, IdeaAdoptionResolver,
    IdeaMedia, IdeaMediaResolver,
    CampaignSubject, IdeaSubject, CampaignsNotifications, IdeasNotifications, IdeasDrafts, IdeasRealtime,
    AnswerQuery, AnswerReminders, AnswerService, IdeaAnswersResolver, IdeaAnswerResolver, IdeaAnswerRevisionResolver, CampaignAnswersResolver, OverdueAnswersResolver,
    ProjectQuery, ProjectLock, ProjectDelays, ProjectService, ProjectNewsService, IdeaProjectResolver, ProjectResolver, ProjectUpdateResolver, ProjectCommandsResolver, FunnelQuery, FunnelResolver,
    CourseNotifications, OutcomeNotifications,
  ],
})
export class IdeasModule {}
