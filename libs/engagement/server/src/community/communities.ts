import { Inject, Injectable } from '@nestjs/common';
import { dayMs } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { RolledDay } from '../day/rolled-days.ts';
import { RolledFigures } from '../day/rolled-figures.ts';
import { MIN_GROUP } from '../engagement/min-group.ts';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import type { Period } from '../period/period.ts';
import type { CommunityDay } from './community-day.ts';
import { aliveDays, joiningsOf, livesOf } from './lives.ts';
import { poolsOfDays } from './newcomer-pools.ts';
import { type KnownCommunity, RolledMembers } from './rolled-members.ts';
import { welcomeDays, Welcomes } from './welcomes.ts';

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
const shortestRhythm = 7;

/** Reads how communities live from the days, and who is in them, both as the roll-up left them. */
@Injectable()
export class CommunityFigures {
  private readonly members: RolledMembers;
  private readonly welcomes = new Welcomes();

  constructor(
    private readonly dataSource: DataSource,
    private readonly figures: RolledFigures,
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {
    this.members = new RolledMembers(dataSource);
  }

  /** Null: of so few communities nothing is told. */
  async of(period: Period): Promise<Communities | null> {
    const [communities, days] = await Promise.all([this.members.read(), this.days(Math.min(period.first, period.last - aliveDays + 1), period.last)]);
    const lives = livesOf({ communities, days, period, minGroup: this.minGroup });
    if (lives.length < fewestCommunities) return null;
    const known = await this.knownSince();
    const exchanging = lives.filter(({ within, across }) => within + across >= this.minGroup);
    const lasting = lives.filter(({ days }) => days >= shortestRhythm);
    return {
      communities: lives.length,
      alive: period.last - aliveDays + 1 < known ? null : lives.filter(({ isAlive }) => isAlive).length,
      crossing: middle(exchanging.map(({ within, across }) => across / (within + across))),
      daysPerWeek: middle(lasting.map(({ days, daysWithWords }) => (daysWithWords / days) * 7)),
      newcomers: await this.newcomers(communities, period, known),
    };
  }

  /** Counts who was welcomed on some days, before somebody asks. */
  async prepare(first: number, last: number): Promise<void> {
    this.welcomes.of(await this.members.read(), await this.days(first, last));
  }

  private days(first: number, last: number): Promise<RolledDay<CommunityDay>[]> {
    return this.figures.communities.of({ from: dayOf(first), to: dayOf(last) });
  }

  /** The first day of which it is still known who did what. */
  private async knownSince(): Promise<number> {
    const [{ day }]: [{ day: Day | null }] = await this.dataSource.query('SELECT max(day)::text AS day FROM engagement_day WHERE is_closed');
    return day === null ? -Infinity : dayNumber(day) + 1;
  }

  /** Of those whose time to be welcomed is over. */
  private async newcomers(communities: readonly KnownCommunity[], { from, first, last }: Period, known: number): Promise<Communities['newcomers']> {
    const yearStart = dayNumber(`${from.slice(0, 4)}-01-01`);
    const lastOver = Math.min(last, Math.floor(Date.now() / dayMs) - welcomeDays);
    if (lastOver < yearStart) return null;
    const welcomes = this.welcomes.of(communities, await this.days(yearStart, lastOver + welcomeDays - 1));
    const told = poolsOfDays(joiningsOf(communities, welcomes, { first: yearStart, last: lastOver }, this.minGroup), this.minGroup).filter((pool) => pool.first >= Math.max(first, known));
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
