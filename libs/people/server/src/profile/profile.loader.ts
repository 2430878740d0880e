import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { FollowQuery } from '../follow/follow.query.ts';
import { ProfileEntity } from './profile.entity.ts';

/** Profiles and followers of a list of people, in one SQL for each kind of fact. */
@Injectable()
export class ProfileLoader {
  private readonly loaders;

  constructor(dataSource: DataSource, follows: FollowQuery) {
    this.loaders = {
      profile: perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
        const profiles = await dataSource.manager.findBy(ProfileEntity, { personId: In([...ids]) });
        return new Map(profiles.map((profile) => [profile.personId, profile]));
      }),
      followed: perViewer((viewer: Viewer, ids: readonly string[]) => follows.followedByViewer(viewer, ids)),
      followerCount: perViewer((_viewer: Viewer, ids: readonly string[]) => follows.followerCounts(ids)),
    };
  }

  /** Null when nothing was ever said. */
  profile = (viewer: Viewer, personId: string) => this.loaders.profile(viewer).load(personId);

  isFollowed = async (viewer: Viewer, personId: string): Promise<boolean> => (await this.loaders.followed(viewer).load(personId)) ?? false;

  followerCount = async (viewer: Viewer, personId: string): Promise<number> => (await this.loaders.followerCount(viewer).load(personId)) ?? 0;
}
