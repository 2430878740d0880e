import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';

@ObjectType('ScheduledPost', { description: 'A post that will be published later; only its author knows of it.' })
export class ScheduledPostType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'When it will be published.' })
  publishAt!: Date;

  @Field(() => String, { nullable: true, description: 'The code of the refusal when its time had come, for example COMMUNITY_NOT_MEMBER; null while it waits.' })
  failedCode!: string | null;

  @Field({ description: 'When it was scheduled.' })
  createdAt!: Date;
}

@ObjectType('ScheduledPostConnection', { description: 'A page of scheduled posts.' })
export class ScheduledPostConnection extends connectionType('ScheduledPost', () => ScheduledPostType) {}
