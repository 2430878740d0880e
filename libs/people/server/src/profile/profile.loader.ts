import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { FollowQuery } from '../follow/follow.query.ts';
import type { ProfileField } from '../visibility/profile-field.ts';
import { ProfileVisibilityLoader } from '../visibility/profile-visibility.loader.ts';
import { ProfileEntity } from './profile.entity.ts';

/** Profiles and followers of a list of people, in one SQL for each kind of fact. */
@Injectable()
export class ProfileLoader {
  private readonly loaders;

  constructor(
    dataSource: DataSource,
    follows: FollowQuery,
    private readonly visibility: ProfileVisibilityLoader,
  ) {
    this.loaders = {
      profile: perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
        const profiles = await dataSource.manager.findBy(ProfileEntity, { personId: In([...ids]) });
        return new Map(profiles.map((profile) => [profile.personId, profile]));
      }),
      followed: perViewer((viewer: Viewer, ids: readonly string[]) => follows.followedByViewer(viewer, ids)),
      followerCount: perViewer((_viewer: Viewer, ids: readonly string[]) => follows.followerCounts(ids)),
    };
  }

  /** What the HR file says and every colleague may read; null when it says nothing. */
  async facts(viewer: Viewer, personId: string): Promise<Pick<ProfileEntity, 'location' | 'hiredOn'> | null> {
    return this.loaders.profile(viewer).load(personId);
  }

  /** What the person says of themselves in that field; null when they say nothing, or not to the viewer. */
  async said<Field extends ProfileField & keyof ProfileEntity>(viewer: Viewer, personId: string, field: Field): Promise<ProfileEntity[Field] | null> {
    const [profile, sees] = await Promise.all([this.loaders.profile(viewer).load(personId), this.visibility.sees(viewer, personId, field)]);
    return profile && sees ? profile[field] : null;
  }

  isFollowed = async (viewer: Viewer, personId: string): Promise<boolean> => (await this.loaders.followed(viewer).load(personId)) ?? false;

  followerCount = async (viewer: Viewer, personId: string): Promise<number> => (await this.loaders.followerCount(viewer).load(personId)) ?? 0;
}
