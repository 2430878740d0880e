import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { type AuditEntry, auditLine, PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { type AuditArea, AuditAreaEnum } from './audit-area.ts';
import { AuditEntryConnection, AuditEntryType } from './audit-entry.type.ts';
import { AuditQuery } from './audit.query.ts';

@SignedIn()
@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  constructor(
    private readonly query: AuditQuery,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => AuditEntryConnection, { description: 'A part of the audit log, the newest first, for those whose role may read it. Errors: FORBIDDEN, ID_INVALID, PAGE_TOO_LARGE, CURSOR_INVALID.', complexity: pageCost })
  auditLog(
    @CurrentViewer() viewer: Viewer,
    @Args('area', { type: () => AuditAreaEnum, description: 'Which part.' }) area: AuditArea,
    @Args() page: PageArgs,
    @Args('actor', { type: () => ID, nullable: true, description: 'Only what this person did; their UUID. Errors: ID_INVALID.' }) actorId?: string | null,
    @Args('since', { type: () => Date, nullable: true, description: 'Only what was written at this instant or later.' }) since?: Date | null,
    @Args('before', { type: () => Date, nullable: true, description: 'Only what was written before this instant.' }) before?: Date | null,
    @Args('reference', { type: () => String, nullable: true, description: 'Only what was refused under this reference; letter case ignored.' }) reference?: string | null,
  ) {
    return this.query.list(viewer, { area, actorId, since, before, reference }, pageRequest(page));
  }

  @Query(() => [PersonType], { description: 'Whoever is named in a part of the audit log, by name, 500 at most; those who were erased are not among them. Errors: FORBIDDEN.', complexity: ({ childComplexity }) => 100 + 20 * childComplexity })
  async auditActors(@CurrentViewer() viewer: Viewer, @Args('area', { type: () => AuditAreaEnum, description: 'Which part.' }) area: AuditArea) {
    const ids = await this.query.actorIds(viewer, area);
    return Promise.all(ids.map((id) => this.people.required(viewer, id)));
  }

  @Query(() => [AuditAreaEnum], { description: 'The parts that the viewer may read; none for most.' })
  auditAreas(@CurrentViewer() viewer: Viewer): AuditArea[] {
    return this.query.areasOf(viewer);
  }

  @ResolveField(() => ID)
  id(@Parent() entry: AuditEntry): string {
    return String(entry.number);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who did it; null when nobody was known, or when they were erased since: the line keeps their id.' })
  actor(@Parent() entry: AuditEntry, @CurrentViewer() viewer: Viewer) {
    return entry.actorId === null ? null : this.people.load(viewer, entry.actorId);
  }

  @ResolveField(() => String)
  line(@Parent() entry: AuditEntry): string {
    return auditLine(entry);
  }
}
