import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { AskMeAboutService } from '@parvis/people/server';
import { checkedId, Jobs, jobType, Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { expertsErrors } from '../experts.errors.ts';
import { HandoverQuery, isOffered, type HandoverTopic } from './handover.query.ts';
import { TopicTakeoverEntity } from './topic-takeover.entity.ts';

export const sweepTakeovers = jobType('experts.sweep-takeovers');

const maxKeyLength = 200;

/** Lets people take over topics of colleagues who left: each for themselves, several the same one. */
@Injectable()
export class HandoverService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly handovers: HandoverQuery,
    private readonly askMeAbout: AskMeAboutService,
  ) {}

  onModuleInit(): void {
    // What stands under « ask me about » stays; that it was once another's concerns nobody any more.
    this.jobs.every(sweepTakeovers, '41 3 * * *', async () => {
      await this.dataSource.query(`DELETE FROM topic_takeover taken USING person leaver WHERE leaver.id = taken.leaver_id AND (${isOffered('leaver')}) IS NOT TRUE`);
    });
  }

  /** Puts it under what the viewer may be asked about; again changes nothing. Errors: ID_INVALID, HANDOVER_NOT_FOUND, TOO_MANY_ITEMS. */
  async take(viewer: Viewer, leaver: string, key: string): Promise<HandoverTopic> {
    const leaverId = checkedId('leaverId', leaver);
    const { words } = await this.topic(viewer, leaverId, key);
    await this.transactions.run(async (tx) => {
      const isAdded = await this.askMeAbout.add(tx, viewer, words);
      // Of an earlier time that they left, the row is written anew.
      await tx.manager.query(
        `INSERT INTO topic_takeover (leaver_id, topic_key, taker_id, words, is_added, created_at) VALUES ($1, $2, $3, $4, $5, now())
         ON CONFLICT (leaver_id, topic_key, taker_id) DO UPDATE SET created_at = greatest(topic_takeover.created_at, excluded.created_at), is_added = topic_takeover.is_added OR excluded.is_added`,
        [leaverId, key, viewer.personId, words, isAdded],
      );
    });
    this.handovers.forget(viewer, leaverId);
    return this.topic(viewer, leaverId, key);
  }

  /** Takes it back, and off what the viewer may be asked about if it came there so. Null when the viewer does not see the topic (any more). Errors: ID_INVALID. */
  async giveBack(viewer: Viewer, leaver: string, key: string): Promise<HandoverTopic | null> {
    const leaverId = checkedId('leaverId', leaver);
    await this.transactions.run(async (tx) => {
      const own = { leaverId, topicKey: key, takerId: viewer.personId };
      const taken = await tx.manager.findOneBy(TopicTakeoverEntity, own);
      if (!taken) return;
      await tx.manager.delete(TopicTakeoverEntity, own);
      if (taken.isAdded && !(await this.stands(tx, taken))) await this.askMeAbout.remove(tx, viewer, taken.words);
    });
    this.handovers.forget(viewer, leaverId);
    return this.seen(viewer, leaverId, key);
  }

  /** Taken over from somebody else too, it stays, and goes with that one. */
  private async stands(tx: Transaction, { takerId, words }: TopicTakeoverEntity): Promise<boolean> {
    const [others]: [{ words: string }[], number] = await tx.manager.query(`UPDATE topic_takeover SET is_added = TRUE WHERE taker_id = $1 AND topic_key(words) = topic_key($2) RETURNING words`, [takerId, words]);
    return others.length > 0;
  }

  /** Missing, out of sight and no longer offered are answered alike. */
  private async topic(viewer: Viewer, leaverId: string, key: string): Promise<HandoverTopic> {
    const topic = await this.seen(viewer, leaverId, key);
    if (!topic) throw expertsErrors.handoverNotFound();
    return topic;
  }

  private async seen(viewer: Viewer, leaverId: string, key: string): Promise<HandoverTopic | null> {
    const topics = key.length > maxKeyLength ? [] : await this.handovers.topicsOf(viewer, leaverId);
    return topics.find((one) => one.key === key) ?? null;
  }
}
