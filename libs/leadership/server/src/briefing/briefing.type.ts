import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PostType, type PostEntity } from '@parvis/feed/server';
import type { BriefingReason } from './choice.ts';

export const BriefingReasonEnum = {
  MENTION: 'mention',
  UNANSWERED: 'unanswered',
  NEWCOMER: 'newcomer',
  NO_REACTION: 'no-reaction',
  UNHEARD: 'unheard',
} as const satisfies Record<string, BriefingReason>;

registerEnumType(BriefingReasonEnum, {
  name: 'BriefingReason',
  description: 'Why a post is worth an executive’s two minutes.',
  valuesMap: {
    MENTION: { description: 'It mentions the executive.' },
    UNANSWERED: { description: 'It is a question that nobody has answered.' },
    NEWCOMER: { description: 'It is the first post of somebody who was hired less than 60 days before.' },
    NO_REACTION: { description: 'Nobody has reacted.' },
    UNHEARD: { description: 'No executive has answered that department for 30 days.' },
  },
});

@ObjectType('BriefingItem', { description: 'Something worth a reaction or an answer today.' })
export class BriefingItemType {
  @Field(() => ID, { description: 'UUID of the post.' })
  id!: string;

  @Field(() => PostType, { description: 'What somebody of another department wrote.' })
  post!: PostEntity;

  @Field(() => [BriefingReasonEnum], { description: 'Why, at least one.' })
  reasons!: BriefingReason[];

  @Field({ description: 'Whether the viewer has since reacted, commented or set it aside.' })
  isDone!: boolean;
}

@ObjectType('ExecutiveBriefing', { description: 'Two minutes for an executive; nobody else sees it.' })
export class ExecutiveBriefingType {
  @Field({ description: 'The day that it was chosen for, in UTC: YYYY-MM-DD.' })
  day!: string;

  @Field(() => [BriefingItemType], { description: 'At most 5, best first: one of an author, two of a department, none of the executive’s own.' })
  items!: BriefingItemType[];
}
