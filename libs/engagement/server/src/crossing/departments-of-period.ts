import { departmentsOf, type Place } from '../gate/headcounts.ts';
import type { Publication } from '../gate/publication.ts';

/** The departments where somebody was, each without those below it. */
export interface DepartmentsOfPeriod {
  /** How many people are directly in each on the last day. */
  sizes: ReadonlyMap<string, number>;
  /**
   * Those whose people are in blocks with nobody else: all of their people may be told of. A tie has two ends, and figures of ties are told between such departments
   * alone: one end in a block that holds several departments, and the figures of the company, which are by department, would tell how many ties there are
   * between two parts of that block.
   */
  told: ReadonlySet<string>;
  /** Some people are of none. */
  haveOthers: boolean;
}

const [unknown, none] = [-2, -1];

export function departmentsOfPeriod({ blocks, blockOf, presence: { stood, atTheEnd: people } }: Publication, { places }: { readonly places: readonly Place[] }): DepartmentsOfPeriod {
  const { names, of } = departmentsOf(places);
  const [ofBlock, isSeveral] = [new Int32Array(blocks.length).fill(unknown), new Uint8Array(blocks.length)];
  for (let place = 0; place < of.length; place += 1) {
    if (!stood[place]) continue;
    const [block, department] = [blockOf[place] as number, of[place] as number];
    if (ofBlock[block] === unknown) ofBlock[block] = department;
    else if (ofBlock[block] !== department) isSeveral[block] = 1;
  }
  const [wasThere, isMixed, sizes] = [new Uint8Array(names.length), new Uint8Array(names.length), new Int32Array(names.length)];
  let haveOthers = false;
  for (let place = 0; place < of.length; place += 1) {
    if (!stood[place]) continue;
    const department = of[place] as number;
    if (department === none) haveOthers = true;
    else {
      wasThere[department] = 1;
      sizes[department] = (sizes[department] as number) + (people[place] as number);
      if (isSeveral[blockOf[place] as number]) isMixed[department] = 1;
    }
  }
  const there = names.map((name, department) => ({ name, department })).filter(({ department }) => wasThere[department]);
  return {
    sizes: new Map(there.map(({ name, department }) => [name, sizes[department] as number])),
    told: new Set(there.flatMap(({ name, department }) => (isMixed[department] ? [] : name))),
    haveOthers,
  };
}
