import { Args, Field, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { maxPageSize, pageRequest, SignedIn } from '@parvis/platform/server';
import { CommunityLoader } from '../community/community.loader.ts';
import { CommunityType } from '../community/community.type.ts';
import { SuggestionQuery, type Suggestion, type Topic } from './suggestion.query.ts';

@ObjectType({ description: 'A community that may interest the viewer, and why.' })
export class CommunitySuggestion {
  @Field(() => Int, { description: 'How many members are of the viewer’s department.' })
  departmentCount!: number;

  @Field(() => Int, { description: 'How many members the viewer follows.' })
  followedCount!: number;
}

@ObjectType({ description: 'What communities are about.' })
export class CommunityTopic {
  @Field({ description: 'In the words of one of them.' })
  name!: string;

  @Field(() => Int, { description: 'How many communities that the viewer may know of are about it.' })
  communityCount!: number;
}

const howMany = { type: () => Int, defaultValue: 5, description: `How many at most, from 1 to ${maxPageSize}. Errors: PAGE_TOO_LARGE.` };

@SignedIn()
@Resolver(() => CommunitySuggestion)
export class SuggestionResolver {
  constructor(
    private readonly query: SuggestionQuery,
    private readonly communities: CommunityLoader,
  ) {}

  @Query(() => [CommunitySuggestion], { description: 'Open communities where the viewer is not and colleagues of the department, or people followed, are; the most of them first.', complexity: 100 })
  suggestedCommunities(@CurrentViewer() viewer: Viewer, @Args('first', howMany) first: number): Promise<Suggestion[]> {
    return this.query.suggestions(viewer, pageRequest({ first }).first);
  }

  @Query(() => [CommunityTopic], { description: 'The topics of communities that live, the most frequent first.', complexity: 100 })
  communityTopics(@CurrentViewer() viewer: Viewer, @Args('first', howMany) first: number): Promise<Topic[]> {
    return this.query.topics(viewer, pageRequest({ first }).first);
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'Which; null when it went out of sight meanwhile.' })
  community(@Parent() suggestion: Suggestion, @CurrentViewer() viewer: Viewer) {
    return this.communities.byId(viewer, suggestion.communityId);
  }
}
