/** What a campaign may go through, in this order. Each is optional and comes once. */
export const phaseKinds = ['gather', 'build', 'vote', 'jury', 'decide', 'carry-out', 'review'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** Open from `opensAt` on, and no longer at `closesAt`. */
export interface Phase {
  kind: PhaseKind;
  opensAt: Date;
  closesAt: Date;
}

/** `none`: a campaign has one phase at least. `kind`: the phase that is at fault, the later one of two. */
export type PhaseFault = { fault: 'none' } | { fault: 'twice' | 'order' | 'length' | 'overlap'; kind: PhaseKind };

/** What is wrong with the phases of a campaign, the first thing; null: nothing. Between two phases there may be days without any. */
export function faultOf(phases: readonly Phase[]): PhaseFault | null {
  if (phases.length === 0) return { fault: 'none' };
  for (const [i, phase] of phases.entries()) {
    const { kind, opensAt, closesAt } = phase;
    // Written so that an unreadable time, which compares with nothing, is a fault.
    if (!(opensAt < closesAt)) return { fault: 'length', kind };
    const before = phases[i - 1];
    if (!before) continue;
    if (phases.slice(0, i).some((earlier) => earlier.kind === kind)) return { fault: 'twice', kind };
    if (phaseKinds.indexOf(before.kind) > phaseKinds.indexOf(kind)) return { fault: 'order', kind };
    if (!(before.closesAt <= opensAt)) return { fault: 'overlap', kind };
  }
  return null;
}

/** The phases when one of them closes later. Those after it are put off as far as they must be, and stay as long as they were; nothing comes earlier. */
export function extended(phases: readonly Phase[], kind: PhaseKind, closesAt: Date): Phase[] {
  let free = -Infinity;
  return phases.map((phase) => {
    const late = Math.max(free - phase.opensAt.getTime(), 0);
    const moved = { ...phase, opensAt: new Date(phase.opensAt.getTime() + late), closesAt: new Date(phase.closesAt.getTime() + late) };
    if (phase.kind === kind && closesAt > moved.closesAt) moved.closesAt = closesAt;
    free = moved.closesAt.getTime();
    return moved;
  });
}

/** Phases in the order in which a campaign goes through them. */
export const inOrder = <P extends Pick<Phase, 'kind'>>(phases: readonly P[]): P[] => phases.toSorted((first, second) => phaseKinds.indexOf(first.kind) - phaseKinds.indexOf(second.kind));

/** Whether two plans go through the same phases at the same times. */
export const sameTimes = (first: readonly Phase[], second: readonly Phase[]): boolean =>
  first.length === second.length &&
  first.every(({ kind, opensAt, closesAt }, i) => {
    const other = second[i];
    return other?.kind === kind && other.opensAt.getTime() === opensAt.getTime() && other.closesAt.getTime() === closesAt.getTime();
  });
