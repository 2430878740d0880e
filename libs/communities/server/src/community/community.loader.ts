import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { InvitationQuery } from '../invitation/invitation.query.ts';
import { MembershipQuery } from '../membership/membership.query.ts';
import { CommunityQuery } from './community.query.ts';

/** What lists of communities need for each row, in one SQL for each kind of fact. */
@Injectable()
export class CommunityLoader {
  private readonly loaders;

  constructor(communities: CommunityQuery, memberships: MembershipQuery, invitations: InvitationQuery) {
    this.loaders = {
      byId: perViewer((viewer: Viewer, ids: readonly string[]) => communities.byIds(viewer, ids)),
      readable: perViewer((viewer: Viewer, ids: readonly string[]) => communities.readableAmong(viewer, ids)),
      standing: perViewer((viewer: Viewer, ids: readonly string[]) => memberships.standings(viewer, ids)),
      invitation: perViewer((viewer: Viewer, ids: readonly string[]) => invitations.byCommunities(viewer, ids)),
      memberCount: perViewer((_viewer: Viewer, ids: readonly string[]) => memberships.memberCounts(ids)),
      departments: perViewer((viewer: Viewer, ids: readonly string[]) => memberships.departments(viewer, ids)),
    };
  }

  /** Null when the viewer may not know of it. */
  byId = (viewer: Viewer, id: string) => this.loaders.byId(viewer).load(id);

  canRead = async (viewer: Viewer, id: string): Promise<boolean> => (await this.loaders.readable(viewer).load(id)) ?? false;

  /** Null when neither a member nor waiting nor invited. */
  standing = (viewer: Viewer, id: string) => this.loaders.standing(viewer).load(id);

  /** The viewer's own, not answered yet. */
  invitation = (viewer: Viewer, id: string) => this.loaders.invitation(viewer).load(id);

  memberCount = async (viewer: Viewer, id: string): Promise<number> => (await this.loaders.memberCount(viewer).load(id)) ?? 0;

  departments = async (viewer: Viewer, id: string) => (await this.loaders.departments(viewer).load(id)) ?? [];
}
