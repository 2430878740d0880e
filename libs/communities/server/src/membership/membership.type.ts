import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import type { CommunityRole } from './membership.entity.ts';
import type { Standing } from './membership.query.ts';

export const CommunityRoleEnum = { MEMBER: 'member', ANIMATOR: 'animator' } as const satisfies Record<string, CommunityRole>;
export const MembershipStatusEnum = { MEMBER: 'member', REQUESTED: 'requested', INVITED: 'invited' } as const satisfies Record<string, Standing['status']>;

registerEnumType(CommunityRoleEnum, {
  name: 'CommunityRole',
  description: 'What somebody does in a community.',
  valuesMap: { MEMBER: { description: 'Reads and writes.' }, ANIMATOR: { description: 'Also lets people in.' } },
});
registerEnumType(MembershipStatusEnum, {
  name: 'MembershipStatus',
  description: 'Where the viewer stands with a community.',
  valuesMap: { MEMBER: { description: 'Belongs to it.' }, REQUESTED: { description: 'Has asked to join and waits.' }, INVITED: { description: 'Was invited and has not answered.' } },
});

@ObjectType({ description: 'Where the viewer stands with a community.' })
export class ViewerMembership {
  @Field(() => MembershipStatusEnum, { description: 'Member, waiting or invited.' })
  status!: Standing['status'];

  @Field(() => CommunityRoleEnum, { nullable: true, description: 'Null for whoever is no member yet.' })
  role!: CommunityRole | null;
}

@ObjectType('Membership', { description: 'Somebody’s place in a community.' })
export class MembershipType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => CommunityRoleEnum, { description: 'Member or animator.' })
  role!: CommunityRole;

  @Field({ description: 'Since when.' })
  joinedAt!: Date;
}

@ObjectType('MembershipConnection', { description: 'A page of the members of a community.' })
export class MembershipConnection extends countedConnectionType('Membership', () => MembershipType) {}

@ObjectType('JoinRequest', { description: 'Somebody waits to be let into a closed community.' })
export class JoinRequestType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Since when.' })
  requestedAt!: Date;
}

@ObjectType('JoinRequestConnection', { description: 'A page of the people who wait to be let in.' })
export class JoinRequestConnection extends countedConnectionType('JoinRequest', () => JoinRequestType) {}
