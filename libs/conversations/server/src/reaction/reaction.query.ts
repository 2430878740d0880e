import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { reactionKinds, type ReactionKind } from './reaction.entity.ts';

export interface ReactionCount {
  kind: ReactionKind;
  count: number;
}

export interface ReactionSummary {
  reactions: ReactionCount[];
  viewerReaction: ReactionKind | null;
}

export const noReaction: ReactionSummary = { reactions: [], viewerReaction: null };

/** Reads reactions of subjects that the caller has let the viewer see. */
@Injectable()
export class ReactionQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts by kind in the order of the kinds, and the viewer's own. */
  async summaries(viewer: Viewer, subjectIds: readonly string[]): Promise<Map<string, ReactionSummary>> {
    const rows: { id: string; kind: ReactionKind; count: number; own: boolean }[] = await this.dataSource.query(
      `SELECT subject_id AS id, kind, count(*)::int AS count, bool_or(person_id = $1) AS own
       FROM reaction WHERE subject_id = ANY($2) GROUP BY subject_id, kind`,
      [viewer.personId, subjectIds],
    );
    const bySubject = Map.groupBy(rows, (row) => row.id);
    return new Map(
      subjectIds.map((id) => {
        const found = bySubject.get(id);
        if (!found) return [id, noReaction];
        const reactions = found.map(({ kind, count }) => ({ kind, count })).sort((a, b) => reactionKinds.indexOf(a.kind) - reactionKinds.indexOf(b.kind));
        return [id, { reactions, viewerReaction: found.find((row) => row.own)?.kind ?? null }];
      }),
    );
  }
}
