import type { ChartUnit } from '@parvis/platform/ui';

import { crossingShare } from '../dashboard/crossing-share.ts';
import { durationOf } from '../dashboard/duration.ts';
import type { ReportFiguresFragment } from './EngagementReportPage.generated.ts';

/** A figure of the month, of the one before it and of the same a year earlier; null: not shown, undefined: there was nothing. Its words are in `engagement.report.rows.<section>.<name>`. */
export interface ReportRow {
  section: string;
  name: string;
  unit: Exclude<ChartUnit, 'index'>;
  values: readonly (number | null | undefined)[];
}

/** A whole that may not be told of tells nothing of its parts; where a part alone is missing, there is nothing to count. */
const of = <P extends object>(part: P | null, figure: (part: P) => number | null | undefined): number | null | undefined => (part === null ? null : (figure(part) ?? undefined));
const partOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** The key figures of a report. `periods`: the month, then those that it is compared with. */
export function reportRows(periods: readonly ReportFiguresFragment[]): ReportRow[] {
  const row = (section: string, name: string, unit: ReportRow['unit'], figure: (one: ReportFiguresFragment) => number | null | undefined): ReportRow => ({
    section,
    name,
    unit,
    // Before anybody came there was no network.
    values: periods.map((one) => (one.adoption?.visitors === 0 ? undefined : figure(one))),
  });
  const median = row('answers', 'median', 'minute', ({ answers }) => of(answers, ({ medianMinutes }) => medianMinutes));
  return [
    row('adoption', 'eligible', 'count', ({ adoption }) => of(adoption, ({ eligible }) => eligible)),
    row('adoption', 'share', 'share', ({ adoption }) => of(adoption, ({ share }) => share)),
    row('adoption', 'weekly', 'count', ({ adoption }) => of(adoption, ({ weeklyActive }) => weeklyActive)),
    row('participation', 'contributors', 'count', ({ participation }) => of(participation, ({ contributors }) => contributors)),
    row('participation', 'share', 'share', ({ participation }) => of(participation, ({ share }) => share)),
    row('crossing', 'share', 'share', ({ crossing }) => of(crossing, ({ eiIndex }) => crossingShare(eiIndex))),
    row('crossing', 'reciprocity', 'share', ({ crossing }) => of(crossing, ({ reciprocity }) => reciprocity)),
    row('answers', 'answered', 'share', ({ answers }) => of(answers, ({ asked, answered }) => partOf(answered, asked))),
    inOneUnit(median),
    row('ideas', 'submitted', 'count', ({ ideas }) => of(ideas, ({ submitted }) => submitted)),
    row('ideas', 'answerDays', 'day', ({ ideas }) => of(ideas, ({ medianAnswerDays }) => medianAnswerDays)),
    row('example', 'contributors', 'share', ({ example }) => of(example, ({ contributors, executives }) => partOf(contributors, executives))),
    row('rhythm', 'outside', 'share', ({ rhythm }) => of(rhythm, ({ outsideShare }) => outsideShare)),
  ];
}

/** Times beside each other are in the unit of the first that there is. */
function inOneUnit(row: ReportRow): ReportRow {
  const first = row.values.find((value) => value != null);
  return { ...row, unit: durationOf(first, undefined).unit as ReportRow['unit'], values: row.values.map((value) => durationOf(first, value).compared) };
}
