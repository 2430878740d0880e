import { minPeople } from '../exchanges.ts';

/** What was counted in a community over the period. */
export interface ExchangeCounts {
  /** Exchanges between two people whose departments are known. */
  known: number;
  /** Those of them whose two departments differ. */
  crossing: number;
  /** How many different people took part in them. */
  people: number;
}

export interface Crossing {
  /** From 0 to 1; null when fewer than `minPeople` different people took part. */
  share: number | null;
  /** The share if members addressed each other without regard to departments; null when it cannot be told. */
  expectedShare: number | null;
}

/** `departmentSizes`: how many members each department counts, members without a department apart. */
export function crossingOf({ known, crossing, people }: ExchangeCounts, departmentSizes: readonly number[]): Crossing {
  if (people < minPeople || known === 0) return { share: null, expectedShare: null };
  return { share: crossing / known, expectedShare: expectedShareOf(departmentSizes) };
}

/** The probability that two different members, drawn at random, are of different departments: 1 − Σ nᵢ(nᵢ − 1) / N(N − 1) (Gini-Simpson, without replacement). */
function expectedShareOf(sizes: readonly number[]): number | null {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total < 2) return null;
  const samePairs = sizes.reduce((sum, size) => sum + size * (size - 1), 0);
  return 1 - samePairs / (total * (total - 1));
}
