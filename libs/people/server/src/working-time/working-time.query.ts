import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { ProfileVisibilityLoader } from '../visibility/profile-visibility.loader.ts';
import { defaultWorkingTime, WorkingTimeEntity, type WorkingTime } from './working-time.entity.ts';

/** SQL expression: the clock that a person goes by. */
export const timeZoneOf = (person: string): string =>
  `coalesce((SELECT own.time_zone FROM working_time own WHERE own.person_id = ${person}), '${defaultWorkingTime.timeZone}')`;

/** When people work. */
@Injectable()
export class WorkingTimeQuery {
  private readonly loader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: ProfileVisibilityLoader,
  ) {
    this.loader = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      const rows = await dataSource.manager.findBy(WorkingTimeEntity, { personId: In([...ids]) });
      return new Map(rows.map((row) => [row.personId, row]));
    });
  }

  /** For the person's own settings, and for what is done for them; never to be shown to others. */
  async of(personId: string, manager = this.dataSource.manager): Promise<WorkingTime> {
    const own = await manager.findOneBy(WorkingTimeEntity, { personId });
    return own ? { timeZone: own.timeZone, timeZoneChosen: own.timeZoneChosen, workingDays: own.workingDays ?? defaultWorkingTime.workingDays } : defaultWorkingTime;
  }

  /** What the person said of it, as far as the viewer may see; what was never said is null. */
  async said(viewer: Viewer, personId: string): Promise<{ timeZone: string | null; workingDays: number[] | null }> {
    const [own, sees] = await Promise.all([this.loader(viewer).load(personId), this.visibility.sees(viewer, personId, 'workingTime')]);
    if (!own || !sees) return { timeZone: null, workingDays: null };
    return { timeZone: own.timeZoneChosen ? own.timeZone : null, workingDays: own.workingDays };
  }
}
