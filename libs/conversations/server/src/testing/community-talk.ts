import { Module, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesModule, CommunityEntity, CommunityType, contentVisibleTo } from '@parvis/communities/server';
import { SignedIn } from '@parvis/platform/server';
import { ConversationType } from '../conversation.type.ts';
import { ConversationsModule } from '../conversations.module.ts';
import { Subjects } from '../subject/subjects.ts';

/**
 * For tests of this floor, where there are no posts: communities can be talked about, by those who read them; what members say, only members answer.
 * Those whose name begins with « Ask » ask for answers, which animators accept; their first animator passes for their author.
 */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityTalkResolver {
  @ResolveField(() => ConversationType)
  conversation(@Parent() community: CommunityEntity): ConversationType {
    return { id: community.id };
  }

  /** As an attacker would like it: without a look at the subject first. */
  @Query(() => ConversationType)
  conversationOf(@Args('id', { type: () => ID }) id: string): ConversationType {
    return { id };
  }
}

@Module({ imports: [CommunitiesModule, ConversationsModule], providers: [CommunityTalkResolver] })
export class CommunityTalkModule implements OnModuleInit {
  constructor(private readonly subjects: Subjects) {}

  onModuleInit(): void {
    this.subjects.register({
      type: 'community',
      visibleTo: (id, viewer) => `EXISTS (SELECT 1 FROM community about WHERE about.id = ${id} AND ${contentVisibleTo('about.id', viewer)})`,
      answerableBy: (id, viewer) => `EXISTS (SELECT 1 FROM membership own WHERE own.community_id = ${id} AND own.person_id = ${viewer})`,
      acceptsAnswers: (id) => `EXISTS (SELECT 1 FROM community about WHERE about.id = ${id} AND about.name LIKE 'Ask %')`,
      acceptableBy: (id, viewer) => `EXISTS (SELECT 1 FROM membership own WHERE own.community_id = ${id} AND own.person_id = ${viewer} AND own.role = 'animator')`,
      authorOf: (id) => `(SELECT own.person_id FROM membership own WHERE own.community_id = ${id} AND own.role = 'animator' ORDER BY own.id LIMIT 1)`,
    });
  }
}
