import { type Headcounts, peopleAtTheEnd } from '../gate/headcounts.ts';
import type { Publication } from '../gate/publication.ts';

/**
 * The departments, each without those below it, whose people are in blocks with nobody else: all of their people may be told of. A tie has two ends, and figures
 * of ties are told between such departments alone: one end in a block that holds several departments, and the figures of the company, which are by
 * department, would tell how many ties there are between two parts of that block.
 */
export function toldDepartments({ blocks }: Publication, { places }: Headcounts): Set<string> {
  const told = new Set(places.flatMap(({ department }) => department ?? []));
  for (const block of blocks) {
    const departments = new Set(block.map((place) => places[place]?.department ?? null));
    if (departments.size > 1) for (const department of departments) if (department !== null) told.delete(department);
  }
  return told;
}

/** How many people are directly in each department on the last day. */
export function departmentSizes(headcounts: Headcounts): Map<string, number> {
  const sizes = new Map<string, number>();
  const people = peopleAtTheEnd(headcounts);
  for (const [place, { department }] of headcounts.places.entries()) if (department !== null) sizes.set(department, (sizes.get(department) ?? 0) + (people[place] as number));
  return sizes;
}
