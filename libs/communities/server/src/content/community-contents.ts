import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';

/** Something that higher domains keep in communities. Arguments are SQL expressions for the community’s id, answers SQL expressions. */
export interface CommunityContent {
  /** What it is called in the words of pages: « post ». */
  kind: string;
  /** How many of it a member of the community can read. */
  countIn(communityId: string): string;
  /** When the newest of it came; null when there is none. */
  latestIn(communityId: string): string;
  /** Gives everything of one community to another, in the transaction of a merge. */
  move(tx: Transaction, way: { from: string; into: string }): Promise<void>;
}

/** What hangs on a community without being in it (settings of people): follows it in a merge, or goes. */
export type MoveAlong = (tx: Transaction, way: { from: string; into: string }) => Promise<void>;

export interface ContentCount {
  kind: string;
  count: number;
}

/** What is in communities, told by the domains that own it: counted before it is disclosed, moved when two communities become one. */
@Injectable()
export class CommunityContents {
  private readonly kinds: CommunityContent[] = [];
  private readonly moves: MoveAlong[] = [];

  register(content: CommunityContent): void {
    this.kinds.push(content);
  }

  /** For what hangs on communities without being in them. */
  registerMove(move: MoveAlong): void {
    this.moves.push(move);
  }

  async counts(tx: Pick<Transaction, 'manager'>, communityId: string): Promise<ContentCount[]> {
    if (this.kinds.length === 0) return [];
    const columns = this.kinds.map(({ countIn }, i) => `(${countIn('$1::uuid')})::int AS "${i}"`);
    const [row]: Record<string, number>[] = await tx.manager.query(`SELECT ${columns.join(', ')}`, [communityId]);
    return this.kinds.map(({ kind }, i) => ({ kind, count: row?.[i] ?? 0 }));
  }

  /** SQL expression: when something last came; null when nothing ever did. */
  latestIn(communityId: string): string {
    const latest = this.kinds.map((content) => `(${content.latestIn(communityId)})`);
    return latest.length === 0 ? 'NULL::timestamptz' : `greatest(${latest.join(', ')})`;
  }

  async move(tx: Transaction, way: { from: string; into: string }): Promise<void> {
    for (const content of this.kinds) await content.move(tx, way);
    for (const move of this.moves) await move(tx, way);
  }
}

export const totalOf = (counts: readonly ContentCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);
