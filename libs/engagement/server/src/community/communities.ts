import { Inject, Injectable } from '@nestjs/common';
import { Config, dayMs } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { MIN_GROUP } from '../engagement/min-group.ts';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import type { Period } from '../period/period.ts';
import { startOf } from '../roll-up/day-sql.ts';
import { type Joined, poolsOf } from './newcomer-pools.ts';

/** How communities live, all together. */
export interface Communities {
  /** Those with enough members on the last day. */
  communities: number;
  /** Of them, those in which at least one member in twenty did something in the last thirty days; null: days whose people are forgotten. */
  alive: number | null;
  /** Share of exchanges across departments, and days of a week on which something was said: in half of the communities it is less. Null: of too few. */
  crossing: number | null;
  daysPerWeek: number | null;
  /** Who joined one, and of them those whom somebody else welcomed; null: too few people. */
  newcomers: { joined: number; welcomed: number } | null;
}

/** What is told of fewer communities would be about one or another. */
const fewestCommunities = 5;
/** For a community to be alive: this part of its members in so many days. */
const [alivePart, aliveDays] = [0.05, 30];
/** Somebody is welcomed within so many days, the one on which they joined included. */
const welcomeDays = 14;
const shortestRhythm = 7;
const keptMs = 10 * 60_000;
const mostKept = 40;

// $1 and $2: first and last day; $3: the smallest group.
const livesSql = `
  WITH told AS MATERIALIZED (
    SELECT community.id, count(*)::int AS members, $2::date - greatest($1::date, (community.created_at AT TIME ZONE 'UTC')::date) + 1 AS days
    FROM community JOIN membership ON membership.community_id = community.id JOIN person ON person.id = membership.person_id
    WHERE community.created_at < ${startOf('$2::date + 1')} AND coalesce(community.archived_at >= ${startOf('$2::date + 1')}, true)
      AND membership.joined_at < ${startOf('$2::date + 1')} AND coalesce(person.deactivated_at >= ${startOf('$2::date + 1')}, true)
    GROUP BY community.id HAVING count(*) >= $3
  ), lived AS (
    SELECT community_id, count(*) FILTER (WHERE said > 0) AS days, sum(within) AS within, sum(across) AS across FROM engagement_community_day WHERE day BETWEEN $1 AND $2 GROUP BY community_id
  ), active AS (
    SELECT did.community_id, count(*) AS people FROM (
      SELECT DISTINCT community_id, unnest(active_ids) AS person_id FROM engagement_community_day WHERE day BETWEEN $2::date - ${aliveDays - 1} AND $2
    ) did JOIN membership USING (community_id, person_id) WHERE membership.joined_at < ${startOf('$2::date + 1')} GROUP BY did.community_id
  )
  SELECT told.days, coalesce(lived.days, 0)::int AS "daysWithWords", coalesce(lived.within, 0)::int AS within, coalesce(lived.across, 0)::int AS across,
    coalesce(active.people, 0) >= told.members * ${alivePart} AS "isAlive"
  FROM told LEFT JOIN lived ON lived.community_id = told.id LEFT JOIN active ON active.community_id = told.id`;

const joinedSql = `
  SELECT (membership.joined_at AT TIME ZONE 'UTC')::date - date '1970-01-01' AS day, membership.person_id AS "personId", EXISTS (
    SELECT 1 FROM engagement_community_day lived WHERE lived.community_id = membership.community_id
      AND lived.day >= (membership.joined_at AT TIME ZONE 'UTC')::date AND lived.day < (membership.joined_at AT TIME ZONE 'UTC')::date + ${welcomeDays} AND membership.person_id = ANY (lived.addressed_ids)
  ) AS "isWelcomed"
  FROM membership WHERE membership.role = 'member' AND membership.joined_at >= ${startOf('$1::date')} AND membership.joined_at < ${startOf('$2::date + 1')} ORDER BY 1`;

interface Life {
  /** Of the period on which the community was there, and those of them on which something was said. */
  days: number;
  daysWithWords: number;
  within: number;
  across: number;
  isAlive: boolean;
}

/** Reads how communities live from their days, and keeps for ten minutes what it has read of a period. */
@Injectable()
export class CommunityFigures {
  private readonly kept = new Map<string, { at: number; communities: Promise<Communities | null> }>();
  private readonly keptMs: number;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(MIN_GROUP) private readonly minGroup: number,
    config: Config,
  ) {
    // Tests change what happened from one question to the next.
    this.keptMs = config.test ? 0 : keptMs;
  }

  /** Null: of so few communities nothing is told. */
  of(period: Period): Promise<Communities | null> {
    const key = `${period.from} ${period.to}`;
    const known = this.kept.get(key);
    if (known && Date.now() - known.at < this.keptMs) return known.communities;
    const reading = { at: Date.now(), communities: this.read(period) };
    // What failed is asked again.
    reading.communities.catch(() => this.kept.get(key) === reading && this.kept.delete(key));
    this.kept.delete(key);
    this.kept.set(key, reading);
    for (const oldest of [...this.kept.keys()].slice(0, -mostKept)) this.kept.delete(oldest);
    return reading.communities;
  }

  private async read(period: Period): Promise<Communities | null> {
    const lives: Life[] = await this.dataSource.query(livesSql, [period.from, period.to, this.minGroup]);
    if (lives.length < fewestCommunities) return null;
    const known = await this.knownSince();
    const exchanging = lives.filter(({ within, across }) => within + across >= this.minGroup);
    const lasting = lives.filter(({ days }) => days >= shortestRhythm);
    return {
      communities: lives.length,
      alive: period.last - aliveDays + 1 < known ? null : lives.filter(({ isAlive }) => isAlive).length,
      crossing: middle(exchanging.map(({ within, across }) => across / (within + across))),
      daysPerWeek: middle(lasting.map(({ days, daysWithWords }) => (daysWithWords / days) * 7)),
      newcomers: await this.newcomers(period, known),
    };
  }

  /** The first day of which it is still known who did what. */
  private async knownSince(): Promise<number> {
    const [{ day }]: [{ day: Day | null }] = await this.dataSource.query('SELECT max(day)::text AS day FROM engagement_day WHERE is_closed');
    return day === null ? -Infinity : dayNumber(day) + 1;
  }

  /** Of those whose time to be welcomed is over. */
  private async newcomers({ from, first, last }: Period, known: number): Promise<Communities['newcomers']> {
    const lastOver = Math.min(last, Math.floor(Date.now() / dayMs) - welcomeDays);
    const joined: Joined[] = await this.dataSource.query(joinedSql, [`${from.slice(0, 4)}-01-01`, dayOf(lastOver)]);
    const told = poolsOf(joined, this.minGroup).filter((pool) => pool.first >= Math.max(first, known));
    if (told.length === 0) return null;
    return { joined: told.reduce((so, { newcomers }) => so + newcomers, 0), welcomed: told.reduce((so, { welcomed }) => so + welcomed, 0) };
  }
}

/** The median of the figures of communities, if they are enough. */
function middle(figures: readonly number[]): number | null {
  if (figures.length < fewestCommunities) return null;
  const sorted = Float64Array.from(figures).sort();
  const upper = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[upper] as number) : ((sorted[upper - 1] as number) + (sorted[upper] as number)) / 2;
}
