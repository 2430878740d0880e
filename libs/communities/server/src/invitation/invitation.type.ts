import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import { CommunityType } from '../community/community.type.ts';

@ObjectType('CommunityInvitation', { description: 'Somebody is asked to come into a community and has not answered yet.' })
export class InvitationType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'What the inviter says; may be empty.' })
  word!: string;

  @Field({ description: 'Since when.' })
  invitedAt!: Date;
}

@ObjectType('CommunityInvitationConnection', { description: 'A page of invitations.' })
export class InvitationConnection extends countedConnectionType('CommunityInvitation', () => InvitationType) {}

@InputType({ description: 'Colleagues to invite.' })
export class InviteToCommunityInput {
  @Field(() => ID, { description: 'The community’s UUID. Errors: ID_INVALID.' })
  communityId!: string;

  @Field(() => [ID], { description: 'UUIDs of at most 50 colleagues. Errors: ID_INVALID, TOO_MANY_ITEMS, PERSON_NOT_FOUND.' })
  personIds!: string[];

  @Field(() => String, { nullable: true, description: 'A word to them, at most 300 characters. Errors: TEXT_TOO_LONG.' })
  word?: string | null;
}

@ObjectType({ description: 'What became of invitations.' })
export class InviteToCommunityPayload {
  @Field(() => CommunityType, { description: 'The community.' })
  community!: CommunityType;

  @Field(() => Int, { description: 'How many were asked, or let in at once because they had asked themselves.' })
  invitedCount!: number;

  @Field(() => Int, { description: 'How many are members already or were asked before.' })
  skippedCount!: number;
}

@ObjectType({ description: 'What is left after an invitation was answered or withdrawn.' })
export class InvitationAnswerPayload {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => CommunityType, { nullable: true, description: 'As the viewer sees it now; null when it is out of sight.' })
  community!: CommunityType | null;
}
