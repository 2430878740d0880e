import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import type { CommunityVisibility } from './community.entity.ts';

export const CommunityVisibilityEnum = { OPEN: 'open', CLOSED: 'closed', SECRET: 'secret' } as const satisfies Record<string, CommunityVisibility>;

registerEnumType(CommunityVisibilityEnum, {
  name: 'CommunityVisibility',
  description: 'Who may see a community and how one gets in.',
  valuesMap: {
    OPEN: { description: 'Everybody reads and joins at once.' },
    CLOSED: { description: 'Everybody sees that it exists; members read; joining is asked for.' },
    SECRET: { description: 'Only members know of it; an animator brings people in.' },
  },
});

@ObjectType('Community', { description: 'A place where people of several departments share a subject.' })
export class CommunityType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 100 characters.' })
  name!: string;

  @Field({ description: 'What it is for; at most 1,000 characters.' })
  description!: string;

  @Field(() => CommunityVisibilityEnum, { description: 'Who may see it and how one gets in.' })
  visibility!: CommunityVisibility;

  @Field({ description: 'When it was made.' })
  createdAt!: Date;
}

@ObjectType('CommunityConnection', { description: 'A page of a list of communities.' })
export class CommunityConnection extends countedConnectionType('Community', () => CommunityType) {}

@InputType({ description: 'A community to make.' })
export class CreateCommunityInput {
  @Field(() => ID, { description: 'UUID made by the client once per community; the same again returns what the first call made. Errors: ID_INVALID.' })
  key!: string;

  @Field({ description: 'At most 100 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  name!: string;

  @Field({ description: 'What it is for; at most 1,000 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  description!: string;

  @Field(() => CommunityVisibilityEnum, { description: 'Who may see it and how one gets in.' })
  visibility!: CommunityVisibility;
}

@ObjectType({ description: 'What is left after leaving a community.' })
export class LeaveCommunityPayload {
  @Field(() => ID, { description: 'The community that was left.' })
  communityId!: string;

  @Field(() => CommunityType, { nullable: true, description: 'As the viewer sees it now; null when it is secret and so out of sight.' })
  community!: CommunityType | null;
}
