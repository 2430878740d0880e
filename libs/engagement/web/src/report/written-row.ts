import type { useFormats } from '@parvis/platform/web';

import type { ReportRow } from './report-rows.ts';

type Formats = ReturnType<typeof useFormats>;

/** The figures of a row as the reader's language writes them; undefined where there is none to write. */
export const writtenRow = (formats: Formats, { unit, values }: ReportRow): (string | undefined)[] => values.map((value) => (value == null ? undefined : written(formats, unit, value)));

function written(formats: Formats, unit: ReportRow['unit'], value: number): string {
  if (unit === 'count') return formats.number(value);
  if (unit === 'share') return formats.percent(value);
  return formats.measure(value, unit, 1);
}
