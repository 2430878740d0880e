import { rolesThatMay, type CampaignCommand } from './campaign.policy.ts';

/**
 * The one rule of who sees a campaign and what is in it, as SQL conditions. `viewer` is an expression for the viewer's id, `campaign` the table's
 * alias. Before it is published those who prepare it see it; then everybody whom it is for, and always those who have a role in it.
 */
const hasRole = (campaign: string, viewer: string): string =>
  `(${campaign}.owner_id = ${viewer} OR ${campaign}.sponsor_id = ${viewer} OR EXISTS (SELECT 1 FROM campaign_role held WHERE held.campaign_id = ${campaign}.id AND held.person_id = ${viewer}))`;

/** Whether the viewer has a role in it that may do so (`campaign.policy.ts`). */
export function commandedBy(command: CampaignCommand, campaign: string, viewer: string): string {
  const roles = rolesThatMay(command);
  const given = roles.filter((role) => role === 'moderator' || role === 'juror').map((role) => `'${role}'`);
  return `(${[
    ...(roles.includes('owner') ? [`${campaign}.owner_id = ${viewer}`] : []),
    ...(roles.includes('sponsor') ? [`${campaign}.sponsor_id = ${viewer}`] : []),
    ...(given.length > 0 ? [`EXISTS (SELECT 1 FROM campaign_role may WHERE may.campaign_id = ${campaign}.id AND may.person_id = ${viewer} AND may.role IN (${given.join(', ')}))`] : []),
  ].join(' OR ')})`;
}

/** Whether the viewer works in one of its departments or is a member of one of its communities; for a campaign that is not for everyone. */
export const isMeantFor = (campaign: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM campaign_audience meant WHERE meant.campaign_id = ${campaign}.id AND (
     meant.department = (SELECT reader.department FROM person reader WHERE reader.id = ${viewer})
     OR EXISTS (SELECT 1 FROM membership joined WHERE joined.person_id = ${viewer} AND joined.community_id = meant.community_id)))`;

export const campaignVisibleTo = (campaign: string, viewer: string): string =>
  `(${campaign}.published_at IS NOT NULL AND (${campaign}.is_for_everyone OR ${isMeantFor(campaign, viewer)}) OR ${hasRole(campaign, viewer)})`;
