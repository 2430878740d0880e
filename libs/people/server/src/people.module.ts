import { Module } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { DirectoryQuery } from './directory/directory.query.ts';
import { DirectoryResolver } from './directory/directory.resolver.ts';
import { FollowQuery } from './follow/follow.query.ts';
import { FollowService } from './follow/follow.service.ts';
import { ProfileLoader } from './profile/profile.loader.ts';
import { ProfileResolver } from './profile/profile.resolver.ts';
import { ProfileService } from './profile/profile.service.ts';

@Module({
  imports: [IdentityModule],
  providers: [DirectoryQuery, DirectoryResolver, FollowQuery, FollowService, ProfileLoader, ProfileResolver, ProfileService],
  exports: [DirectoryQuery, FollowQuery],
})
export class PeopleModule {}
