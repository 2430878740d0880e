import { createHash } from 'node:crypto';

/** An idea that a juror reads. */
export interface Reading {
  ideaId: string;
  jurorId: string;
}

export interface SharedJury {
  /** How many jurors read each idea, at least. */
  readers: number;
  ideaIds: readonly string[];
  jurorIds: readonly string[];
  /** A juror has a part in the idea, or said so: they do not read it. */
  conflicts: readonly Reading[];
  /** Who was to read what so far. */
  held: readonly Reading[];
  /** What jurors have begun to judge: it stays theirs. */
  begun: readonly Reading[];
}

/**
 * Who reads which idea from now on: each as many jurors as it takes, or all who may where they are fewer, each juror as many ideas as the others, give or take one, as far as conflicts of interest and what was begun allow.
 * Who was to read what goes on doing so, as long as shares do not differ by more than two. The same jury comes to the same shares.
 */
export function sharesOf({ readers, ideaIds, jurorIds, conflicts, held, begun }: SharedJury): Reading[] {
  const shares = new Shares(inOrder(ideaIds), inOrder(jurorIds), new Set(conflicts.map(keyOf)));
  for (const reading of [...begun, ...held]) shares.add(reading);
  shares.fill(readers);
  shares.even(new Set([...begun, ...held].map(keyOf)));
  if (shares.areUneven()) shares.even(new Set(begun.map(keyOf)));
  return shares.readings();
}

const keyOf = ({ ideaId, jurorId }: Reading): string => `${ideaId}:${jurorId}`;
const lotOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE(0);
/** By chance, and always the same. */
const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)].toSorted((one, other) => lotOf(one) - lotOf(other) || (one < other ? -1 : 1));

class Shares {
  private readonly readersOf: Map<string, Set<string>>;
  private readonly ideasOf: Map<string, Set<string>>;

  constructor(
    private readonly ideaIds: readonly string[],
    private readonly jurorIds: readonly string[],
    private readonly conflicts: ReadonlySet<string>,
  ) {
    this.readersOf = new Map(ideaIds.map((id) => [id, new Set()]));
    this.ideasOf = new Map(jurorIds.map((id) => [id, new Set()]));
  }

  /** Of an idea that stands, by a juror who serves and may judge it. */
  add({ ideaId, jurorId }: Reading): void {
    if (!this.readersOf.has(ideaId) || !this.ideasOf.has(jurorId) || this.conflicts.has(keyOf({ ideaId, jurorId }))) return;
    this.readersOf.get(ideaId)?.add(jurorId);
    this.ideasOf.get(jurorId)?.add(ideaId);
  }

  /** Each missing reader is the juror who has least; of those who have the same, the next in turn. */
  fill(readers: number): void {
    for (const [turn, ideaId] of this.ideaIds.entries()) {
      const own = this.readersOf.get(ideaId) ?? new Set();
      const able = this.inTurn(turn * readers).filter((jurorId) => !own.has(jurorId) && !this.conflicts.has(keyOf({ ideaId, jurorId })));
      while (own.size < readers && able.length > 0) {
        const least = able.reduce((best, jurorId) => (this.load(jurorId) < this.load(best) ? jurorId : best));
        able.splice(able.indexOf(least), 1);
        this.add({ ideaId, jurorId: least });
      }
    }
  }

  /** Moves what is not fixed from those who have most to those who have least, until they differ by one or nothing can be moved. */
  even(fixed: ReadonlySet<string>): void {
    for (let moved = true; moved; ) {
      const byLoad = this.jurorIds.toSorted((one, other) => this.load(other) - this.load(one));
      moved = byLoad.some((from) => byLoad.toReversed().some((to) => this.load(from) - this.load(to) > 1 && this.move(from, to, fixed)));
    }
  }

  /** By more than what is worth to take from somebody what they were to read: two. */
  areUneven(): boolean {
    const loads = this.jurorIds.map(this.load);
    return Math.max(...loads) - Math.min(...loads) > 2;
  }

  readings(): Reading[] {
    return this.ideaIds.flatMap((ideaId) => [...(this.readersOf.get(ideaId) ?? [])].map((jurorId) => ({ ideaId, jurorId })));
  }

  private move(from: string, to: string, fixed: ReadonlySet<string>): boolean {
    const ideaId = this.ideaIds.find(
      (id) => this.ideasOf.get(from)?.has(id) && !this.ideasOf.get(to)?.has(id) && !fixed.has(keyOf({ ideaId: id, jurorId: from })) && !this.conflicts.has(keyOf({ ideaId: id, jurorId: to })),
    );
    if (ideaId === undefined) return false;
    this.readersOf.get(ideaId)?.delete(from);
    this.ideasOf.get(from)?.delete(ideaId);
    this.add({ ideaId, jurorId: to });
    return true;
  }

  private load = (jurorId: string): number => this.ideasOf.get(jurorId)?.size ?? 0;

  private inTurn(turn: number): string[] {
    const start = this.jurorIds.length === 0 ? 0 : turn % this.jurorIds.length;
    return [...this.jurorIds.slice(start), ...this.jurorIds.slice(0, start)];
  }
}
