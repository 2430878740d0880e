/** An instant as MomentField holds it, by the clock of this browser: 2026-11-23T09:00; empty for none. */
export function toLocalMoment(instant: string | Date | null | undefined): string {
  if (!instant) return '';
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that MomentField names; null when it names none. */
export function fromLocalMoment(local: string): string | null {
  const date = new Date(local);
  return local && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}
