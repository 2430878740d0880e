export { aBallot, BallotBuilder } from './ballot.builder.ts';
export { aCampaign, CampaignBuilder, moveTo } from './campaign.builder.ts';
export { anIdea, IdeaBuilder } from './idea.builder.ts';
