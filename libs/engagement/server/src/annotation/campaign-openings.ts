import { campaignVisibleTo } from '@parvis/ideas/server';
import type { EntityManager } from 'typeorm';
import type { Period } from '../period/period.ts';
import { dayOfMoment, startOf } from '../roll-up/day-sql.ts';

export interface CampaignOpening {
  /** The day, in UTC. */
  at: string;
  /** What the campaign asks. */
  question: string;
}

/** More could not be told apart on a chart. */
export const mostOpenings = 8;

// Open from its first phase on, unless it was published later; `greatest` leaves out what is null.
const openingsSql = `
  WITH opened AS (
    SELECT campaign.id, campaign.question, campaign.cancelled_at, greatest(campaign.published_at, phases.first) AS at
    FROM campaign CROSS JOIN LATERAL (SELECT min(opens_at) AS first FROM campaign_phase WHERE campaign_id = campaign.id) phases
    WHERE campaign.published_at IS NOT NULL AND ${campaignVisibleTo('campaign', '$3')}
  ), largest AS (
    SELECT id, question, at FROM opened
    WHERE at >= ${startOf('$1::date')} AND at < ${startOf('$2::date + 1')} AND at <= now() AND (cancelled_at IS NULL OR cancelled_at > at)
    ORDER BY (SELECT count(*) FROM idea WHERE idea.campaign_id = opened.id AND idea.state IN ('submitted', 'archived', 'merged')) DESC, at DESC, id
    LIMIT ${mostOpenings}
  )
  SELECT ${dayOfMoment('at')}::text AS at, question FROM largest ORDER BY largest.at, id`;

/** The campaigns with most ideas, of those that opened in a period and that the reader may see; the earliest first. */
export const campaignOpenings = (manager: EntityManager, { from, to }: Pick<Period, 'from' | 'to'>, readerId: string): Promise<CampaignOpening[]> => manager.query(openingsSql, [from, to, readerId]);
