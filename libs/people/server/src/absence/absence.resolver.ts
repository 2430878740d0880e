import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { AbsenceQuery } from './absence.query.ts';
import { AbsenceService } from './absence.service.ts';
import { AbsenceType } from './absence.type.ts';

@SignedIn()
@Resolver(() => PersonType)
export class AbsenceResolver {
  constructor(
    private readonly absences: AbsenceQuery,
    private readonly service: AbsenceService,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => AbsenceType, { nullable: true, description: 'The absence that lasts, else the next one; null when none is known, or the viewer may not see it.' })
  async absence(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<AbsenceType | null> {
    const absence = await this.absences.of(viewer, person.id);
    return absence && { from: absence.from, until: absence.until, isNow: absence.isNow, isOwn: person.id === viewer.personId && absence.toldBy === 'person' };
  }

  @ResolveField(() => AbsenceType, {
    nullable: true,
    description: 'The absence that the viewer declared, told to themself alone, also while one that the HR file tells is shown; null when there is none, and for everybody else.',
  })
  async ownAbsence(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<AbsenceType | null> {
    const absence = person.id === viewer.personId ? await this.absences.declaredBy(viewer) : null;
    return absence && { from: absence.from, until: absence.until, isNow: absence.isNow, isOwn: true };
  }

  @Mutation(() => PersonType, {
    description: 'Says that the viewer is away; replaces what they said before. Answers the viewer. Errors: DAY_INVALID, ABSENCE_OVER, ABSENCE_TOO_FAR, ABSENCE_ENDS_BEFORE_START.',
  })
  async declareAbsence(
    @CurrentViewer() viewer: Viewer,
    @Args('until', { description: 'The last day, YYYY-MM-DD: today or later, three years ahead at most.' }) until: string,
    @Args('from', { type: () => String, nullable: true, description: 'The first day, YYYY-MM-DD; today when left out.' }) from?: string | null,
  ): Promise<PersonEntity> {
    await this.service.declare(viewer, { from: from ?? null, until });
    return this.people.required(viewer, viewer.personId);
  }

  @Mutation(() => PersonType, { description: 'Takes back the absence that the viewer declared; what HR told stays. Answers the viewer.' })
  async endAbsence(@CurrentViewer() viewer: Viewer): Promise<PersonEntity> {
    await this.service.end(viewer);
    return this.people.required(viewer, viewer.personId);
  }
}
