import { chordDirected, ribbonArrow } from 'd3-chord';

import type { Exchanges } from './chord-groups.ts';

export interface ChordArc {
  index: number;
  path: string;
  /** Where its number stands. */
  x: number;
  y: number;
}

export interface ChordRibbon {
  from: number;
  to: number;
  value: number;
  path: string;
}

/** Arcs around a circle, and between them ribbons whose points show who receives. What stays within a group is left out: it is mostly the largest part, and no exchange between departments. */
export function chordLayout({ values }: Exchanges, radius: number): { arcs: ChordArc[]; ribbons: ChordRibbon[] } {
  const between = values.map((row, from) => row.map((value, to) => (from === to ? 0 : (value ?? 0))));
  const inner = radius - ring - numbers;
  const chords = chordDirected().padAngle(0.035).sortSubgroups((a, b) => b - a)(between);
  const ribbon = ribbonArrow().radius(inner - 2).headRadius(10).padAngle(0.008);
  return {
    arcs: chords.groups.filter(({ value }) => value > 0).map(({ index, startAngle, endAngle }) => {
      const [x, y] = point(inner + ring + numbers / 2 + 1, (startAngle + endAngle) / 2);
      return { index, path: arcPath({ startAngle, endAngle }, inner, inner + ring), x, y };
    }),
    ribbons: chords
      .map((chord) => ({ from: chord.source.index, to: chord.target.index, value: chord.source.value, path: String((ribbon as unknown as (of: typeof chord) => unknown)(chord)) }))
      // The thick ones first, so that thin ones are not covered.
      .sort((a, b) => b.value - a.value),
  };
}

/** The thickness of the circle, and the room for numbers around it. */
const ring = 10;
const numbers = 22;

/** Angles begin at the top and go clockwise. */
const point = (radius: number, angle: number): [number, number] => [radius * Math.sin(angle), -radius * Math.cos(angle)];

function arcPath({ startAngle, endAngle }: { startAngle: number; endAngle: number }, inner: number, outer: number): string {
  const large = endAngle - startAngle > Math.PI ? 1 : 0;
  const at = (radius: number, angle: number): string => point(radius, angle).map((part) => part.toFixed(2)).join(' ');
  return `M${at(outer, startAngle)}A${outer} ${outer} 0 ${large} 1 ${at(outer, endAngle)}L${at(inner, endAngle)}A${inner} ${inner} 0 ${large} 0 ${at(inner, startAngle)}Z`;
}
