import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import type { CommunityChangeKind } from './community-change.entity.ts';

export const CommunityChangeKindEnum = {
  NAME: 'name',
  DESCRIPTION: 'description',
  CHARTER: 'charter',
  TOPICS: 'topics',
  WELCOME: 'welcome',
  BANNER: 'banner',
  VISIBILITY: 'visibility',
  ANIMATOR_NAMED: 'animator-named',
  ANIMATOR_WITHDRAWN: 'animator-withdrawn',
  MEMBER_REMOVED: 'member-removed',
  ARCHIVED: 'archived',
  RESTORED: 'restored',
  MERGED: 'merged',
} as const satisfies Record<string, CommunityChangeKind>;

registerEnumType(CommunityChangeKindEnum, {
  name: 'CommunityChangeKind',
  description: 'What was changed in a community.',
  valuesMap: {
    NAME: { description: 'Its name.' },
    DESCRIPTION: { description: 'Its purpose.' },
    CHARTER: { description: 'Its charter.' },
    TOPICS: { description: 'Its topics.' },
    WELCOME: { description: 'The word that newcomers read.' },
    BANNER: { description: 'Its banner.' },
    VISIBILITY: { description: 'Who may see it and how one gets in.' },
    ANIMATOR_NAMED: { description: 'Somebody animates it now.' },
    ANIMATOR_WITHDRAWN: { description: 'Somebody animates it no more.' },
    MEMBER_REMOVED: { description: 'Somebody was put out of it.' },
    ARCHIVED: { description: 'It was archived.' },
    RESTORED: { description: 'It came back from the archive.' },
    MERGED: { description: 'Another community was merged into it; `before` is that one’s name.' },
  },
});

@ObjectType('CommunityChange', { description: 'One important change of a community.' })
export class CommunityChangeType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => CommunityChangeKindEnum, { description: 'What was changed.' })
  kind!: CommunityChangeKind;

  @Field(() => String, { nullable: true, description: 'What stood there before, when that can be said in words.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there since, when that can be said in words.' })
  after!: string | null;

  @Field({ description: 'When.' })
  changedAt!: Date;
}

@ObjectType('CommunityChangeConnection', { description: 'A page of the changes of a community.' })
export class CommunityChangeConnection extends countedConnectionType('CommunityChange', () => CommunityChangeType) {}
