import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import type { Rank } from './jury-ranking.ts';
import type { Sheet } from './jury-sheet.query.ts';
import { JuryLoader } from './jury.loader.ts';
import { JurorScoresType, JuryRankType, JuryScoreType, JurySheetType } from './jury.type.ts';

const listOfScores = (scores: Record<string, number>): JuryScoreType[] => Object.entries(scores).map(([criterionId, score]) => ({ criterionId, score }));

/** Idea.viewerJudgesBlind, Idea.viewerSheet, Idea.juryRank. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaJuryResolver {
  constructor(
    private readonly loader: JuryLoader,
    private readonly campaigns: CampaignLoader,
    private readonly ideas: IdeaLoader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer, a juror, is not told who made it, nor what is said under it, until the jury’s phase has closed.' })
  viewerJudgesBlind(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.ideas.isJudgedBlind(viewer, idea.id);
  }

  @ResolveField(() => JurySheetType, { nullable: true, description: 'What the viewer, a juror, makes of it; null when it is not theirs to judge.' })
  viewerSheet(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<Sheet | null> {
    return this.loader.sheet(viewer, idea.id);
  }

  @ResolveField(() => JuryRankType, { nullable: true, description: 'What the jury makes of it; null until the jury has judged, or when it was not to be judged.' })
  async juryRank(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<Rank | null> {
    const campaign = idea.campaignId ? await this.campaigns.byId(viewer, idea.campaignId) : null;
    const results = campaign && (await this.loader.resultsOf(viewer, campaign));
    return results?.ranks.find(({ ideaId }) => ideaId === idea.id) ?? null;
  }
}

@SignedIn()
@Resolver(() => JurySheetType)
export class JurySheetResolver {
  constructor(private readonly ideas: IdeaLoader) {}

  @ResolveField(() => ID, { description: 'UUID of the idea.' })
  id(@Parent() { ideaId }: Sheet): string {
    return ideaId;
  }

  @ResolveField(() => IdeaType, { description: 'The idea.' })
  async idea(@Parent() { ideaId }: Sheet, @CurrentViewer() viewer: Viewer): Promise<IdeaEntity> {
    return seen(await this.ideas.byId(viewer, ideaId));
  }

  @ResolveField(() => [JuryScoreType], { description: 'Those that the viewer has given.' })
  scores(@Parent() { scores }: Sheet): JuryScoreType[] {
    return listOfScores(scores);
  }
}

@SignedIn()
@Resolver(() => JuryRankType)
export class JuryRankResolver {
  constructor(
    private readonly loader: JuryLoader,
    private readonly campaigns: CampaignLoader,
    private readonly ideas: IdeaLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => ID, { description: 'UUID of the idea.' })
  id(@Parent() { ideaId }: Rank): string {
    return ideaId;
  }

  @ResolveField(() => IdeaType, { description: 'The idea.' })
  async idea(@Parent() { ideaId }: Rank, @CurrentViewer() viewer: Viewer): Promise<IdeaEntity> {
    return seen(await this.ideas.byId(viewer, ideaId));
  }

  @ResolveField(() => [String], { description: 'What jurors say to its authors, unsigned and in no order.' })
  comments(@Parent() { ideaId }: Rank, @CurrentViewer() viewer: Viewer): Promise<string[]> {
    return this.loader.comments(viewer, ideaId);
  }

  @ResolveField(() => [JurorScoresType], { description: 'Who gave what; for jurors of the campaign, empty for others.', complexity: ({ childComplexity }) => 1 + 10 * childComplexity })
  async given(@Parent() { ideaId }: Rank, @CurrentViewer() viewer: Viewer): Promise<JurorScoresType[]> {
    const idea = await this.ideas.byId(viewer, ideaId);
    const campaign = idea?.campaignId ? await this.campaigns.byId(viewer, idea.campaignId) : null;
    if (!campaign || !(await this.campaigns.rolesOfViewer(viewer, campaign)).includes('juror')) return [];
    const given = await this.loader.given(viewer, ideaId);
    return Promise.all(given.map(async ({ jurorId, scores, total }) => ({ juror: await this.people.required(viewer, jurorId), scores: listOfScores(scores), total })));
  }
}

/** A juror sees the ideas that they judge, and whoever sees the ranking those in it: they are submitted in a campaign that the viewer sees. */
function seen(idea: IdeaEntity | null): IdeaEntity {
  if (!idea) throw new Error('An idea that stands in a campaign was not found by who sees the campaign.');
  return idea;
}
