import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import type { CommunityOrder } from './community.query.ts';
import type { BannerPattern, BannerTone, CommunityVisibility } from './community.entity.ts';

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

export const BannerPatternEnum = { ARCHES: 'arches', WAVES: 'waves', TILES: 'tiles', HILLS: 'hills', RAYS: 'rays', DOTS: 'dots' } as const satisfies Record<string, BannerPattern>;
export const BannerToneEnum = { BRICK: 'brick', OCHRE: 'ochre', MOSS: 'moss', SEA: 'sea', SKY: 'sky', PLUM: 'plum' } as const satisfies Record<string, BannerTone>;

registerEnumType(BannerPatternEnum, {
  name: 'BannerPattern',
  description: 'What is drawn on a banner.',
  valuesMap: {
    ARCHES: { description: 'Arches in rows.' },
    WAVES: { description: 'Lines that rise and fall.' },
    TILES: { description: 'Squares set askew.' },
    HILLS: { description: 'Hills, one behind the other.' },
    RAYS: { description: 'Rings around a corner.' },
    DOTS: { description: 'Points of several sizes.' },
  },
});
registerEnumType(BannerToneEnum, {
  name: 'BannerTone',
  description: 'The colour of a banner; each has a light and a dark form.',
  valuesMap: {
    BRICK: { description: 'A warm red.' },
    OCHRE: { description: 'A warm yellow.' },
    MOSS: { description: 'A green.' },
    SEA: { description: 'A blue green.' },
    SKY: { description: 'A blue.' },
    PLUM: { description: 'A purple.' },
  },
});

export const CommunityOrderEnum = { NAME: 'name', ACTIVITY: 'activity', SIZE: 'size' } as const satisfies Record<string, CommunityOrder>;

registerEnumType(CommunityOrderEnum, {
  name: 'CommunityOrder',
  description: 'The order of a list of communities.',
  valuesMap: {
    NAME: { description: 'As in a dictionary.' },
    ACTIVITY: { description: 'Where something came last, first.' },
    SIZE: { description: 'The largest first.' },
  },
});

@ObjectType({ description: 'What a community wears at its head: drawn by the page, so it needs no image.' })
export class CommunityBanner {
  @Field(() => BannerPatternEnum, { description: 'What is drawn.' })
  pattern!: BannerPattern;

  @Field(() => BannerToneEnum, { description: 'In which colour.' })
  tone!: BannerTone;
}

@ObjectType('Community', { description: 'A place where people of several departments share a subject.' })
export class CommunityType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 100 characters.' })
  name!: string;

  @Field({ description: 'What it is for; at most 1,000 characters.' })
  description!: string;

  @Field(() => [String], { description: 'What it is about, in at most 10 short words.' })
  topics!: string[];

  @Field(() => CommunityVisibilityEnum, { description: 'Who may see it and how one gets in.' })
  visibility!: CommunityVisibility;

  @Field({ description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Since when it is at rest: read and found, but nothing is added. Null: it lives.' })
  archivedAt!: Date | null;
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
