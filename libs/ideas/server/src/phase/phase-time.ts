import { DateTime } from 'luxon';
import { ideasErrors } from '../ideas.errors.ts';
import { faultOf, inOrder, type Phase, type PhaseKind } from './phases.ts';

/** A phase as people say it: by the clock of the campaign’s time zone. */
export interface WallPhase {
  kind: PhaseKind;
  /** `2026-10-19T09:00`. */
  opens: string;
  closes: string;
}

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The instant of a local time. One that the clock skips is the one it jumps to; one that comes twice is the first. Errors: PHASE_TIME_INVALID. */
export function instantOf(field: string, local: string, timeZone: string): Date {
  const time = DateTime.fromISO(local, { zone: timeZone });
  if (!form.test(local) || !time.isValid || time.year < 2000 || time.year > 2200) throw ideasErrors.phaseTimeInvalid(field);
  // Where the clock goes back, luxon may take either: the earlier of the two is an hour before, if it reads the same.
  const earlier = time.minus({ hours: 1 });
  return (earlier.hour === time.hour && earlier.minute === time.minute ? earlier : time).toJSDate();
}

/** The other way round: what a form shows. */
export const localOf = (instant: Date, timeZone: string): string => DateTime.fromJSDate(instant, { zone: timeZone }).toFormat(`yyyy-MM-dd'T'HH:mm`);

/** The phases of a form, in their order. Errors: PHASE_TIME_INVALID, PHASES_INVALID; none at all is for a draft. */
export function phasesOf(walls: readonly WallPhase[], timeZone: string): Phase[] {
  const phases = inOrder(walls.map(({ kind, opens, closes }) => ({ kind, opensAt: instantOf('phases', opens, timeZone), closesAt: instantOf('phases', closes, timeZone) })));
  const fault = phases.length > 0 ? faultOf(phases) : null;
  if (fault) throw ideasErrors.phasesInvalid(fault);
  return phases;
}
