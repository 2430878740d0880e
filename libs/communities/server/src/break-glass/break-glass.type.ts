import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';
import { CommunityVisibilityEnum } from '../community/community.type.ts';
import type { CommunityVisibility } from '../community/community.entity.ts';
import type { BreakGlassState } from './break-glass.entity.ts';

export const BreakGlassStateEnum = { ASKED: 'asked', APPROVED: 'approved', REFUSED: 'refused', WITHDRAWN: 'withdrawn', LAPSED: 'lapsed', ENDED: 'ended' } as const satisfies Record<string, BreakGlassState>;

registerEnumType(BreakGlassStateEnum, {
  name: 'BreakGlassState',
  description: 'How a break-glass access stands at this moment.',
  valuesMap: {
    ASKED: { description: 'It waits for the second person.' },
    APPROVED: { description: 'It is open: whoever asked reads.' },
    REFUSED: { description: 'The second person said no.' },
    WITHDRAWN: { description: 'Whoever asked took it back.' },
    LAPSED: { description: 'Nobody decided within a day.' },
    ENDED: { description: 'It was open and is over.' },
  },
});

@ObjectType('BreakGlassAccess', { description: 'Somebody of IT reads in a community that is closed to them, for a reason and for hours, because a second person has said yes. Its members see it.' })
export class BreakGlassAccessType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => ID, { description: 'The community’s UUID.' })
  communityId!: string;

  @Field({ description: 'Why, in the words of whoever asked: 20 to 1,000 characters.' })
  reason!: string;

  @Field(() => Int, { description: 'How long it is open once it is approved, in hours: 1 to 24.' })
  hours!: number;

  @Field({ description: 'When it was asked for.' })
  askedAt!: Date;

  @Field({ description: 'Until then somebody may decide.' })
  lapsesAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the second person decided; null: nobody did. An access is open from then on.' })
  decidedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends, or ended; null: it was never open.' })
  endsAt!: Date | null;

  @Field(() => Int, { description: 'How many pages were read through it so far.' })
  readingCount!: number;

  @Field(() => Date, { nullable: true, description: 'When the first page was read; null: none was.' })
  firstReadAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the last page was read; null: none was.' })
  lastReadAt!: Date | null;
}

@ObjectType('BreakGlassAccessConnection', { description: 'A page of break-glass accesses.' })
export class BreakGlassAccessConnection extends connectionType('BreakGlassAccess', () => BreakGlassAccessType) {}

@ObjectType('CommunityLookedInto', { description: 'The community that a break-glass access is about, as far as the viewer may know of it.' })
export class CommunityLookedIntoType {
  @Field(() => String, { nullable: true, description: 'Null while the viewer may not know of it: a secret community has a name for its members, and for whoever reads there.' })
  name!: string | null;

  @Field(() => CommunityVisibilityEnum, { description: 'Who may see it and how one gets in.' })
  visibility!: CommunityVisibility;

  @Field(() => Int, { description: 'How many people belong to it.' })
  memberCount!: number;
}

@ObjectType('BreakGlassStanding', { description: 'What break-glass has for the viewer.' })
export class BreakGlassStanding {
  @Field({ description: 'IT: asks, and reads what was approved.' })
  asks!: boolean;

  @Field({ description: 'The works council and auditors who are not of IT: decide.' })
  decides!: boolean;

  @Field({ description: 'False: they say again who they are first, at `/saml/confirm?returnTo=`.' })
  isConfirmed!: boolean;
}

@ObjectType('BreakGlassLine', { description: 'A text of a community, read through a break-glass access: plain, without anything that one could do to it.' })
export class BreakGlassLineType {
  @Field(() => ID, { description: 'UUID of the post, the page or the comment.' })
  id!: string;

  @Field({ description: '`post`, `wiki-page` or `comment`.' })
  kind!: string;

  @Field({ description: 'Whether it was said under the last line before it that is none.' })
  isAnswer!: boolean;

  @Field({ description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => String, { nullable: true, description: 'For what has one.' })
  title!: string | null;

  @Field({ description: 'Plain text; lines end with \\n.' })
  text!: string;

  @Field(() => [String], { description: 'Names of what is attached; the files themselves stay closed.' })
  fileNames!: string[];
}

@ObjectType('BreakGlassLineConnection', { description: 'A page of what is read through a break-glass access.' })
export class BreakGlassLineConnection extends connectionType('BreakGlassLine', () => BreakGlassLineType) {}

@InputType({ description: 'A request to read in a closed or secret community.' })
export class AskBreakGlassInput {
  @Field(() => ID, { description: 'The community’s UUID, which its address holds. Errors: ID_INVALID, COMMUNITY_NOT_FOUND, BREAK_GLASS_NEEDLESS, BREAK_GLASS_REPEATED.' })
  communityId!: string;

  @Field({ description: 'Why; its members will read it. 20 to 1,000 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG, BREAK_GLASS_REASON_SHORT.' })
  reason!: string;

  @Field(() => Int, { description: 'For how many hours, 1 to 24. Errors: BREAK_GLASS_HOURS.' })
  hours!: number;
}
