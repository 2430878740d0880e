import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedTimeZone, SignedIn } from '@parvis/platform/server';
import { OwnFiguresQuery, rules } from './own-figures.query.ts';
import { OwnFiguresService } from './own-figures.service.ts';
import { AnsweringColleague, HelpfulPost, OwnExchangePerson, OwnExchanges, OwnFigures, ReaderHour, WordUse } from './own-figures.type.ts';

const complexity = ({ childComplexity }: { childComplexity: number }): number => 2_000 + childComplexity;
const tenTimes = ({ childComplexity }: { childComplexity: number }): number => 1 + 10 * childComplexity;

/** One's own figures. No field takes a person: whoever asks, it is about them. */
@SignedIn()
@Resolver(() => OwnFigures)
export class OwnFiguresResolver {
  constructor(
    private readonly query: OwnFiguresQuery,
    private readonly service: OwnFiguresService,
  ) {}

  @Query(() => OwnFigures, { nullable: true, description: 'The viewer’s own figures, for the viewer alone, whatever anybody’s role; null while the viewer wants none: nothing is counted then.', complexity })
  async ownFigures(@CurrentViewer() viewer: Viewer): Promise<OwnFigures | null> {
    return (await this.service.areWanted(viewer)) ? rules : null;
  }

  @Mutation(() => OwnFigures, { nullable: true, description: 'Says whether the viewer wants figures of their own. Gives them, or null when they are not wanted.', complexity })
  async setOwnFigures(@CurrentViewer() viewer: Viewer, @Args('areWanted', { description: 'False: nothing is counted any more, until the viewer wants it again.' }) areWanted: boolean): Promise<OwnFigures | null> {
    await this.service.want(viewer, areWanted);
    return areWanted ? rules : null;
  }

  @ResolveField(() => OwnExchanges, { description: 'With whom the viewer exchanges under posts, by department.', complexity: tenTimes })
  exchanges(@CurrentViewer() viewer: Viewer): Promise<OwnExchanges> {
    return this.query.exchanges(viewer);
  }

  @ResolveField(() => [HelpfulPost], { description: 'What the viewer wrote and that helped: the most thanked first, an accepted answer counting as one thanks more, then the newest; at most 10.', complexity: tenTimes })
  helpfulPosts(@CurrentViewer() viewer: Viewer): Promise<HelpfulPost[]> {
    return this.query.helpfulPosts(viewer);
  }

  @ResolveField(() => [AnsweringColleague], { description: 'Who answered at least `minAnsweredPosts` different posts of the viewer, the most first, then by name; at most 10.', complexity: tenTimes })
  answeringColleagues(@CurrentViewer() viewer: Viewer): Promise<AnsweringColleague[]> {
    return this.query.answeringColleagues(viewer);
  }

  @ResolveField(() => [ReaderHour], {
    nullable: true,
    description: 'When colleagues react to the viewer’s posts and comment them; hours without anybody are left out. Null when fewer than `minReaders` colleagues did. Errors: TIME_ZONE_UNKNOWN.',
    complexity: tenTimes,
  })
  readerHours(
    @CurrentViewer() viewer: Viewer,
    @Args('timeZone', { defaultValue: 'Europe/Paris', description: 'IANA name of the zone to tell hours in.' }) timeZone: string,
  ): Promise<ReaderHour[] | null> {
    return this.query.readerHours(viewer, checkedTimeZone('timeZone', timeZone));
  }

  @ResolveField(() => [WordUse], { description: 'The words that the viewer uses most, the most first, without those that are empty in French or in English; at most 60.', complexity: tenTimes })
  words(@CurrentViewer() viewer: Viewer): Promise<WordUse[]> {
    return this.query.words(viewer);
  }
}

@SignedIn()
@Resolver(() => OwnExchangePerson)
export class OwnExchangePersonResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() { personId }: OwnExchangePerson, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, personId);
  }
}

@SignedIn()
@Resolver(() => AnsweringColleague)
export class AnsweringColleagueResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() { personId }: AnsweringColleague, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, personId);
  }
}
