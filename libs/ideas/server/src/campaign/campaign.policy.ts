import { allows, type CampaignAction, type CampaignStage } from '../phase/campaign-stage.ts';

/** What somebody is in a campaign, beside taking part in it. */
export const campaignRoles = ['owner', 'sponsor', 'moderator', 'juror'] as const;
export type CampaignRole = (typeof campaignRoles)[number];

/** What is done to a campaign by those who have a role in it. */
export const campaignCommands = ['prepare', 'commit', 'publish', 'tell', 'appoint', 'extend', 'moderate', 'merge', 'score', 'decline', 'answer', 'carry-out', 'measure', 'export', 'import', 'close', 'cancel'] as const;
export type CampaignCommand = (typeof campaignCommands)[number];

/** README.md of the domain shows the same as a table; a test compares them. */
const whoMay: Record<CampaignCommand, readonly CampaignRole[]> = {
  prepare: ['owner'],
  commit: ['sponsor'],
  publish: ['owner'],
  tell: ['owner', 'sponsor', 'moderator'],
  appoint: ['owner'],
  extend: ['owner'],
  moderate: ['owner', 'moderator'],
  merge: ['owner', 'moderator'],
  score: ['juror'],
  decline: ['juror'],
  answer: ['owner', 'sponsor'],
  'carry-out': ['owner', 'sponsor'],
  measure: ['owner', 'sponsor'],
  export: ['owner', 'sponsor'],
  import: ['owner'],
  close: ['owner', 'sponsor'],
  cancel: ['owner', 'sponsor'],
};

export const rolesThatMay = (command: CampaignCommand): readonly CampaignRole[] => whoMay[command];

export const mayCommand = (roles: readonly CampaignRole[], command: CampaignCommand): boolean => whoMay[command].some((role) => roles.includes(role));

/** What must be possible at the stage for a command; left out: at any stage. */
const actionOf: Partial<Record<CampaignCommand, CampaignAction>> = {
  prepare: 'cancel',
  commit: 'cancel',
  publish: 'cancel',
  appoint: 'cancel',
  extend: 'extend',
  moderate: 'comment',
  merge: 'merge',
  score: 'score',
  decline: 'cancel',
  answer: 'answer',
  'carry-out': 'carry-out',
  measure: 'carry-out',
  import: 'import',
  close: 'close',
  cancel: 'cancel',
};

/** The action that is not possible at the stage and without which the command is not; null: the command is possible. */
export function hindrance(command: CampaignCommand, stage: CampaignStage): CampaignAction | null {
  const action = actionOf[command];
  return action && !allows(stage, action) ? action : null;
}

/** What somebody with these roles may do now. What was signed and published is signed and published. */
export function commandsAt(roles: readonly CampaignRole[], stage: CampaignStage): CampaignCommand[] {
  return campaignCommands.filter((command) => mayCommand(roles, command) && !hindrance(command, stage) && (stage === 'draft' || (command !== 'commit' && command !== 'publish')));
}
