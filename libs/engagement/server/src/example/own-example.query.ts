import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { dayMs } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import { coursesOf } from '../standing/courses.ts';
import { placeOn } from '../standing/standing.ts';
import { type Acts, actsOf, month } from './example.ts';
import { counted, executiveActsOn } from './executive-acts.ts';

/** What executives read of themselves. It is about the viewer: nothing here can be asked about somebody else. */
@Injectable()
export class OwnExampleQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** What the viewer wrote in the last 30 days, counted as in the figures of the group, from the events as they are now; null for whoever is no executive. */
  async of({ personId, roles }: Viewer): Promise<(Acts & { days: number }) | null> {
    if (!roles.includes('executive')) return null;
    const { manager } = this.dataSource;
    const today = Math.floor(Date.now() / dayMs);
    const acts = await executiveActsOn(manager, Array.from({ length: month }, (_, ago) => dayOf(today - ago)), personId);
    const courses = await coursesOf(manager, [personId, ...acts.flatMap(({ targetIds }) => targetIds)]);
    const wasExecutive = (id: string, day: Day): boolean => {
      const course = courses.get(id);
      return course !== undefined && placeOn(course, dayNumber(day)).level === 'executive';
    };
    const ofExecutive = acts.filter(({ day }) => wasExecutive(personId, day));
    return { days: month, ...actsOf(ofExecutive.map((act) => counted(act, (id) => wasExecutive(id, act.day)))) };
  }
}
