import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { FeedModule } from '@parvis/feed/server';
import { IdentityModule } from '@parvis/identity/server';
import { AnimatorViewQuery } from './animator-view/animator-view.query.ts';
import { AnimatorViewResolver, CommunityAnimatorViewResolver, CommunityHelperResolver, NewcomerResolver } from './animator-view/animator-view.resolver.ts';
import { CrossingQuery } from './crossing/crossing.query.ts';
import { CommunityCrossingResolver } from './crossing/crossing.resolver.ts';

@Module({
  imports: [IdentityModule, CommunitiesModule, FeedModule],
  providers: [CrossingQuery, CommunityCrossingResolver, AnimatorViewQuery, AnimatorViewResolver, CommunityAnimatorViewResolver, NewcomerResolver, CommunityHelperResolver],
})
export class InsightsModule {}
