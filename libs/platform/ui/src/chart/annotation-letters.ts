import { labelWidth } from './label-width.ts';

/** The letter that stands for an annotation in a narrow plot. */
export const annotationLetter = (index: number): string => String.fromCodePoint(65 + (index % 26));

interface Run {
  first: number;
  last: number;
  from: number;
  to: number;
}

/** The letters above vertical lines, from left to right: those too close to be told apart stand together, "C–F", above the first of them. What is left to the others is empty. */
export function annotationLetters(places: readonly number[]): { text: string; shift: number }[] {
  const runs: Run[] = [];
  for (const [index, at] of places.entries()) {
    let run: Run = { first: index, last: index, from: at, to: at };
    // What has become wider may touch the one before it.
    for (let before = runs.at(-1); before && edges(before).right + 4 > edges(run).left; before = runs.at(-1)) {
      runs.pop();
      run = { first: before.first, last: run.last, from: before.from, to: run.to };
    }
    runs.push(run);
  }
  const written = new Map(runs.map((run) => [run.first, { text: textOf(run), shift: middleOf(run) - run.from }]));
  return places.map((_, index) => written.get(index) ?? { text: '', shift: 0 });
}

const textOf = ({ first, last }: Run): string => (first === last ? annotationLetter(first) : `${annotationLetter(first)}–${annotationLetter(last)}`);
const middleOf = ({ from, to }: Run): number => (from + to) / 2;
function edges(run: Run): { left: number; right: number } {
  const half = labelWidth(textOf(run)) / 2;
  return { left: middleOf(run) - half, right: middleOf(run) + half };
}
