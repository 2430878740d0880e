import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { CommunityEntity, type CommunityVisibility } from '../community/community.entity.ts';
import { InvitationEntity } from '../invitation/invitation.entity.ts';
import { MembershipEntity, type CommunityRole } from '../membership/membership.entity.ts';

let count = 0;

/** Makes a community for a test, open and empty unless said otherwise. */
export class CommunityBuilder {
  private readonly community = newCommunity();
  private readonly invited: { id: string }[] = [];
  private readonly members: { personId: string; role: CommunityRole }[] = [];

  named(name: string): this {
    Object.assign(this.community, { name, sortName: name.toLowerCase() });
    return this;
  }

  being(visibility: CommunityVisibility): this {
    this.community.visibility = visibility;
    return this;
  }

  archived(): this {
    this.community.archivedAt = new Date();
    return this;
  }

  /** Asks these people in, in the name of the first member. */
  inviting(...people: { id: string }[]): this {
    this.invited.push(...people);
    return this;
  }

  with(...people: { id: string }[]): this {
    this.members.push(...people.map(({ id }) => ({ personId: id, role: 'member' as const })));
    return this;
  }

  animatedBy(...people: { id: string }[]): this {
    this.members.push(...people.map(({ id }) => ({ personId: id, role: 'animator' as const })));
    return this;
  }

  async save(manager: EntityManager): Promise<CommunityEntity> {
    const community = await manager.save(this.community);
    const joinedAt = new Date();
    await manager.insert(
      MembershipEntity,
      this.members.map((member) => ({ id: newId(), communityId: community.id, joinedAt, ...member })),
    );
    const [inviter] = this.members;
    await manager.insert(
      InvitationEntity,
      this.invited.map(({ id }) => ({ id: newId(), communityId: community.id, personId: id, inviterId: inviter?.personId ?? id, word: '', invitedAt: joinedAt })),
    );
    return community;
  }
}

export const aCommunity = (): CommunityBuilder => new CommunityBuilder();

function newCommunity(): CommunityEntity {
  count += 1;
  return Object.assign(new CommunityEntity(), {
    id: newId(),
    name: `Community ${count}`,
    sortName: `community ${count}`,
    description: 'A subject that several departments share.',
    charter: '',
    topics: [],
    topicKeys: [],
    welcome: '',
    bannerPattern: null,
    bannerTone: null,
    visibility: 'open',
    createdById: null,
    key: null,
    createdAt: new Date(),
    archivedAt: null,
  } satisfies CommunityEntity);
}
