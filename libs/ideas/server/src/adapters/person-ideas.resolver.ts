import { type OnModuleInit } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { Contributions } from '@parvis/people/server';
import { PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { ideaMakersVisibleTo, ideaVisibleTo } from '../idea/idea.access.ts';
import { IdeaQuery } from '../idea/idea.query.ts';
import { IdeaConnection } from '../idea/idea.type.ts';

/** Person.ideas, and their number. */
@SignedIn()
@Resolver(() => PersonType)
export class PersonIdeasResolver implements OnModuleInit {
  constructor(
    private readonly query: IdeaQuery,
    private readonly contributions: Contributions,
  ) {}

  onModuleInit(): void {
    this.contributions.register({
      kind: 'idea',
      countOf: (person, viewer) =>
        `(SELECT count(*)::int FROM idea_author own JOIN idea told ON told.id = own.idea_id WHERE own.person_id = ${person} AND own.standing = 'author' AND told.state = 'submitted' AND ${ideaVisibleTo('told', viewer)} AND ${ideaMakersVisibleTo('told', viewer)})`,
    });
  }

  @ResolveField(() => IdeaConnection, { description: 'Submitted ideas that they make, alone or with others, and that the viewer may see, the newest first. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  ideas(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.ofAuthor(viewer, person.id, pageRequest(page));
  }
}
