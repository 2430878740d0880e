import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignQuery } from '../campaign/campaign.query.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { JuryMembersService } from './jury-members.service.ts';
import { JurySheetsService } from './jury-sheets.service.ts';
import { DrawJuryInput, JudgeIdeaInput, JuryType } from './jury.type.ts';

const campaignId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };
const ideaId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };

/** Makes juries and lets them judge. */
@SignedIn()
@Resolver(() => JuryType)
export class JuryCommandsResolver {
  constructor(
    private readonly members: JuryMembersService,
    private readonly sheets: JurySheetsService,
    private readonly campaigns: CampaignQuery,
  ) {}

  @Mutation(() => CampaignType, { description: 'Says of a draft how its jury is to judge. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_FIXED (published), JURY_SEATS_INVALID (readers).' })
  arrangeJury(
    @CurrentViewer() viewer: Viewer,
    @Args('campaignId', campaignId) id: string,
    @Args('isBlind', { description: 'Whether jurors are not told who made the ideas until they have judged.' }) isBlind: boolean,
    @Args('readers', { type: () => Int, nullable: true, description: 'How many jurors read each idea at least, from 1 to 100, each of them a share; null: everybody reads all.' }) readers: number | null,
  ): Promise<CampaignEntity> {
    return this.members.arrange(viewer, { campaignId: id, isBlind, readers: readers ?? null });
  }

  @Mutation(() => CampaignType, { description: 'Calls colleagues to the jury. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_NONE, JURY_OVER, JURY_TOO_LARGE, JUROR_INVALID.' })
  nameJurors(
    @CurrentViewer() viewer: Viewer,
    @Args('campaignId', campaignId) id: string,
    @Args('personIds', { type: () => [ID], description: 'UUIDs of people who work here, neither owner, moderators nor sponsor; who serves already stays. Errors: ID_INVALID, JUROR_INVALID.' }) personIds: string[],
  ): Promise<CampaignEntity> {
    return this.members.name(viewer, { campaignId: id, personIds });
  }

  @Mutation(() => CampaignType, {
    description:
      'Draws members of the jury by lot among those whom the campaign is for and who have no part in it yet; the seed is made by the server, and every draw stays listed. ' +
      'Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW (a draft too), JURY_NONE, JURY_OVER, JURY_TOO_LARGE, JURY_SEATS_INVALID, JURY_NO_CANDIDATES, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  drawJury(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The draw.' }) input: DrawJuryInput): Promise<CampaignEntity> {
    return this.members.draw(viewer, input);
  }

  @Mutation(() => CampaignType, { nullable: true, description: 'The viewer gives their place on the jury back; of a draw, the next takes it. Null when they do not see the campaign any more. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_OVER.' })
  async declineJury(@CurrentViewer() viewer: Viewer, @Args('campaignId', campaignId) id: string): Promise<CampaignEntity | null> {
    await this.members.decline(viewer, id);
    return this.campaigns.byId(viewer, id);
  }

  @Mutation(() => CampaignType, { description: 'Takes somebody off the jury; of a draw, the next takes the place. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_OVER, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  dismissJuror(
    @CurrentViewer() viewer: Viewer,
    @Args('campaignId', campaignId) id: string,
    @Args('personId', { type: () => ID, description: 'UUID of the juror. Errors: ID_INVALID.' }) personId: string,
    @Args('reason', { description: 'Why, for everybody to read; at most 500 characters.' }) reason: string,
  ): Promise<CampaignEntity> {
    return this.members.dismiss(viewer, { campaignId: id, personId, reason });
  }

  @Mutation(() => IdeaType, {
    description: 'Keeps what the viewer, a juror, makes of an idea. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JUROR_CONFLICT, SCORE_INVALID, SHEET_INCOMPLETE, TEXT_TOO_LONG.',
  })
  judgeIdea(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What changes.' }) input: JudgeIdeaInput): Promise<IdeaEntity> {
    return this.sheets.judge(viewer, input);
  }

  @Mutation(() => CampaignType, { description: 'Submits whatever the viewer, a juror, has judged by each criterion. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW.' })
  submitJurySheets(@CurrentViewer() viewer: Viewer, @Args('campaignId', campaignId) id: string): Promise<CampaignEntity> {
    return this.sheets.submitAll(viewer, id);
  }

  @Mutation(() => IdeaType, { description: 'The viewer, a juror, does not judge an idea; what they gave it is gone. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, TEXT_TOO_LONG.' })
  declareJuryConflict(
    @CurrentViewer() viewer: Viewer,
    @Args('ideaId', ideaId) id: string,
    @Args('words', { defaultValue: '', description: 'Why, for the owner of the campaign; at most 2,000 characters; may be empty.' }) words: string,
  ): Promise<IdeaEntity> {
    return this.sheets.declareConflict(viewer, { ideaId: id, words });
  }

  @Mutation(() => IdeaType, { description: 'There is no conflict of interest: the viewer, a juror, judges the idea after all. Errors: ID_INVALID, IDEA_NOT_FOUND, IDEA_NOT_NOW, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW.' })
  withdrawJuryConflict(@CurrentViewer() viewer: Viewer, @Args('ideaId', ideaId) id: string): Promise<IdeaEntity> {
    return this.sheets.withdrawConflict(viewer, id);
  }
}
