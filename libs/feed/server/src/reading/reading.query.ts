import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import type { FeedSource } from '../home/feed-source.ts';
import { FeedPositionEntity } from './feed-position.entity.ts';

/** Reads where the viewer is in their own feeds; nobody's but theirs. */
@Injectable()
export class ReadingQuery {
  constructor(private readonly dataSource: DataSource) {}

  async position(viewer: Viewer, source: FeedSource): Promise<FeedPositionEntity | null> {
    return this.dataSource.manager.findOneBy(FeedPositionEntity, { personId: viewer.personId, source });
  }
}
