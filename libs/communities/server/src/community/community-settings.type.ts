import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ContentCount } from '../content/community-contents.ts';
import type { Disclosure } from './community-disclosure.ts';
import type { BannerPattern, BannerTone, CommunityVisibility } from './community.entity.ts';
import { BannerPatternEnum, BannerToneEnum, CommunityVisibilityEnum } from './community.type.ts';

export const DisclosureEnum = { NOTHING: 'nothing', EXISTENCE: 'existence', CONTENTS: 'contents' } as const satisfies Record<string, Disclosure>;

registerEnumType(DisclosureEnum, {
  name: 'Disclosure',
  description: 'What becomes known to people who did not know it.',
  valuesMap: {
    NOTHING: { description: 'Nothing.' },
    EXISTENCE: { description: 'That the community exists: its name, purpose, topics, charter and size.' },
    CONTENTS: { description: 'All that is in it, and who its members are.' },
  },
});

@ObjectType('ContentCount', { description: 'How much of one kind a community holds.' })
export class ContentCountType {
  @Field({ description: 'What it is: post.' })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What another visibility would do, told before it is done.' })
export class VisibilityChangePreview {
  @Field(() => CommunityVisibilityEnum, { description: 'The visibility that was asked about.' })
  visibility!: CommunityVisibility;

  @Field(() => DisclosureEnum, { description: 'What becomes known to people who did not know it.' })
  discloses!: Disclosure;

  @Field(() => [ContentCountType], { description: 'What everybody would read; empty unless contents are disclosed.' })
  contents!: ContentCount[];

  @Field(() => Int, { description: 'The sum of `contents`: what is given back to confirm.' })
  contentCount!: number;

  @Field(() => Int, { description: 'How many people wait to be let in: they come in at once when it opens; their requests lapse when it becomes secret.' })
  waitingCount!: number;
}

@InputType({ description: 'A banner to wear.' })
export class CommunityBannerInput {
  @Field(() => BannerPatternEnum, { description: 'What is drawn.' })
  pattern!: BannerPattern;

  @Field(() => BannerToneEnum, { description: 'In which colour.' })
  tone!: BannerTone;
}

@InputType({ description: 'What an animator changes; fields that are not named stay as they are.' })
export class UpdateCommunityInput {
  @Field(() => ID, { description: 'The community’s UUID. Errors: ID_INVALID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 100 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for; at most 1,000 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'How people go about things there: plain text, at most 5,000 characters; empty for none. Errors: TEXT_TOO_LONG.' })
  charter?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 10 of 30 characters. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS.' })
  topics?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Read once by whoever has just come in: plain text, at most 1,000 characters; empty for none. Errors: TEXT_TOO_LONG.' })
  welcome?: string | null;

  @Field(() => CommunityBannerInput, { nullable: true, description: 'Null takes the drawn banner off.' })
  banner?: CommunityBannerInput | null;

  @Field(() => ID, { nullable: true, description: 'UUID of an image of the viewer’s own, shown instead of the drawn banner; null takes it off. Errors: ID_INVALID, FILE_NOT_FOUND, IMAGE_REQUIRED.' })
  bannerImageId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the image shows, for those who do not see it, whichever animator put it on; at most 500 characters. Errors: TEXT_TOO_LONG.' })
  bannerImageAlt?: string | null;
}

@InputType({ description: 'A change of who may see a community.' })
export class ChangeCommunityVisibilityInput {
  @Field(() => ID, { description: 'The community’s UUID. Errors: ID_INVALID.' })
  id!: string;

  @Field(() => CommunityVisibilityEnum, { description: 'Who may see it from now on.' })
  visibility!: CommunityVisibility;

  @Field(() => Int, { nullable: true, description: 'Needed when something is disclosed: the `contentCount` that the animator was told. Errors: COMMUNITY_DISCLOSURE_UNCONFIRMED when it is missing or less than what there is now.' })
  confirmedContentCount?: number | null;
}
