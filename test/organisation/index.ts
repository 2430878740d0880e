export { demoPeople } from './familiar-faces.ts';
export { organisation } from './organisation.ts';
export { demoPlan } from './plan.ts';
export type { OrganisationPlan, OrganisationRecord } from './records.ts';
export type {
  CommentRecord, CommunityRecord, FollowRecord, Language, MembershipRecord, PersonRecord, PostRecord, ReactionKind, ReactionRecord, Visibility,
} from './records.ts';
export { profileWordsOf, type ProfileWordsRecord } from './profile-words.ts';
export { newcomerRecords } from './newcomers/newcomer-records.ts';
export { sceneRecords } from './scenes/scene-records.ts';
export { skillStock, type StockSkill } from './skills/index.ts';
export { waitingRecords, type Waiting } from './scenes/waiting-records.ts';
export type { NoticeRecord } from './scenes/notices.ts';
export type { BallotRecord, PaperRecord } from './ballots.ts';
export type { JuryRecord, SheetRecord } from './juries.ts';
export { campaignRecords, type CampaignRecord, type IdeaRecord } from './campaigns.ts';
export { sessionRecords, type SessionQuestion, type SessionRecord } from './sessions.ts';
export { Stream } from './prng.ts';
