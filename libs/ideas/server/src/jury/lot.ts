import { createHash } from 'node:crypto';

/**
 * So many of the candidates, drawn by lot: those whose SHA-256 of `seed:id` (UTF-8, hexadecimal) comes first. Whoever knows the seed, which is published with the
 * draw, draws the same; who else stood for it and in which order makes no difference to whether one comes before another.
 */
export function drawn(candidateIds: readonly string[], number: number, seed: string): string[] {
  const lots = [...new Set(candidateIds)].map((id) => ({ id, lot: createHash('sha256').update(`${seed}:${id}`).digest('hex') }));
  return lots.toSorted((one, other) => (one.lot < other.lot ? -1 : 1)).slice(0, number).map(({ id }) => id);
}
