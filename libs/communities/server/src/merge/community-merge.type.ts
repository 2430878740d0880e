import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ContentCountType } from '../community/community-settings.type.ts';
import { CommunityType } from '../community/community.type.ts';
import type { ContentCount } from '../content/community-contents.ts';

@ObjectType({ description: 'What a merge of two communities would do, told before it is done.' })
export class CommunityMergePreview {
  @Field(() => CommunityType, { description: 'What is no more afterwards; its address leads to the other.' })
  from!: CommunityType;

  @Field(() => CommunityType, { description: 'What holds everything afterwards, and whose visibility holds.' })
  into!: CommunityType;

  @Field(() => [ContentCountType], { description: 'What moves.' })
  contents!: ContentCount[];

  @Field(() => Int, { description: 'The sum of `contents`: what is given back to confirm.' })
  contentCount!: number;

  @Field(() => Int, { description: 'How many people of the first are not in the second yet: they come in.' })
  newMemberCount!: number;

  @Field(() => Int, { description: 'How many people of the second are not in the first: they read what is in it from then on.' })
  newReaderCount!: number;

  @Field({ description: 'Whether everybody will read what only members could.' })
  isReadByAll!: boolean;
}

@InputType({ description: 'Two communities to make one of.' })
export class MergeCommunitiesInput {
  @Field(() => ID, { description: 'UUID of what is no more afterwards. Errors: ID_INVALID.' })
  fromId!: string;

  @Field(() => ID, { description: 'UUID of what holds everything afterwards. Errors: ID_INVALID.' })
  intoId!: string;

  @Field(() => Int, { description: 'The `contentCount` that was told. Errors: COMMUNITY_DISCLOSURE_UNCONFIRMED when there is more by now.' })
  confirmedContentCount!: number;
}
