import { columns, rows } from '../day/columns.ts';

/** At which hours of the week people wrote and reacted, on one day in UTC: by where they stood and by their own clock. */
export interface HourDay {
  place: Int32Array;
  /** 0: Monday from midnight to one, 167: Sunday from eleven. */
  hour: Uint16Array;
  acts: Uint16Array;
  /** Of them, those on a day on which the person does not work, or before eight or from seven in the evening on. */
  outside: Uint16Array;
}

const layout = { place: Int32Array, hour: Uint16Array, acts: Uint16Array, outside: Uint16Array } as const;

export const encodeHours = (day: HourDay): Buffer => columns(layout, day);
export const decodeHours = (bytes: Buffer): HourDay => rows(layout, bytes);
