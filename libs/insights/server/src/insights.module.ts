import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { ConversationsModule } from '@parvis/conversations/server';
import { FeedModule } from '@parvis/feed/server';
import { IdentityModule } from '@parvis/identity/server';
import { AnimatorViewQuery } from './animator-view/animator-view.query.ts';
import { AnimatorViewResolver, CommunityAnimatorViewResolver, CommunityHelperResolver, NewcomerResolver } from './animator-view/animator-view.resolver.ts';
import { CrossingQuery } from './crossing/crossing.query.ts';
import { CommunityCrossingResolver } from './crossing/crossing.resolver.ts';
import { OwnFiguresQuery } from './own/own-figures.query.ts';
import { AnsweringColleagueResolver, OwnExchangePersonResolver, OwnFiguresResolver } from './own/own-figures.resolver.ts';
import { OwnFiguresService } from './own/own-figures.service.ts';

@Module({
  imports: [IdentityModule, CommunitiesModule, ConversationsModule, FeedModule],
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
  ],
})
export class InsightsModule {}
