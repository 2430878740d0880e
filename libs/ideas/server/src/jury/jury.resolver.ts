import { Args, Float, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageOfWhole, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { CampaignEntity, Criterion } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { mayCommand } from '../campaign/campaign.policy.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { phaseOf } from '../phase/campaign-stage.ts';
import { criteriaOf } from './judging.ts';
import type { JuryDrawEntity } from './jury-draw.entity.ts';
import type { JuryMemberEntity } from './jury-member.entity.ts';
import { JurySheetQuery, type Progress, type SheetFilter } from './jury-sheet.query.ts';
import { JuryLoader } from './jury.loader.ts';
import { JuryConflictType, JuryDrawType, JuryMemberType, JuryProgressType, JuryRankConnection, JurySheetConnection, JuryType, SheetFilterEnum } from './jury.type.ts';

/** A jury is known by its campaign. */
export interface Jury {
  id: string;
  criteria: Criterion[];
  campaign: CampaignEntity;
}

/** Campaign.jury. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignJuryResolver {
  constructor(private readonly campaigns: CampaignLoader) {}

  @ResolveField(() => JuryType, { nullable: true, description: 'Null when no phase of it is for a jury.' })
  async jury(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<Jury | null> {
    const phases = await this.campaigns.phases(viewer, campaign.id);
    return phaseOf({ phases }, 'jury') && { id: campaign.id, criteria: criteriaOf(campaign), campaign };
  }
}

const sumOf = (all: readonly Progress[]): JuryProgressType => ({
  expected: all.reduce((sum, { expected }) => sum + expected, 0),
  submitted: all.reduce((sum, { submitted }) => sum + submitted, 0),
  conflicts: all.reduce((sum, { conflicts }) => sum + conflicts, 0),
});

/** Reads juries. */
@SignedIn()
@Resolver(() => JuryType)
export class JuryResolver {
  constructor(
    private readonly loader: JuryLoader,
    private readonly sheetQuery: JurySheetQuery,
    private readonly campaigns: CampaignLoader,
    private readonly ideas: IdeaLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether jurors are not told who made the ideas until their phase has closed.' })
  isBlind(@Parent() { id }: Jury, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.isBlind(viewer, id);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many jurors read each idea at least, each of them a share that is theirs from the opening of its phase on; null: everybody reads all.' })
  readers(@Parent() { id }: Jury, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return this.loader.readers(viewer, id);
  }

  @ResolveField(() => Boolean, { description: 'Whether its phase has closed: what it says is for everybody who sees the campaign from then on.' })
  hasJudged(@Parent() { campaign }: Jury, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.hasJudged(viewer, campaign);
  }

  @ResolveField(() => [JuryMemberType], { description: 'Whoever was called to it, in the order in which they were, those who left included.', complexity: ({ childComplexity }) => 1 + 20 * childComplexity })
  members(@Parent() { id }: Jury, @CurrentViewer() viewer: Viewer): Promise<JuryMemberEntity[]> {
    return this.loader.members(viewer, id);
  }

  @ResolveField(() => [JuryDrawType], { description: 'All draws, oldest first.', complexity: ({ childComplexity }) => 1 + 3 * childComplexity })
  draws(@Parent() { id }: Jury, @CurrentViewer() viewer: Viewer): Promise<JuryDrawEntity[]> {
    return this.loader.draws(viewer, id);
  }

  @ResolveField(() => JuryProgressType, { nullable: true, description: 'How far all jurors are together; for them, the owner and the sponsor, null for others.' })
  async progress(@Parent() { id, campaign }: Jury, @CurrentViewer() viewer: Viewer): Promise<JuryProgressType | null> {
    const roles = await this.campaigns.rolesOfViewer(viewer, campaign);
    return roles.some((role) => role !== 'moderator') ? sumOf(await this.loader.progress(viewer, id)) : null;
  }

  @ResolveField(() => JuryProgressType, { nullable: true, description: 'How far the viewer is; null when they are no juror.' })
  async viewerProgress(@Parent() { id }: Jury, @CurrentViewer() viewer: Viewer): Promise<JuryProgressType | null> {
    return (await this.loader.progress(viewer, id)).find(({ jurorId }) => jurorId === viewer.personId) ?? null;
  }

  @ResolveField(() => [JuryConflictType], { description: 'Conflicts of interest that jurors have declared, the latest 200; for the owner, empty for others.', complexity: ({ childComplexity }) => 1 + 200 * childComplexity })
  async conflicts(@Parent() { id, campaign }: Jury, @CurrentViewer() viewer: Viewer) {
    if (!mayCommand(await this.campaigns.rolesOfViewer(viewer, campaign), 'appoint')) return [];
    const declared = await this.sheetQuery.conflicts(id);
    const shown = await Promise.all(
      declared.map(async ({ jurorId, ideaId, words }) => ({ juror: await this.people.required(viewer, jurorId), idea: await this.ideas.byId(viewer, ideaId), words })),
    );
    return shown.filter(({ idea }) => idea !== null);
  }

  @ResolveField(() => JurySheetConnection, { nullable: true, description: 'The viewer’s table: each idea that is theirs to judge and what they make of it, always in the same order, by chance; null when they are no juror. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  async sheets(
    @Parent() { id, campaign }: Jury,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('only', { type: () => SheetFilterEnum, defaultValue: 'all' as SheetFilter, description: 'Which ideas.' }) only: SheetFilter,
  ) {
    if (!(await this.campaigns.rolesOfViewer(viewer, campaign)).includes('juror')) return null;
    await this.loader.settled(viewer, id);
    return this.sheetQuery.table(viewer, id, only, pageRequest(page));
  }

  @ResolveField(() => Float, { nullable: true, description: 'Krippendorff’s alpha of all scores (figures at equal distances): 1 entire agreement, 0 no more than by chance, below contradiction. Null until the jury has judged, or when nothing can be compared.' })
  async agreement(@Parent() { campaign }: Jury, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return (await this.loader.resultsOf(viewer, campaign))?.agreement ?? null;
  }

  @ResolveField(() => JuryRankConnection, { nullable: true, description: 'The ranking, best first; null until the jury has judged. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  async ranking(@Parent() { campaign }: Jury, @CurrentViewer() viewer: Viewer, @Args() args: PageArgs) {
    const page = pageRequest(args);
    const results = await this.loader.resultsOf(viewer, campaign);
    return results && pageOfWhole(results.ranks, page);
  }
}

@SignedIn()
@Resolver(() => JuryMemberType)
export class JuryMemberResolver {
  constructor(
    private readonly loader: JuryLoader,
    private readonly campaigns: CampaignLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() { personId }: JuryMemberEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, personId);
  }

  @ResolveField(() => JuryProgressType, { nullable: true, description: 'How far they are; for the owner, null for others and of who has left.' })
  async progress(@Parent() { campaignId, personId, leftAt }: JuryMemberEntity, @CurrentViewer() viewer: Viewer): Promise<JuryProgressType | null> {
    const campaign = await this.campaigns.byId(viewer, campaignId);
    if (leftAt || !campaign || !mayCommand(await this.campaigns.rolesOfViewer(viewer, campaign), 'appoint')) return null;
    return (await this.loader.progress(viewer, campaignId)).find(({ jurorId }) => jurorId === personId) ?? null;
  }
}
