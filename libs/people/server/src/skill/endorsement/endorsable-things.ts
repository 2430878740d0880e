import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { isId } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';

/** Something that somebody wrote, as it is shown where they are recommended for it. */
export interface EndorsableThing {
  type: string;
  id: string;
  /** Its title, or its first words. */
  words: string;
  /** What has a page: the thing, or what it hangs on. */
  targetType: string;
  targetId: string;
}

/** A kind of thing that somebody may be recommended for. The domain that owns it registers it. The arguments of the rules are SQL expressions. */
export interface EndorsableKind {
  type: string;
  /** SQL condition: the thing with this id exists and the viewer may see it. */
  visibleTo(id: string, viewer: string): string;
  /** SQL condition: the thing with this id exists, whoever may see it. */
  isThere(id: string): string;
  /** SQL condition: the person wrote it. */
  writtenBy(id: string, person: string): string;
  /** SQL query of the ids and times (`id`, `created_at`) of what the person wrote, the newest first, at most so many. */
  newestOf(person: string, most: number): string;
  /** The things as they are shown; whoever asks has checked that the viewer may see them. */
  read(ids: readonly string[]): Promise<EndorsableThing[]>;
}

/** What people may be recommended for: made of each kind's own rules. */
@Injectable()
export class EndorsableThings {
  private readonly kinds = new Map<string, EndorsableKind>();

  constructor(private readonly dataSource: DataSource) {}

  register(kind: EndorsableKind): void {
    this.kinds.set(kind.type, kind);
  }

  /** SQL condition over columns that name a thing. */
  visibleTo(typeColumn: string, idColumn: string, viewer: string): string {
    return this.byKind(typeColumn, (kind) => kind.visibleTo(idColumn, viewer));
  }

  /** SQL condition over columns that name a thing: it exists, whoever may see it. */
  isThere(typeColumn: string, idColumn: string): string {
    return this.byKind(typeColumn, (kind) => kind.isThere(idColumn));
  }

  /** Whether the thing is there for the viewer, and whether the person wrote it. */
  async check(manager: EntityManager, viewer: Viewer, thing: { type: string; id: string }, personId: string): Promise<{ isVisible: boolean; isTheirs: boolean }> {
    const kind = this.kinds.get(thing.type);
    if (!kind || !isId(thing.id)) return { isVisible: false, isTheirs: false };
    const [row]: { isVisible: boolean; isTheirs: boolean }[] = await manager.query(
      `SELECT ${kind.visibleTo('$1::uuid', '$2::uuid')} AS "isVisible", ${kind.writtenBy('$1::uuid', '$3::uuid')} AS "isTheirs"`,
      [thing.id, viewer.personId, personId],
    );
    return row ?? { isVisible: false, isTheirs: false };
  }

  /** What the person wrote last, of every kind, as far as the viewer may see it. */
  async newestOf(viewer: Viewer, personId: string, most: number): Promise<EndorsableThing[]> {
    if (this.kinds.size === 0) return [];
    // Somebody's newest may all be where the viewer is not: more are looked at than are shown.
    const parts = [...this.kinds.values()].map(
      (kind) => `(SELECT '${kind.type}' AS type, own.id, own.created_at FROM (${kind.newestOf('$1::uuid', 20 * most)}) own WHERE ${kind.visibleTo('own.id', '$2::uuid')} ORDER BY own.created_at DESC LIMIT ${most})`,
    );
    const rows: { type: string; id: string }[] = await this.dataSource.query(`SELECT type, id FROM (${parts.join(' UNION ALL ')}) written ORDER BY created_at DESC, id LIMIT ${most}`, [personId, viewer.personId]);
    const read = await this.read(rows);
    return rows.flatMap(({ id }) => read.get(id) ?? []);
  }

  /** Ids are of one kind alone. */
  async read(things: readonly { type: string; id: string }[]): Promise<Map<string, EndorsableThing>> {
    const byType = Map.groupBy(things, ({ type }) => type);
    const read = await Promise.all([...byType].map(([type, some]) => this.kinds.get(type)?.read(some.map(({ id }) => id)) ?? []));
    return new Map(read.flat().map((thing) => [thing.id, thing]));
  }

  /** Those among them that the viewer may see. */
  async readVisible(viewer: Viewer, things: readonly { type: string; id: string }[]): Promise<Map<string, EndorsableThing>> {
    const visible: { type: string; id: string }[] = await this.dataSource.query(
      `SELECT named.type, named.id FROM unnest($1::text[], $2::uuid[]) named(type, id) WHERE ${this.visibleTo('named.type', 'named.id', '$3::uuid')}`,
      [things.map(({ type }) => type), things.map(({ id }) => id), viewer.personId],
    );
    return this.read(visible);
  }

  private byKind(typeColumn: string, condition: (kind: EndorsableKind) => string): string {
    const cases = [...this.kinds.values()].map((kind) => `WHEN '${kind.type}' THEN ${condition(kind)}`);
    return cases.length === 0 ? 'FALSE' : `(CASE ${typeColumn} ${cases.join(' ')} ELSE FALSE END)`;
  }
}
