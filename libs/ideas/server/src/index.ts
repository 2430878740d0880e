export { allows, campaignActions, campaignStages, nextTurn, phaseOf, stageAt, type CampaignAction, type CampaignStage, type Course } from './phase/campaign-stage.ts';
export { extended, faultOf, phaseKinds, type Phase, type PhaseFault, type PhaseKind } from './phase/phases.ts';
