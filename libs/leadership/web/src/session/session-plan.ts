import { toLocalMoment } from '@parvis/platform/ui';

import type { SessionPlanFragment } from './SessionForm.generated.ts';

/** A plan as its form holds it: times as the browser's controls write them. */
export interface PlanFields {
  title: string;
  description: string;
  opensAt: string;
  startsAt: string;
  endsAt: string;
  cohostIds: string[];
}

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

/** Questions from now on, an hour in a week's time, at a round hour. */
export function newPlan(now: Date): PlanFields {
  const start = new Date(Math.ceil((now.getTime() + 7 * dayMs) / hourMs) * hourMs);
  return { title: '', description: '', opensAt: toLocalMoment(now), startsAt: toLocalMoment(start), endsAt: toLocalMoment(new Date(start.getTime() + hourMs)), cohostIds: [] };
}

export function planOf(session: SessionPlanFragment): PlanFields {
  const { title, description, opensAt, startsAt, endsAt } = session;
  return { title, description, opensAt: toLocalMoment(opensAt), startsAt: toLocalMoment(startsAt), endsAt: toLocalMoment(endsAt), cohostIds: session.cohosts.map(({ id }) => id) };
}

export function planInput({ title, description, opensAt, startsAt, endsAt, cohostIds }: PlanFields) {
  const instant = (local: string): string => new Date(local).toISOString();
  return { title: title.trim(), description: description.trim(), opensAt: instant(opensAt), startsAt: instant(startsAt), endsAt: instant(endsAt), cohostIds: [...cohostIds] };
}
