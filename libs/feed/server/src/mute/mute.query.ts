import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { muteIsInForce } from './mute.access.ts';
import { MuteEntity } from './mute.entity.ts';

/** What somebody may have muted of something written: who wrote it, where, and its hashtags. */
export interface Mutable {
  authorId: string;
  communityId: string | null;
  tags: readonly string[];
}

/** Reads mutes. Each is told to nobody but whoever made it; other domains may only ask who is not to be told of something. */
@Injectable()
export class MuteQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** The viewer's own that are in force, the newest first. */
  async own(viewer: Viewer, page: PageRequest): Promise<Connection<MuteEntity>> {
    const mutes = this.dataSource
      .createQueryBuilder(MuteEntity, 'mute')
      .where('mute.person_id = :viewerId', { viewerId: viewer.personId })
      .andWhere(muteIsInForce('mute'));
    if (page.after) mutes.andWhere('mute.id < :before', { before: decodeCursor(page.after, ['id'])[0] });
    const rows = await mutes.orderBy('mute.id', 'DESC').limit(page.first + 1).getMany();
    return connection(rows, page, ({ id }) => encodeCursor(id));
  }

  /** All that somebody has muted at the moment. */
  async ofPerson(personId: string): Promise<MuteEntity[]> {
    return this.dataSource.createQueryBuilder(MuteEntity, 'mute').where('mute.person_id = :personId', { personId }).andWhere(muteIsInForce('mute')).getMany();
  }

  /** Everybody who has muted the author, the community or a hashtag of something written; of `among` only, when given. */
  async mutersOf({ authorId, communityId, tags }: Mutable, among?: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT mute.person_id AS id FROM mute
       WHERE (mute.muted_person_id = $1 OR mute.community_id = $2 OR mute.tag = ANY ($3)) AND ${muteIsInForce('mute')}
         AND ($4::uuid[] IS NULL OR mute.person_id = ANY ($4))`,
      [authorId, communityId, tags, among ?? null],
    );
    return rows.map(({ id }) => id);
  }
}
