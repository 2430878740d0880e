import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, perViewer, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { mobilityVisibleTo } from './mobility.access.ts';
import { MobilityEntity } from './mobility.entity.ts';

/** Who is open to another position, for HR, and never for those above them. */
@Injectable()
export class MobilityQuery {
  private readonly loader;

  constructor(private readonly dataSource: DataSource) {
    this.loader = perViewer(async (viewer: Viewer, ids: readonly string[]) => {
      const rows = await this.visibleTo(viewer).andWhere('mobility.person_id = ANY(:ids)', { ids }).getMany();
      return new Map(rows.map((row) => [row.personId, row]));
    });
  }

  private visibleTo(viewer: Viewer): SelectQueryBuilder<MobilityEntity> {
    return this.dataSource
      .createQueryBuilder(MobilityEntity, 'mobility')
      .where(mobilityVisibleTo('mobility.person_id', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when they did not say so, or the viewer may not know. */
  async of(viewer: Viewer, personId: string): Promise<MobilityEntity | null> {
    // Nobody else may know, whatever the rule says of whom: most readers of profiles are neither, and nothing is asked for them.
    const mayKnow = personId === viewer.personId || viewer.roles.includes('hr');
    return mayKnow ? this.loader(viewer).load(personId) : null;
  }

  /** Newest first, those who work here; null when the viewer is not of HR. One's own is not in it. */
  async list(viewer: Viewer, page: PageRequest): Promise<Connection<MobilityEntity> | null> {
    if (!viewer.roles.includes('hr')) return null;
    const open = this.visibleTo(viewer)
      .innerJoin('person', 'person', 'person.id = mobility.person_id AND person.deactivated_at IS NULL')
      .andWhere('mobility.person_id <> :viewerId');
    if (page.after) {
      const [toldAt, id] = decodeCursor(page.after, ['position', 'id']);
      open.andWhere('(mobility.told_at, mobility.person_id) < (to_timestamp(:toldAt / 1000.0), :afterId)', { toldAt, afterId: id });
    }
    const rows = await open
      .orderBy('mobility.toldAt', 'DESC')
      .addOrderBy('mobility.personId', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, (row) => encodeCursor(row.toldAt.getTime(), row.personId));
  }
}
