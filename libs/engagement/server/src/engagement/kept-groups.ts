import type { RolledDay } from '../day/rolled-days.ts';
import type { NumberedPlace } from '../standing/places.ts';
import type { Ground } from './ground.ts';
import { Recent } from './recent.ts';

/** Groups of one period that are kept. */
const most = 20;

interface Kept<G> {
  places: readonly NumberedPlace[];
  group: G | null;
}

/** Groups that were asked for, as long as what may be told of their period is kept: most of twelve months are the same from one reading to the next. */
export class KeptGroups<G> {
  private readonly kept = new WeakMap<Ground, Recent<Kept<G>>>();

  of({ ground, places, asked }: { ground: Ground; places: readonly NumberedPlace[]; asked: Readonly<Record<string, string | undefined>> }, make: () => G | null): G | null {
    const ofGround = this.kept.get(ground) ?? new Recent<Kept<G>>(most);
    this.kept.set(ground, ofGround);
    const key = JSON.stringify(asked);
    const found = ofGround.get(key);
    return ofGround.set(key, found?.places === places ? found : { places, group: make() }).group;
  }
}

/** A figure of some days, made again once one of them has been: a day that is rolled up again is another object. */
export function madeOf<T, V>(read: () => Promise<readonly RolledDay<T>[]>, make: (days: readonly RolledDay<T>[]) => V): () => Promise<V> {
  let made: { days: readonly RolledDay<T>[]; value: V } | undefined;
  return async () => {
    const days = await read();
    if (!made || made.days.length !== days.length || made.days.some((day, i) => day !== days[i])) made = { days, value: make(days) };
    return made.value;
  };
}
