import { Args, Field, ID, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RichText, type RichTextDocument } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { connectionType, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import type { CampaignUpdateEntity } from './campaign-update.entity.ts';
import { NewsQuery } from './news.query.ts';
import { NewsService } from './news.service.ts';

@ObjectType('CampaignUpdate', { description: 'What those who run a campaign tell of it while it goes on.' })
export class CampaignUpdateType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => RichText, { description: 'What it says.' })
  body!: RichTextDocument;

  @Field({ description: 'When it was told.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last changed; null when never.' })
  editedAt!: Date | null;
}

@ObjectType('CampaignUpdateConnection', { description: 'A page of news of a campaign.' })
export class CampaignUpdateConnection extends connectionType('CampaignUpdate', () => CampaignUpdateType) {}

@ObjectType('CampaignFaq', { description: 'A question that is often asked about a campaign.' })
export class CampaignFaqType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 200 characters.' })
  question!: string;

  @Field({ description: 'Plain text, at most 2,000 characters.' })
  answer!: string;
}

@InputType({ description: 'A question that is often asked, with its answer.' })
export class CampaignFaqInput {
  @Field({ description: 'At most 200 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  question!: string;

  @Field({ description: 'Plain text, at most 2,000 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  answer!: string;
}

@InputType({ description: 'News to tell of a campaign.' })
export class TellCampaignUpdateInput {
  @Field(() => ID, { description: 'UUID made by the client once per update; the same again returns what the first call told. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { description: 'UUID of the campaign. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS.' })
  campaignId!: string;

  @Field(() => RichText, { description: 'What is new. Errors: RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  body!: RichTextDocument;
}

/** Campaign.updates and Campaign.faq, and the commands on them. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignNewsResolver {
  constructor(
    private readonly query: NewsQuery,
    private readonly service: NewsService,
  ) {}

  @ResolveField(() => CampaignUpdateConnection, { description: 'News, newest first. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  updates(@Parent() campaign: CampaignEntity, @Args() page: PageArgs) {
    return this.query.updates(campaign.id, pageRequest(page));
  }

  @ResolveField(() => [CampaignFaqType], { description: 'What is often asked; at most 50.', complexity: ({ childComplexity }) => 1 + 50 * childComplexity })
  faq(@Parent() campaign: CampaignEntity) {
    return this.query.faq(campaign.id);
  }

  @Mutation(() => CampaignUpdateType, { description: 'Tells news of a campaign to those who follow it. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  tellCampaignUpdate(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The news.' }) input: TellCampaignUpdateInput): Promise<CampaignUpdateEntity> {
    return this.service.tell(viewer, input);
  }

  @Mutation(() => CampaignUpdateType, { description: 'Changes what one told. Errors: CAMPAIGN_UPDATE_NOT_FOUND, CAMPAIGN_NOT_YOURS, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  editCampaignUpdate(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string,
    @Args('body', { type: () => RichText, description: 'What it says from now on.' }) body: RichTextDocument,
  ): Promise<CampaignUpdateEntity> {
    return this.service.edit(viewer, id, body);
  }

  @Mutation(() => CampaignType, { description: 'Takes news back. Errors: CAMPAIGN_UPDATE_NOT_FOUND, CAMPAIGN_NOT_YOURS.' })
  removeCampaignUpdate(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<CampaignEntity> {
    return this.service.remove(viewer, id);
  }

  @Mutation(() => CampaignType, { description: 'Says what is often asked about a campaign, as it is to be from now on. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS.' })
  setCampaignFaq(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'UUID of the campaign. Errors: ID_INVALID.' }) id: string,
    @Args('faq', { type: () => [CampaignFaqInput], description: 'At most 50, in this order.' }) faq: CampaignFaqInput[],
  ): Promise<CampaignEntity> {
    return this.service.setFaq(viewer, id, faq);
  }
}

@SignedIn()
@Resolver(() => CampaignUpdateType)
export class CampaignUpdateResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who told it.' })
  author(@Parent() update: CampaignUpdateEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, update.authorId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it: who told it.' })
  viewerCanEdit(@Parent() update: CampaignUpdateEntity, @CurrentViewer() viewer: Viewer): boolean {
    return update.authorId === viewer.personId;
  }
}
