import { DomainError } from '@parvis/platform/server';
import type { CampaignLack } from './campaign/campaign-readiness.ts';
import type { CampaignAction, CampaignStage } from './phase/campaign-stage.ts';
import type { PhaseFault } from './phase/phases.ts';

export const ideasErrors = {
  /** Missing and out of sight are answered alike. */
  campaignNotFound: () => new DomainError('CAMPAIGN_NOT_FOUND'),
  /** The viewer has no role in it that may do this. */
  campaignNotYours: () => new DomainError('CAMPAIGN_NOT_YOURS'),
  /** Not at this stage. */
  campaignNotNow: (action: CampaignAction, stage: CampaignStage) => new DomainError('CAMPAIGN_NOT_NOW', { action, stage }),
  /** Those who take part rely on it since it was published. */
  campaignFixed: (field: string) => new DomainError('CAMPAIGN_FIXED', {}, field),
  sponsorInvalid: () => new DomainError('CAMPAIGN_SPONSOR_INVALID', {}, 'sponsorId'),
  audienceInvalid: () => new DomainError('CAMPAIGN_AUDIENCE_INVALID', {}, 'audience'),
  criteriaInvalid: () => new DomainError('CAMPAIGN_CRITERIA_INVALID', {}, 'criteria'),
  amountInvalid: (field: string) => new DomainError('CAMPAIGN_AMOUNT_INVALID', {}, field),
  hashtagInvalid: () => new DomainError('CAMPAIGN_HASHTAG_INVALID', {}, 'hashtag'),
  /** No day of the calendar. */
  dayInvalid: (field: string) => new DomainError('CAMPAIGN_DAY_INVALID', {}, field),
  /** What is promised is for a day to come. */
  dayPast: (field: string) => new DomainError('CAMPAIGN_DAY_PAST', {}, field),
  alreadyPublished: () => new DomainError('CAMPAIGN_PUBLISHED'),
  /** What a draft lacks before it can be published. */
  notReady: (field: CampaignLack) => new DomainError('CAMPAIGN_NOT_READY', { lacks: field }, field),
  phaseTimeInvalid: (field: string) => new DomainError('PHASE_TIME_INVALID', {}, field),
  phasesInvalid: (fault: PhaseFault) => new DomainError('PHASES_INVALID', { fault: fault.fault, phase: 'kind' in fault ? fault.kind : 'none' }, 'phases'),
  phaseNotFound: () => new DomainError('PHASE_NOT_FOUND', {}, 'kind'),
  /** It has closed already: what was said to be over stays over. */
  phaseOver: () => new DomainError('PHASE_OVER'),
  /** Later than it was to close. */
  phaseNotLater: () => new DomainError('PHASE_NOT_LATER', {}, 'closes'),
  /** The campaign has no phase in which a jury judges. */
  juryNone: () => new DomainError('JURY_NONE'),
  /** Its phase has closed: the jury has judged. */
  juryOver: () => new DomainError('JURY_OVER'),
  juryTooLarge: (max: number) => new DomainError('JURY_TOO_LARGE', { max }),
  jurySeatsInvalid: (field: 'seats' | 'perDepartment' | 'readers') => new DomainError('JURY_SEATS_INVALID', {}, field),
  juryNoCandidates: () => new DomainError('JURY_NO_CANDIDATES'),
  /** Somebody who left the company, runs the campaign, helps to, or decides about its ideas. */
  jurorInvalid: (field = 'personIds') => new DomainError('JUROR_INVALID', {}, field),
  /** A whole number from 0 to 10, for a criterion that there is. */
  scoreInvalid: () => new DomainError('SCORE_INVALID', {}, 'scores'),
  /** A criterion has no score yet. */
  sheetIncomplete: () => new DomainError('SHEET_INCOMPLETE', {}, 'scores'),
  /** The juror makes the idea, or has declared a conflict of interest. */
  jurorConflict: () => new DomainError('JUROR_CONFLICT'),
  /** Nobody who works here. */
  /** Somebody has changed the campaign since. */
  campaignChanged: (version: number) => new DomainError('CAMPAIGN_CHANGED', { version }),
  personInvalid: (field: string) => new DomainError('CAMPAIGN_PERSON_INVALID', {}, field),
  updateNotFound: () => new DomainError('CAMPAIGN_UPDATE_NOT_FOUND'),
  ideaNotFound: () => new DomainError('IDEA_NOT_FOUND'),
  ideaNotYours: () => new DomainError('IDEA_NOT_YOURS'),
  /** Somebody else has saved a version since. */
  ideaChanged: (version: number) => new DomainError('IDEA_CHANGED', { version }),
  /** Archived, merged, or submitted already. */
  ideaNotNow: (state: string) => new DomainError('IDEA_NOT_NOW', { state }),
  /** Nobody supports or judges their own idea. */
  ownIdea: () => new DomainError('IDEA_OWN'),
  /** As many ideas of the campaign as one may support are supported already. */
  supportLimit: (max: number) => new DomainError('SUPPORT_LIMIT', { max }),
  /** Somebody who is to make an idea has gone, or does not see its campaign. */
  inviteeInvalid: () => new DomainError('IDEA_INVITEE_INVALID', {}, 'personIds'),
  tooManyAuthors: (max: number) => new DomainError('IDEA_AUTHORS_TOO_MANY', { max }),
  /** Its authors have to answer those who offer their help already. */
  tooManyVolunteers: (max: number) => new DomainError('IDEA_VOLUNTEERS_TOO_MANY', { max }),
  /** An idea is somebody's: the last of its authors withdraws it instead. */
  lastAuthor: () => new DomainError('IDEA_LAST_AUTHOR'),
  /** They are not two ideas of one campaign, or of the idea box. */
  mergeElsewhere: () => new DomainError('IDEA_MERGE_ELSEWHERE', {}, 'targetId'),
  /** Declined, taken back, or never there. */
  mergeNotFound: () => new DomainError('IDEA_MERGE_NOT_FOUND'),
  /** Never there, or gone since the idea went into another campaign. */
  adoptionNotFound: () => new DomainError('IDEA_ADOPTION_NOT_FOUND'),
  /** The other answer was given meanwhile. */
  adoptionAccepted: () => new DomainError('IDEA_ADOPTION_ACCEPTED'),
  adoptionDeclined: () => new DomainError('IDEA_ADOPTION_DECLINED'),
  mergeLate: () => new DomainError('IDEA_MERGE_LATE'),
  versionNotFound: () => new DomainError('IDEA_VERSION_NOT_FOUND'),
  /** They were not invited, do not volunteer, or not any more. */
  standingGone: () => new DomainError('IDEA_STANDING_GONE'),
  /** Somebody else answered first. */
  ideaAnswered: () => new DomainError('IDEA_ANSWERED'),
  answerNotFound: () => new DomainError('ANSWER_NOT_FOUND'),
  /** Somebody else has changed it since. */
  answerChanged: (version: number) => new DomainError('ANSWER_CHANGED', { version }),
  /** What exists, or what it is dealt with together, is missing or no such thing. */
  answerLinkInvalid: (field: 'link' | 'otherIdeaId') => new DomainError('ANSWER_LINK_INVALID', {}, field),
  /** A project was made of it: it stays selected. */
  answerCarriedOut: () => new DomainError('ANSWER_CARRIED_OUT', {}, 'outcome'),
  /** Ideas without answer keep a campaign open. */
  unanswered: (count: number) => new DomainError('CAMPAIGN_UNANSWERED', { count }),
  /** Projects are made of ideas that were selected. */
  ideaNotSelected: () => new DomainError('IDEA_NOT_SELECTED'),
  projectNotFound: () => new DomainError('PROJECT_NOT_FOUND'),
  /** Somebody else has made a project of the idea already. */
  projectExists: () => new DomainError('PROJECT_EXISTS'),
  /** It is for those who carry it out, or who answer for the campaign. */
  projectNotYours: () => new DomainError('PROJECT_NOT_YOURS'),
  /** Somebody else has changed it since. */
  projectChanged: (version: number) => new DomainError('PROJECT_CHANGED', { version }),
  projectOwnerInvalid: () => new DomainError('PROJECT_OWNER_INVALID', {}, 'ownerId'),
  /** What was delivered was so today at the latest, by the clock of the campaign. */
  dayToCome: () => new DomainError('PROJECT_DAY_TO_COME', {}, 'deliveredOn'),
  percentageInvalid: () => new DomainError('PROJECT_PERCENTAGE_INVALID', {}, 'percentage'),
  /** Measured is what was delivered. */
  projectNotDelivered: () => new DomainError('PROJECT_NOT_DELIVERED'),
  /** What was delivered is no longer planned. */
  projectDelivered: () => new DomainError('PROJECT_DELIVERED'),
  /** What it gives away would tell a juror whose ideas they judge. */
  exportBlind: () => new DomainError('EXPORT_BLIND'),
  importEmpty: () => new DomainError('IMPORT_EMPTY'),
  importTooLarge: (maxMb: number) => new DomainError('IMPORT_TOO_LARGE', { maxMb }),
  importTooMany: (max: number) => new DomainError('IMPORT_TOO_MANY', { max }),
  /** UTF-16. */
  importEncoding: () => new DomainError('IMPORT_ENCODING'),
  /** `line`: from which on it is no CSV or JSON. */
  importUnreadable: (line: number) => new DomainError('IMPORT_UNREADABLE', { line }),
  importColumnMissing: (column: string) => new DomainError('IMPORT_COLUMN_MISSING', { column }),
  importColumnTwice: (column: string) => new DomainError('IMPORT_COLUMN_TWICE', { column }),
  importCells: () => new DomainError('IMPORT_CELLS'),
  importIdMissing: () => new DomainError('IMPORT_ID_MISSING', {}, 'id'),
  /** `line`: of the row that has the same id. */
  importTwice: (line: number) => new DomainError('IMPORT_TWICE', { line }, 'id'),
  importNotSubmitted: () => new DomainError('IMPORT_NOT_SUBMITTED', {}, 'state'),
  importEffortUnknown: () => new DomainError('IMPORT_EFFORT_UNKNOWN', {}, 'effort'),
  /** Nobody who works here is called so. */
  importAuthorUnknown: (who: string) => new DomainError('IMPORT_AUTHOR_UNKNOWN', { who }, 'authors'),
  /** The campaign is not for them. */
  importAuthorOutside: (who: string) => new DomainError('IMPORT_AUTHOR_OUTSIDE', { who }, 'authors'),
  /** Missing, or of a campaign out of sight. */
  ballotNotFound: () => new DomainError('BALLOT_NOT_FOUND'),
  /** The same way of deciding twice. */
  ballotTwice: () => new DomainError('BALLOT_TWICE', {}, 'ballots'),
  ballotLimitInvalid: (field: string, max: number) => new DomainError('BALLOT_LIMIT_INVALID', { max }, field),
  /** None, one for everybody beside others, a department twice, or one that nobody works in. */
  envelopesInvalid: () => new DomainError('BALLOT_ENVELOPES_INVALID', {}, 'envelopes'),
  /** It is voted in another way. */
  ballotOtherWay: (kind: string) => new DomainError('BALLOT_OTHER_WAY', { kind }),
  /** No idea to be voted on here: it does not stand in the campaign, or nothing pays it. */
  voteIdeaInvalid: () => new DomainError('VOTE_IDEA_INVALID', {}, 'votes'),
  voteInvalid: () => new DomainError('VOTE_INVALID', {}, 'votes'),
  /** Left out: which envelope it is would tell whose ideas the voter judges blind. */
  envelopeExceeded: (envelope?: { department: string; amount: number }) => new DomainError('VOTE_ENVELOPE_EXCEEDED', { ...envelope }, 'votes'),
  pointsExceeded: (points: number) => new DomainError('VOTE_POINTS_EXCEEDED', { points }, 'votes'),
};
