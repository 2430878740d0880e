import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Transactions, type Transaction } from '@parvis/platform/server';
import { CommunityBannerMedia } from '../adapters/community-banner.media.ts';
import { closeForMerge } from '../break-glass/break-glass-clock.ts';
import { recordChange } from '../change/record-change.ts';
import { communityErrors } from '../communities.errors.ts';
import { communityMerged } from '../communities.events.ts';
import { CommunityLock } from '../community/community-lock.ts';
import { CommunityEntity } from '../community/community.entity.ts';
import { requireLive } from '../community/community.policy.ts';
import { CommunityContents, totalOf, type ContentCount } from '../content/community-contents.ts';
import { MembersMove } from './members-move.ts';

export interface Merge {
  /** What is no more afterwards. */
  fromId: string;
  /** What holds everything afterwards. */
  intoId: string;
}

/** What a merge would do, told before it is done. */
export interface MergePreview {
  from: CommunityEntity;
  into: CommunityEntity;
  contents: ContentCount[];
  contentCount: number;
  /** How many people of the first are not in the second yet: they come in. */
  newMemberCount: number;
  /** How many people of the second are not in the first: they read what is in it from then on. */
  newReaderCount: number;
  /** Whether everybody will read what some could not. */
  isReadByAll: boolean;
}

/** Makes one community of two, in one transaction. It cannot be undone, so it is done knowingly. */
@Injectable()
export class CommunityMergeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CommunityLock,
    private readonly contents: CommunityContents,
    private readonly members: MembersMove,
    private readonly bannerMedia: CommunityBannerMedia,
  ) {}

  /** Errors: those of `merge`, but for COMMUNITY_DISCLOSURE_UNCONFIRMED. */
  async preview(viewer: Viewer, merge: Merge): Promise<MergePreview> {
    return this.transactions.run(async (tx) => this.previewOf(tx, await this.lockBoth(tx, viewer, merge)));
  }

  /**
   * For who animates both, or IT of open ones: a merge lets people read who could not, and looking after Parvis is no way into what others say among themselves. `confirmedContentCount` is what they were told would move.
   * Errors: ID_INVALID, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_MERGE_SAME, COMMUNITY_ARCHIVED (the second), COMMUNITY_DISCLOSURE_UNCONFIRMED.
   */
  async merge(viewer: Viewer, { confirmedContentCount, ...merge }: Merge & { confirmedContentCount: number }): Promise<CommunityEntity> {
    return this.transactions.run(async (tx) => {
      const both = await this.lockBoth(tx, viewer, merge);
      const { contentCount } = await this.previewOf(tx, both);
      if (confirmedContentCount < contentCount) throw communityErrors.disclosureUnconfirmed(contentCount);
      const { from, into } = both;
      const memberIds = await this.members.move(tx, both);
      await this.contents.move(tx, { from: from.id, into: into.id });
      await closeForMerge(tx, { from: from.id, into: into.id });
      await moveTheRest(tx, both);
      await this.bannerMedia.discard(tx, from.id);
      await requireNothingLeft(tx, from.id);
      await tx.manager.delete(CommunityEntity, { id: from.id });
      await recordChange(tx, { communityId: into.id, actorId: viewer.personId, kind: 'merged', before: from.name });
      tx.emit(communityMerged({ fromId: from.id, fromName: from.name, intoId: into.id, personId: viewer.personId, newMemberIds: memberIds }));
      return tx.manager.findOneByOrFail(CommunityEntity, { id: into.id });
    });
  }

  /** In the order of their ids, so that two merges of the same two wait for each other rather than for ever. */
  private async lockBoth(tx: Transaction, viewer: Viewer, merge: Merge): Promise<{ from: CommunityEntity; into: CommunityEntity }> {
    const ids = { fromId: checkedId('fromId', merge.fromId).toLowerCase(), intoId: checkedId('intoId', merge.intoId).toLowerCase() };
    if (ids.fromId === ids.intoId) throw communityErrors.mergeSame();
    const locked = new Map<string, CommunityEntity>();
    const isOfIt = viewer.roles.includes('it');
    for (const id of [ids.fromId, ids.intoId].sort()) {
      locked.set(id, isOfIt ? await this.lock.forViewer(tx, viewer, id) : await this.lock.forAnimator(tx, viewer, id));
    }
    const [from, into] = [locked.get(ids.fromId), locked.get(ids.intoId)];
    if (!from || !into) throw communityErrors.notFound();
    for (const { id, visibility } of [from, into]) {
      if (visibility !== 'open' && (await this.lock.roleOf(tx, viewer.personId, id)) !== 'animator') throw communityErrors.notAnimator();
    }
    requireLive(into);
    return { from, into };
  }

  private async previewOf(tx: Transaction, { from, into }: { from: CommunityEntity; into: CommunityEntity }): Promise<MergePreview> {
    const contents = await this.contents.counts(tx, from.id);
    const [newMemberCount, newReaderCount] = [await this.members.countOnlyIn(tx, from.id, into.id), await this.members.countOnlyIn(tx, into.id, from.id)];
    return { from, into, contents, contentCount: totalOf(contents), newMemberCount, newReaderCount, isReadByAll: into.visibility === 'open' && from.visibility !== 'open' };
  }
}

const maxTopics = 10;

/** Topics, history, the addresses that led to the first one, and what an import called it. */
async function moveTheRest(tx: Transaction, { from, into }: { from: CommunityEntity; into: CommunityEntity }): Promise<void> {
  const isNew = (topic: string): boolean => !into.topics.some((own) => own.toLowerCase() === topic.toLowerCase());
  const topics = [...into.topics, ...from.topics.filter(isNew)].slice(0, maxTopics);
  await tx.manager.query('UPDATE community SET topics = $2, topic_keys = ARRAY(SELECT fold(topic) FROM unnest($2::text[]) topic) WHERE id = $1', [into.id, topics]);
  await tx.manager.query('UPDATE community_change SET community_id = $2 WHERE community_id = $1', [from.id, into.id]);
  await tx.manager.query('UPDATE community_redirect SET into_id = $2 WHERE into_id = $1', [from.id, into.id]);
  await tx.manager.query('INSERT INTO community_redirect (from_id, into_id, merged_at) VALUES ($1, $2, now())', [from.id, into.id]);
  await tx.manager.query(`UPDATE import_reference SET id = $2 WHERE kind = 'community' AND id = $1`, [from.id, into.id]);
}

/**
 * A domain that keeps something in communities and registered no mover would lose it with the row, or stop the merge by its foreign key:
 * whatever still points there is a bug of that domain, and nothing is done.
 */
async function requireNothingLeft(tx: Transaction, communityId: string): Promise<void> {
  const references: { table: string; column: string }[] = await tx.manager.query(
    `SELECT key.conrelid::regclass::text AS "table", quote_ident(attribute.attname) AS "column"
     FROM pg_constraint key JOIN pg_attribute attribute ON attribute.attrelid = key.conrelid AND attribute.attnum = key.conkey[1]
     WHERE key.contype = 'f' AND key.confrelid = 'community'::regclass`,
  );
  for (const { table, column } of references) {
    const [left] = await tx.manager.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 LIMIT 1`, [communityId]);
    if (left) throw new Error(`The merge of a community would lose what is in ${table}: its domain must register with CommunityContents.`);
  }
}
