import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';

/** A kind of thing that people write and that their page lists. The domain that owns it registers it. */
export interface ContributionKind {
  /** As pages call it: lower case and hyphens. */
  kind: string;
  /** SQL expression, int: how many of the person’s the viewer may see. The arguments are SQL expressions of ids. */
  countOf(person: string, viewer: string): string;
}

export interface ContributionCount {
  kind: string;
  count: number;
}

/** What people wrote, counted by each kind’s own rule of who sees it: all kinds in one SQL. */
@Injectable()
export class Contributions {
  private readonly kinds = new Map<string, ContributionKind>();
  private readonly counts;

  constructor(dataSource: DataSource) {
    this.counts = perViewer(async (viewer: Viewer, ids: readonly string[]) => {
      if (this.kinds.size === 0) return new Map<string, ContributionCount[]>();
      const told = [...this.kinds.values()].map(({ kind, countOf }) => `'${kind}', ${countOf('wanted.id', '$1::uuid')}`);
      const rows: { id: string; counts: Record<string, number> }[] = await dataSource.query(
        `SELECT wanted.id, jsonb_build_object(${told.join(', ')}) AS counts FROM unnest($2::uuid[]) AS wanted (id)`,
        [viewer.personId, ids],
      );
      return new Map(rows.map(({ id, counts }) => [id, [...this.kinds.keys()].map((kind) => ({ kind, count: counts[kind] ?? 0 }))]));
    });
  }

  register(kind: ContributionKind): void {
    this.kinds.set(kind.kind, kind);
  }

  of = async (viewer: Viewer, personId: string): Promise<ContributionCount[]> => (await this.counts(viewer).load(personId)) ?? [];
}
