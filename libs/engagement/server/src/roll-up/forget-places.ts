import type { DataSource } from 'typeorm';
import { numberedPlaces, placeIdsOf } from '../standing/places.ts';
import { placeKey } from '../standing/standing.ts';
import { decodeTies, encodeTies } from '../tie/tie-day.ts';
import { rollUpTurn } from './roll-up-turn.ts';

const daysAtOnce = 31;

/**
 * Closes the days before a day: they keep which department addressed which, and nothing else of where people stood. They are not made anew any more, since
 * their events go.
 */
export async function forgetPlacesOf(dataSource: DataSource, before: Date): Promise<void> {
  while ((await rollUpTurn(dataSource, async (manager) => {
    const days: { day: string; ties: Buffer }[] = await manager.query(`SELECT day::text, ties FROM engagement_day WHERE day < $1::date AND NOT is_closed ORDER BY day LIMIT ${daysAtOnce}`, [before.toISOString().slice(0, 10)]);
    if (days.length === 0) return 0;
    const places = await numberedPlaces(manager);
    const departmentsAlone = places.map(({ department }) => ({ department, location: null, level: null }));
    const ids = await placeIdsOf(manager, [...new Map(departmentsAlone.map((place) => [placeKey(place), place])).values()]);
    const coarse = new Map(places.map(({ id, department }) => [id, ids.get(placeKey({ department, location: null, level: null })) as number]));
    for (const { day, ties } of days) {
      const decoded = decodeTies(ties);
      const [from, to] = [decoded.from, decoded.to].map((ends) => ends.map((id) => coarse.get(id) as number)) as [Int32Array, Int32Array];
      await manager.query('UPDATE engagement_day SET ties = $2, is_closed = true, rolled_up_at = clock_timestamp() WHERE day = $1', [day, encodeTies({ ...decoded, from, to })]);
    }
    return days.length;
  })) > 0);
}
