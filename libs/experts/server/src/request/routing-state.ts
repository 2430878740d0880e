import { dayMs, hourMs } from '@parvis/platform/server';
import type { ExpertRoutingEntity } from './expert-routing.entity.ts';

/** What the asker is told. */
export type RoutingState = 'off' | 'waiting' | 'asking' | 'resting' | 'nobody';

export const mostTurns = 3;
/** Of seven days at least so many are worked: two days are added for each such week that turns may last. */
const workedDays = 5;
const weekendDays = 2;

interface Routing extends Pick<ExpertRoutingEntity, 'afterHours' | 'firstOfferedAt' | 'restedAt'> {
  /** Of the question. */
  createdAt: Date;
}

/** When those who seem to know are first asked. */
export const askAt = (createdAt: Date, { afterHours }: Pick<Routing, 'afterHours'>): Date => new Date(createdAt.getTime() + afterHours * hourMs);

/**
 * Whether three people let their turns go by at leisure or declined in a minute, the asker learns of the end at the same time: when three turns can have
 * gone by. Whoever found nobody, for whatever reason, learns of that no sooner. So the states say nothing of anybody.
 */
export function routingState({ createdAt, afterHours, firstOfferedAt, restedAt }: Routing, now: Date, turnDays: number): RoutingState {
  const hasGoneBy = (since: Date): boolean => now.getTime() >= since.getTime() + longestMs(turnDays);
  if (firstOfferedAt === null) {
    if (afterHours === 0) return 'off';
    return restedAt && hasGoneBy(askAt(createdAt, { afterHours })) ? 'nobody' : 'waiting';
  }
  if (restedAt && hasGoneBy(firstOfferedAt)) return 'resting';
  return afterHours === 0 ? 'off' : 'asking';
}

function longestMs(turnDays: number): number {
  const days = mostTurns * turnDays;
  return (days + weekendDays * Math.ceil(days / workedDays)) * dayMs;
}
