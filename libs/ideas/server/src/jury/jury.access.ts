/**
 * Whether the viewer is a juror who is not to know who made the ideas of a campaign: from the moment they are called until the jury’s phase has closed. SQL condition;
 * `campaignId` and `viewer` are expressions.
 */
export const judgesBlind = (campaignId: string, viewer: string): string =>
  `EXISTS (SELECT 1 FROM campaign_jury blind
     JOIN campaign_role judging ON judging.campaign_id = blind.campaign_id AND judging.role = 'juror' AND judging.person_id = ${viewer}
     JOIN campaign_phase judged ON judged.campaign_id = blind.campaign_id AND judged.kind = 'jury' AND judged.closes_at > clock_timestamp()
     JOIN campaign lasting ON lasting.id = blind.campaign_id AND lasting.cancelled_at IS NULL
     WHERE blind.campaign_id = ${campaignId} AND blind.is_blind)`;
