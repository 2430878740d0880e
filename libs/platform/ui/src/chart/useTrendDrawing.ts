import { computed, type Ref } from 'vue';

import { annotationLetters } from './annotation-letters.ts';
import { annotationRows } from './annotation-rows.ts';
import { type ChartFormats, type ChartStep, type ChartUnit, shortPeriod, writtenFigure } from './chart-formats.ts';
import { labelWidth } from './label-width.ts';
import { acrossOf, brokenLine, heightOf, labelStep, type PlotArea, type Spot, trendDates, trendTicks } from './trend-plot.ts';
import type { ChartReference, TrendAnnotation, TrendSeries } from './trend-series.ts';

interface Drawn {
  formats: ChartFormats;
  unit: ChartUnit;
  step: ChartStep;
  series: readonly TrendSeries[];
  annotations: readonly TrendAnnotation[];
  references: readonly ChartReference[];
}

const lineHeight = 18;
const plotHeight = 200;

/** Everything of a trend that has a place, for the width there is. */
export function useTrendDrawing(drawn: Drawn, width: Readonly<Ref<number>>) {
  const written = (value: number): string => writtenFigure(drawn.formats, drawn.unit, value);
  const dates = computed(() => trendDates(drawn.series));
  const marks = computed(() => trendTicks(drawn.series, drawn.references, drawn.unit === 'count'));
  /** What the lines have come to, where that is shown: a reader of paper has no pointer to ask with. */
  const ends = computed(() => drawn.series.flatMap(({ points }) => points.at(-1)?.value ?? []));

  const sides = computed(() => {
    const longestMark = Math.max(...marks.value.map((mark) => labelWidth(written(mark))));
    const longestEnd = Math.max(0, ...ends.value.map((value) => labelWidth(written(value)) * 1.18));
    return { left: Math.ceil(Math.max(longestMark + 10, 24)), right: width.value - Math.ceil(Math.max(16, longestEnd + 12)) };
  });
  const across = computed(() => acrossOf(dates.value, { ...sides.value, top: 0, bottom: 0 }));

  const labels = computed(() => drawn.annotations.map(({ at, label }) => ({ at: across.value(at), width: labelWidth(label) + 10 })));
  const rows = computed(() => annotationRows(labels.value, width.value));
  /** Where the words do not fit, letters stand for them, and a list below the plot says what they mean. */
  const lettered = computed(() => drawn.annotations.length > 0 && !rows.value);
  const rowCount = computed(() => (lettered.value ? 1 : Math.max(0, ...(rows.value ?? []).map(({ row }) => row + 1))));

  const area = computed<PlotArea>(() => {
    const top = 10 + rowCount.value * lineHeight;
    return { ...sides.value, top, bottom: top + plotHeight };
  });
  const height = computed(() => area.value.bottom + 42);
  const up = computed(() => heightOf(marks.value, area.value));

  const letters = computed(() => annotationLetters(drawn.annotations.map(({ at }) => across.value(at))));
  const flags = computed(() =>
    drawn.annotations.map(({ at, label }, index) => {
      const place = rows.value?.[index];
      const x = across.value(at);
      if (!place) return { x, y: 14, text: '', shift: 0, ...letters.value[index], anchor: 'middle' };
      return { x, y: 14 + place.row * lineHeight, text: label, anchor: place.side === 'after' ? 'start' : 'end', shift: place.side === 'after' ? 5 : -5 };
    }),
  );

  const spacing = computed(() => (sides.value.right - sides.value.left) / Math.max(1, dates.value.length - 1));
  const lines = computed(() =>
    drawn.series.map(({ points, compared = [] }) => {
      const spot = (at: string, value: number | null | undefined): Spot | null => (value == null ? null : { x: across.value(at), y: up.value(value) });
      const spots = points.map(({ at, value }) => spot(at, value));
      const { path, alone } = brokenLine(spots);
      return {
        path,
        // Too close, marks are a caterpillar.
        spots: spacing.value < 12 ? [...alone, ...lastOf(spots)] : spots.filter((one) => one !== null),
        compared: brokenLine(points.map(({ at }, index) => spot(at, compared[index]))),
      };
    }),
  );

  const endLabels = computed(() => {
    const placed: { text: string; x: number; y: number }[] = [];
    const x = across.value(dates.value.at(-1) ?? '');
    for (const value of ends.value) {
      const y = up.value(value);
      if (placed.every((other) => Math.abs(other.y - y) >= 15)) placed.push({ text: written(value), x, y });
    }
    return placed;
  });

  const labelEvery = computed(() => {
    const longest = Math.max(0, ...dates.value.map((date) => labelWidth(shortPeriod(drawn.formats, drawn.step, date))));
    return labelStep(dates.value.length, sides.value.right - sides.value.left, longest + 10);
  });

  return { area, height, dates, marks, lines, flags, lettered, endLabels, labelEvery, across, up };
}

const lastOf = (spots: readonly (Spot | null)[]): Spot[] => [spots.at(-1)].filter((spot) => spot != null);
