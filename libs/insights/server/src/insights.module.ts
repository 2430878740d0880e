import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { FeedModule } from '@parvis/feed/server';
import { IdentityModule } from '@parvis/identity/server';
import { NotificationsModule } from '@parvis/notifications/server';
import { PeopleModule } from '@parvis/people/server';
import { AnimatorViewQuery } from './animator-view/animator-view.query.ts';
import { AnimatorViewResolver, CommunityAnimatorViewResolver, CommunityHelperResolver, NewcomerResolver } from './animator-view/animator-view.resolver.ts';
import { CrossingQuery } from './crossing/crossing.query.ts';
import { CommunityCrossingResolver } from './crossing/crossing.resolver.ts';
import { OwnFiguresQuery } from './own/own-figures.query.ts';
import { AnsweringColleagueResolver, OwnExchangePersonResolver, OwnFiguresResolver } from './own/own-figures.resolver.ts';
import { OwnFiguresService } from './own/own-figures.service.ts';
import { WeekDigest } from './week/week-digest.ts';
import { WeekQuery } from './week/week.query.ts';
import { CommunityWeekResolver, WeekContributionResolver, WeekResolver, WeekSubjectResolver } from './week/week.resolver.ts';

@Module({
  imports: [IdentityModule, PeopleModule, CommunitiesModule, NotificationsModule, ConversationsModule, FeedModule],
  providers: [
    CrossingQuery,
    CommunityCrossingResolver,
    AnimatorViewQuery,
    AnimatorViewResolver,
    CommunityAnimatorViewResolver,
    NewcomerResolver,
    CommunityHelperResolver,
    OwnFiguresQuery,
    OwnFiguresService,
    OwnFiguresResolver,
    OwnExchangePersonResolver,
    AnsweringColleagueResolver,
    WeekQuery,
    WeekResolver,
    CommunityWeekResolver,
    WeekSubjectResolver,
    WeekContributionResolver,
    WeekDigest,
  ],
})
export class InsightsModule {}
