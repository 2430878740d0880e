import { Args, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaType } from '../idea/idea.type.ts';
import type { IdeaAdoptionEntity } from './idea-adoption.entity.ts';
import { IdeaAdoptionQuery } from './idea-adoption.query.ts';
import { IdeaAdoptionService } from './idea-adoption.service.ts';

@ObjectType('IdeaAdoption', { description: 'Who runs a campaign would like to have an idea of the idea box in it; its authors have not answered.' })
export class IdeaAdoptionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'When it was asked.' })
  proposedAt!: Date;
}

const adoptionId = { type: () => ID, description: 'UUID of what was asked. Errors: ID_INVALID.' };
const ofSome = ({ childComplexity }: { childComplexity: number }) => 1 + 3 * childComplexity;

/** Brings ideas of the idea box into campaigns. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaAdoptionsResolver {
  constructor(
    private readonly service: IdeaAdoptionService,
    private readonly query: IdeaAdoptionQuery,
  ) {}

  @Mutation(() => IdeaType, { description: 'Asks the authors of an idea of the idea box whether it may go into a campaign that the viewer runs and that gathers ideas. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, IDEA_NOT_FOUND, IDEA_NOT_NOW.' })
  proposeIdeaAdoption(
    @CurrentViewer() viewer: Viewer,
    @Args('ideaId', { type: () => ID, description: 'Of the idea box. Errors: ID_INVALID.' }) ideaId: string,
    @Args('campaignId', { type: () => ID, description: 'The campaign. Errors: ID_INVALID.' }) campaignId: string,
  ): Promise<IdeaEntity> {
    return this.service.propose(viewer, { ideaId, campaignId });
  }

  @Mutation(() => IdeaType, { description: 'An author agrees: the idea goes into the campaign, with its support and its comments. Agreed again, it stays as it is. Errors: IDEA_ADOPTION_NOT_FOUND, IDEA_ADOPTION_DECLINED, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW, IDEA_NOT_YOURS, IDEA_NOT_NOW.' })
  acceptIdeaAdoption(@CurrentViewer() viewer: Viewer, @Args('id', adoptionId) id: string): Promise<IdeaEntity> {
    return this.service.accept(viewer, id);
  }

  @Mutation(() => IdeaType, { description: 'An author declines, or who asked takes it back; nobody is told. Declined again, it stays so. Errors: IDEA_ADOPTION_NOT_FOUND, IDEA_ADOPTION_ACCEPTED, IDEA_NOT_FOUND, IDEA_NOT_YOURS.' })
  declineIdeaAdoption(@CurrentViewer() viewer: Viewer, @Args('id', adoptionId) id: string): Promise<IdeaEntity> {
    return this.service.decline(viewer, id);
  }

  @ResolveField(() => [IdeaAdoptionType], { description: 'Campaigns that would like to have it, for its authors and for who asked.', complexity: ofSome })
  adoptions(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<IdeaAdoptionEntity[]> {
    return this.query.of(viewer, idea.id);
  }

  @ResolveField(() => [CampaignType], { description: 'Campaigns into which the viewer may ask to bring it: those that they run and that gather ideas; none unless it is in the idea box.', complexity: ofSome })
  async adoptableInto(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<CampaignEntity[]> {
    return idea.campaignId === null && idea.state === 'submitted' ? this.query.gathering(viewer) : [];
  }
}

/** IdeaAdoption: its campaign and who asked. */
@SignedIn()
@Resolver(() => IdeaAdoptionType)
export class IdeaAdoptionResolver {
  constructor(
    private readonly campaigns: CampaignLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => CampaignType, { nullable: true, description: 'Null when the viewer does not see it.' })
  campaign(@Parent() { campaignId }: IdeaAdoptionEntity, @CurrentViewer() viewer: Viewer) {
    return this.campaigns.byId(viewer, campaignId);
  }

  @ResolveField(() => PersonType, { description: 'Who asked.' })
  proposedBy(@Parent() { proposedById }: IdeaAdoptionEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, proposedById);
  }
}
