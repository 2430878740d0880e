import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Announcement', { description: 'What only an announcement has. Figures are for its author and for whoever may announce there, and never name anybody; null for others, and for an audience of fewer than eight.' })
export class AnnouncementType {
  @Field(() => ID, { description: 'The post’s UUID.' })
  postId!: string;

  @Field({ description: 'Readers are asked to say that they have read it.' })
  asksAcknowledgement!: boolean;

  @Field(() => Date, { nullable: true, description: 'Until when it is kept on top; null: until it is taken down.' })
  pinnedUntil!: Date | null;

  @Field({ description: 'Whether the viewer has said that they have read it.' })
  viewerHasAcknowledged!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many have had it before their eyes, the author left out.' })
  readCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many have said that they have read it.' })
  acknowledgedCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many people it is for, the author left out.' })
  audienceCount!: number | null;
}

@InputType({ description: 'What only an announcement has; in a change, what is left out stays.' })
export class AnnouncementInput {
  @Field(() => Date, { nullable: true, description: 'Kept on top until then; null: until it is taken down. Errors: TIME_PAST.' })
  pinnedUntil?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Ask readers to say that they have read it.' })
  asksAcknowledgement?: boolean | null;
}
