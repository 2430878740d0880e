import type { DataSource } from 'typeorm';
import { decodeMembers, type Members } from './members.ts';

/** A community and who is in it. */
export interface KnownCommunity {
  id: string;
  /** By which days name it: its own, then those of communities that were merged into it. */
  numbers: number[];
  /** Days since 1970: the one on which it was created, and the one on which it came to rest (null: it has not). */
  created: number;
  archived: number | null;
  members: Members;
}

interface CommunityRow extends Omit<KnownCommunity, 'numbers' | 'members'> {
  number: number;
  rolledUpAt: string;
  isOwn: boolean;
}

const rowsSql = `
  SELECT community.id, made.number, made.community_id = community.id AS "isOwn", made.rolled_up_at::text AS "rolledUpAt",
    (community.created_at AT TIME ZONE 'UTC')::date - date '1970-01-01' AS created, (community.archived_at AT TIME ZONE 'UTC')::date - date '1970-01-01' AS archived
  FROM engagement_community made LEFT JOIN community_redirect merged ON merged.from_id = made.community_id JOIN community ON community.id = coalesce(merged.into_id, made.community_id)
  ORDER BY "isOwn" DESC, made.number`;

/** Who is in each community, kept in memory: those are fetched again in which it has changed. Whoever asks at the same time shares a reading. */
export class RolledMembers {
  private reading: Promise<readonly KnownCommunity[]> | undefined;
  private kept = new Map<string, { rolledUpAt: string; members: Members }>();

  constructor(private readonly dataSource: DataSource) {}

  read(): Promise<readonly KnownCommunity[]> {
    this.reading ??= this.readAnew().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readAnew(): Promise<KnownCommunity[]> {
    const rows: CommunityRow[] = await this.dataSource.query(rowsSql);
    const own = rows.filter(({ isOwn }) => isOwn);
    const missing = own.filter(({ id, rolledUpAt }) => this.kept.get(id)?.rolledUpAt !== rolledUpAt).map(({ id }) => id);
    const fetched: { id: string; rolledUpAt: string; members: Buffer }[] = missing.length
      ? await this.dataSource.query(`SELECT community_id AS id, rolled_up_at::text AS "rolledUpAt", members FROM engagement_community WHERE community_id = ANY ($1::uuid[])`, [missing])
      : [];
    for (const { id, rolledUpAt, members } of fetched) this.kept.set(id, { rolledUpAt, members: decodeMembers(members) });
    this.kept = new Map(own.flatMap(({ id }) => (this.kept.has(id) ? [[id, this.kept.get(id) as { rolledUpAt: string; members: Members }]] : [])));
    const numbers = Map.groupBy(rows, ({ id }) => id);
    return own.flatMap(({ id, created, archived }) => {
      const known = this.kept.get(id);
      return known ? { id, numbers: (numbers.get(id) ?? []).map(({ number }) => number), created, archived, members: known.members } : [];
    });
  }
}

/** Things about communities, each by all numbers by which days name its community. */
export function byNumber<T>(those: readonly T[], numbersOf: (one: T) => readonly number[]): (T | undefined)[] {
  const found: (T | undefined)[] = [];
  for (const one of those) for (const number of numbersOf(one)) found[number] = one;
  return found;
}
