import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource, In, type EntityManager } from 'typeorm';
import { BallotEntity } from '../vote/ballot.entity.ts';
import { IdeaSupportEntity } from './idea-support.entity.ts';

/** How many ideas that stand in each campaign somebody supports. One that was put away or taken back gives its support back. */
export async function supportsUsed(manager: EntityManager, viewer: Viewer, campaignIds: readonly string[]): Promise<Map<string, number>> {
  const rows: { id: string; count: number }[] = await manager.query(
    `SELECT idea.campaign_id AS id, count(*)::int AS count FROM idea_support given JOIN idea ON idea.id = given.idea_id
     WHERE given.person_id = $1 AND idea.campaign_id = ANY($2) AND idea.state = 'submitted' GROUP BY idea.campaign_id`,
    [viewer.personId, campaignIds],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** What the viewer supports, of ideas and campaigns that the caller has let them see. Nothing here tells of anybody else. */
@Injectable()
export class SupportQuery {
  private readonly supported;
  private readonly room;

  constructor(private readonly dataSource: DataSource) {
    this.supported = perViewer((viewer: Viewer, ideaIds: readonly string[]) => this.supportedBy(viewer, ideaIds));
    this.room = perViewer((viewer: Viewer, campaignIds: readonly string[]) => this.roomOf(viewer, campaignIds));
  }

  isSupported = async (viewer: Viewer, ideaId: string): Promise<boolean> => (await this.supported(viewer).load(ideaId)) ?? false;

  /** How many ideas of a campaign the viewer may support besides; null: as many as they like. */
  async supportsLeft(viewer: Viewer, campaignId: string): Promise<number | null> {
    const room = await this.room(viewer).load(campaignId);
    return room === null ? null : Math.max(room, 0);
  }

  /** How many ideas of a campaign the viewer supports beyond what it allows. */
  supportsOver = async (viewer: Viewer, campaignId: string): Promise<number> => Math.max(-((await this.room(viewer).load(campaignId)) ?? 0), 0);

  private async supportedBy(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, boolean>> {
    const given = await this.dataSource.manager.findBy(IdeaSupportEntity, { ideaId: In([...ideaIds]), personId: viewer.personId });
    return new Map(given.map(({ ideaId }) => [ideaId, true]));
  }

  /** Below nothing where ideas came back that were merged, withdrawn or elsewhere: what was given in good faith stays until the viewer takes it back. */
  private async roomOf(viewer: Viewer, campaignIds: readonly string[]): Promise<Map<string, number>> {
    const ballots = await this.dataSource.manager.findBy(BallotEntity, { campaignId: In([...campaignIds]), kind: 'support' });
    const limits = ballots.flatMap(({ campaignId, maxSupports }) => (maxSupports === null ? [] : [{ campaignId, maxSupports }]));
    if (limits.length === 0) return new Map();
    const used = await supportsUsed(this.dataSource.manager, viewer, limits.map(({ campaignId }) => campaignId));
    return new Map(limits.map(({ campaignId, maxSupports }) => [campaignId, maxSupports - (used.get(campaignId) ?? 0)]));
  }
}
