import { eventType } from '@parvis/platform/server';
import type { CampaignStage } from './phase/campaign-stage.ts';

interface OfCampaign {
  campaignId: string;
  /** Who did it. */
  byId: string;
}

interface OfIdea {
  ideaId: string;
  /** Null: in the idea box. */
  campaignId: string | null;
  byId: string;
}

export const campaignPublished = eventType<OfCampaign>('ideas.campaign-published');
export const campaignChanged = eventType<OfCampaign>('ideas.campaign-changed');
export const campaignCommitted = eventType<OfCampaign>('ideas.campaign-committed');
/** `sponsorId`: who is asked to commit. */
export const campaignSponsorNamed = eventType<OfCampaign & { sponsorId: string }>('ideas.campaign-sponsor-named');
/** Those who run it told news, or changed what they had told. `mentionedIds`: whom it names, or names besides. */
export const campaignTold = eventType<OfCampaign & { isChange: boolean; mentionedIds: string[] }>('ideas.campaign-told');
export const campaignCancelled = eventType<OfCampaign>('ideas.campaign-cancelled');
export const campaignClosed = eventType<OfCampaign>('ideas.campaign-closed');
export const phaseExtended = eventType<OfCampaign & { kind: string }>('ideas.phase-extended');
/** Who serves on the jury has changed. */
export const juryChanged = eventType<OfCampaign & { calledIds: string[]; leftIds: string[] }>('ideas.jury-changed');
/** A juror has ideas left to judge, and little time. `closesAt`: until when (ISO), so that an end put off is told anew. */
export const jurorReminded = eventType<{ campaignId: string; jurorId: string; closesAt: string }>('ideas.juror-reminded');
/** By the clock: a phase has opened or closed. */
export const campaignTurned = eventType<{ campaignId: string; stage: CampaignStage }>('ideas.campaign-turned');
export const ideaSubmitted = eventType<OfIdea>('ideas.idea-submitted');
/** From a file, by the owner of the campaign. */
export const ideaBroughtIn = eventType<OfIdea & { authorIds: string[] }>('ideas.idea-brought-in');
export const ideaEdited = eventType<OfIdea & { version: number }>('ideas.idea-edited');
export const ideaWithdrawn = eventType<OfIdea>('ideas.idea-withdrawn');
export const ideaArchived = eventType<OfIdea>('ideas.idea-archived');
/** `personIds`: who is asked to make it with its authors. */
export const ideaAuthorsInvited = eventType<OfIdea & { personIds: string[] }>('ideas.authors-invited');
/** `personId`: who has become an author, by accepting or by being taken in. */
export const ideaAuthorJoined = eventType<OfIdea & { personId: string }>('ideas.author-joined');
export const ideaVolunteered = eventType<OfIdea>('ideas.volunteered');
/** Who volunteered does no more. */
export const ideaVolunteerLeft = eventType<OfIdea>('ideas.volunteer-left');
interface OfMerge {
  mergeId: string;
  /** The idea that goes into the other. */
  sourceId: string;
  /** The idea that lives on. */
  targetId: string;
  campaignId: string | null;
  byId: string;
}

export const ideaMergeProposed = eventType<OfMerge>('ideas.merge-proposed');
export const ideasMerged = eventType<OfMerge>('ideas.merged');
/** `campaignId`: into which it is to go. */
export const ideaAdoptionProposed = eventType<OfIdea>('ideas.adoption-proposed');
/** An idea of the idea box has gone into a campaign. */
export const ideaAdopted = eventType<OfIdea>('ideas.adopted');
/** A merge was undone. */
export const ideasParted = eventType<OfMerge>('ideas.parted');
/** Authors, invitations or contributions are not as they were. */
export const ideaAuthorsChanged = eventType<OfIdea>('ideas.authors-changed');
/** By the clock: the last day for answers comes near, or is over. `dueOn`: that day, so that a day put off is told anew. */
export const answersDue = eventType<{ campaignId: string; dueOn: string; isOver: boolean }>('ideas.answers-due');
/** `version`: 1 when it is the first answer. */
export const ideaAnswered = eventType<OfIdea & { version: number; mentionedIds: string[] }>('ideas.idea-answered');

interface OfProject extends OfIdea {
  projectId: string;
}

/** `ownerId`: who is to carry it out. */
export const projectBegun = eventType<OfProject & { ownerId: string }>('ideas.project-begun');
/** `newOwnerId`: null when it stays with whom it was. */
export const projectPlanned = eventType<OfProject & { newOwnerId: string | null }>('ideas.project-planned');
export const projectUpdated = eventType<OfProject & { mentionedIds: string[] }>('ideas.project-updated');
export const projectDelivered = eventType<OfProject>('ideas.project-delivered');
export const projectMeasured = eventType<OfProject>('ideas.project-measured');
/** By the clock: a day that was promised is over. `late`: what, and which day, so that a day put off is told anew. */
export const projectLate = eventType<{ projectId: string; ideaId: string; late: string }>('ideas.project-late');
