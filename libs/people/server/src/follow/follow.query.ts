import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';

/** Reads who follows whom. Whom somebody follows is their own business: only numbers and the viewer's own are told. */
@Injectable()
export class FollowQuery {
  constructor(private readonly dataSource: DataSource) {}

  async followedByViewer(viewer: Viewer, personIds: readonly string[]): Promise<Map<string, true>> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT followee_id AS id FROM follow WHERE follower_id = $1 AND followee_id = ANY($2)`, [
      viewer.personId,
      personIds,
    ]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  async followerCounts(personIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await this.dataSource.query(
      `SELECT followee_id AS id, count(*)::int AS count FROM follow WHERE followee_id = ANY($1) GROUP BY followee_id`,
      [personIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async followeeIdsOf(personId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT followee_id AS id FROM follow WHERE follower_id = $1`, [personId]);
    return rows.map(({ id }) => id);
  }
}
