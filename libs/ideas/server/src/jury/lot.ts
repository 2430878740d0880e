import { createHash } from 'node:crypto';

/** Somebody who stands for a place, and where they work. */
export interface Candidate {
  id: string;
  department: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** All candidates in the order of their lots: the SHA-256 of `seed:id` (UTF-8, hexadecimal). Who else stands and in which order makes no difference to whether one comes before another. */
export function byLot(candidateIds: readonly string[], seed: string): string[] {
  const lots = [...new Set(candidateIds)].map((id) => ({ id, lot: sha256(`${seed}:${id}`) }));
  return lots.toSorted((one, other) => (one.lot < other.lot ? -1 : 1)).map(({ id }) => id);
}

/**
 * Who takes the free seats, of people in the order of their lots: the first ones, passing over those whose department has its number already (`perDepartment`; null: no limit). `seated` have their seats
 * already; `able` says who may take one.
 */
export function called<C extends Candidate>(ordered: readonly C[], { seats, perDepartment, seated = [], able = () => true }: { seats: number; perDepartment: number | null; seated?: readonly Candidate[]; able?: (id: string) => boolean }): C[] {
  const counts = new Map<string, number>();
  for (const { department } of seated) counts.set(department, (counts.get(department) ?? 0) + 1);
  const taken = new Set(seated.map(({ id }) => id));
  const chosen: C[] = [];
  for (const candidate of ordered) {
    if (chosen.length === seats) break;
    const count = counts.get(candidate.department) ?? 0;
    // Who works in no department fills none.
    if (taken.has(candidate.id) || !able(candidate.id) || (perDepartment !== null && candidate.department && count >= perDepartment)) continue;
    counts.set(candidate.department, count + 1);
    chosen.push(candidate);
  }
  return chosen;
}

/** Those who stand for a draw as it is published: a line for each, id, tab, department, in the order of the ids. */
export const listOf = (candidates: readonly Candidate[]): string =>
  candidates
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, department }) => `${id}\t${department.replace(/\s+/g, ' ')}\n`)
    .join('');

/** The other way round. */
export const candidatesOf = (list: string): Candidate[] =>
  list
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id = '', department = ''] = line.split('\t');
      return { id, department };
    });

/** What a list is known by: what `sha256sum` says of the file. */
export const digestOf = (list: string): string => sha256(list);
