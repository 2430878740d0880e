import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import type { Standing } from '../idea/idea-author.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaAuthorType, IdeaType } from '../idea/idea.type.ts';
import { allows } from '../phase/campaign-stage.ts';
import { IdeaAuthorQuery } from './idea-author.query.ts';
import { IdeaAuthorService } from './idea-author.service.ts';
import { IdeaStandingEnum } from './idea-author.type.ts';
import { VolunteerService } from './volunteer.service.ts';

const ideaId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };
const personId = { type: () => ID, description: 'Who. Errors: ID_INVALID.' };
const ofSome = ({ childComplexity }: { childComplexity: number }) => 1 + 5 * childComplexity;

/** Who makes an idea, is asked to, or offers to. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaAuthorsResolver {
  constructor(
    private readonly authors: IdeaAuthorService,
    private readonly offers: VolunteerService,
    private readonly query: IdeaAuthorQuery,
    private readonly loader: IdeaLoader,
    private readonly campaigns: CampaignLoader,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => [IdeaType], { description: 'What the viewer is asked to make with others and has not answered, the latest first; at most 50.', complexity: ({ childComplexity }) => 1 + 50 * childComplexity })
  ideaInvitations(@CurrentViewer() viewer: Viewer): Promise<IdeaEntity[]> {
    return this.query.invitations(viewer);
  }

  @Mutation(() => IdeaType, { description: 'Asks colleagues to make an idea together; who volunteers already is taken in. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, IDEA_INVITEE_INVALID, IDEA_AUTHORS_TOO_MANY.' })
  inviteIdeaAuthors(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ideaId) id: string,
    @Args('personIds', { type: () => [ID], description: 'Colleagues who see the campaign; with its authors at most 20. Errors: ID_INVALID, TOO_MANY_ITEMS.' }) personIds: string[],
  ): Promise<IdeaEntity> {
    return this.authors.invite(viewer, id, personIds);
  }

  @Mutation(() => IdeaType, { description: 'Takes back an invitation that was not answered. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS.' })
  takeBackIdeaInvitation(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string, @Args('personId', personId) invitedId: string): Promise<IdeaEntity> {
    return this.authors.takeBackInvitation(viewer, id, invitedId);
  }

  @Mutation(() => IdeaType, { description: 'Becomes an author of what the viewer was invited to. Errors: IDEA_NOT_FOUND, IDEA_STANDING_GONE.' })
  acceptIdeaInvitation(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string): Promise<IdeaEntity> {
    return this.authors.accept(viewer, id);
  }

  @Mutation(() => Boolean, { description: 'Declines an invitation, without a reason; nobody is told. Errors: IDEA_NOT_FOUND.' })
  declineIdeaInvitation(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string): Promise<boolean> {
    return this.authors.decline(viewer, id);
  }

  @Mutation(() => IdeaType, { description: 'Says what the viewer, an author, brings to an idea. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, TEXT_TOO_LONG.' })
  describeIdeaContribution(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ideaId) id: string,
    @Args('contribution', { description: 'At most 300 characters; may be empty.' }) contribution: string,
  ): Promise<IdeaEntity> {
    return this.authors.describe(viewer, id, contribution);
  }

  @Mutation(() => Boolean, { description: 'The viewer is no author of it any more. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_LAST_AUTHOR.' })
  leaveIdea(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string): Promise<boolean> {
    return this.authors.leave(viewer, id);
  }

  @Mutation(() => IdeaType, { description: 'Offers to make an idea with its authors. Errors: IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, IDEA_VOLUNTEERS_TOO_MANY, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  volunteerForIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ideaId) id: string,
    @Args('contribution', { description: 'What the viewer would bring, in a sentence of at most 300 characters.' }) contribution: string,
  ): Promise<IdeaEntity> {
    return this.offers.volunteer(viewer, id, contribution);
  }

  @Mutation(() => IdeaType, { description: 'Offers it no more. Errors: IDEA_NOT_FOUND.' })
  stopVolunteering(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string): Promise<IdeaEntity> {
    return this.offers.stop(viewer, id);
  }

  @Mutation(() => IdeaType, { description: 'Makes an author of somebody who volunteers. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, IDEA_STANDING_GONE, IDEA_AUTHORS_TOO_MANY.' })
  takeInVolunteer(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string, @Args('personId', personId) volunteerId: string): Promise<IdeaEntity> {
    return this.offers.takeIn(viewer, id, volunteerId);
  }

  @Mutation(() => IdeaType, { description: 'Thanks somebody who volunteers and is not taken in; they are not told. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS.' })
  thankVolunteer(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string, @Args('personId', personId) volunteerId: string): Promise<IdeaEntity> {
    return this.offers.thank(viewer, id, volunteerId);
  }

  @ResolveField(() => IdeaStandingEnum, { nullable: true, description: 'What the viewer is to it; null: none of this.' })
  async viewerStanding(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<Standing | null> {
    return (await this.loader.people(viewer, idea.id)).find((one) => one.personId === viewer.personId)?.standing ?? null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may offer to make it with its authors now.' })
  async viewerCanVolunteer(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (idea.state !== 'submitted' || (await this.viewerStanding(idea, viewer))) return false;
    if (!idea.campaignId) return true;
    const campaign = await this.campaigns.byId(viewer, idea.campaignId);
    return campaign !== null && allows(await this.campaigns.stage(viewer, campaign), 'volunteer');
  }

  @ResolveField(() => [PersonType], { description: 'Who was invited and has not answered; for its authors alone, else empty.', complexity: ofSome })
  async invited(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer) {
    if (!(await this.loader.isAuthor(viewer, idea.id))) return [];
    const invited = (await this.loader.people(viewer, idea.id)).filter(({ standing }) => standing === 'invited');
    return Promise.all(invited.map((one) => this.people.required(viewer, one.personId)));
  }

  @ResolveField(() => [IdeaAuthorType], { description: 'Who offers to make it with them; for its authors, who see all, and for each volunteer, who sees themselves.', complexity: ofSome })
  async volunteers(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer) {
    const isAuthor = await this.loader.isAuthor(viewer, idea.id);
    return (await this.loader.people(viewer, idea.id)).filter((one) => one.standing === 'volunteer' && (isAuthor || one.personId === viewer.personId));
  }
}
