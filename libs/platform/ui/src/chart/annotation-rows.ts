interface Label {
  /** Where its line stands. */
  at: number;
  width: number;
}

export interface PlacedLabel {
  row: number;
  /** Whether it stands after its line, or before it for want of room. */
  side: 'after' | 'before';
}

interface Taken extends PlacedLabel {
  at: number;
  from: number;
  to: number;
}

/** Puts the labels of vertical lines in rows above a plot so that none covers another or its line; nothing if they do not fit. */
export function annotationRows(labels: readonly Label[], room: number, rows = 3): PlacedLabel[] | undefined {
  const taken: Taken[] = [];
  for (const { at, width } of labels) {
    const sides = [{ side: 'after' as const, from: at, to: at + width }, { side: 'before' as const, from: at - width, to: at }];
    const inside = sides.filter(({ from, to }) => from >= 0 && to <= room);
    const places = Array.from({ length: rows }, (_, row) => inside.map((one) => ({ ...one, row, at }))).flat();
    const free = places.find((place) => taken.every((other) => !collide(place, other)));
    if (!free) return undefined;
    taken.push(free);
  }
  return taken.map(({ row, side }) => ({ row, side }));
}

/** Lines go down from their label through the rows below it. */
function collide(one: Taken, other: Taken): boolean {
  if (one.row === other.row) return one.from < other.to && other.from < one.to;
  const [upper, lower] = one.row < other.row ? [one, other] : [other, one];
  return lower.from < upper.at && upper.at < lower.to;
}
