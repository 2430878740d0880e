import type { BlocksInput } from './blocks-of-days.ts';
import { Publication } from './publication.ts';

/** No figure is about fewer people than this, unless the company sets another number. */
export const defaultMinGroup = 10;

/** No company may set less. */
export const smallestMinGroup = 5;

/** The gate of all figures about groups for one period: whom they may be told about. Fails for a minimum below `smallestMinGroup` and for headcounts that make no sense. */
export function publish({ minGroup = defaultMinGroup, ...input }: Omit<BlocksInput, 'minGroup'> & { minGroup?: number }): Publication {
  if (!Number.isInteger(minGroup) || minGroup < smallestMinGroup) throw new RangeError(`A minimum group of ${minGroup}, below ${smallestMinGroup}`);
  return new Publication({ ...input, minGroup });
}
