import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { expertsErrors } from '../experts.errors.ts';
import { RequestService } from '../request/request.service.ts';
import { ExpertPreferenceEntity, type RequestPace } from './expert-preference.entity.ts';
import { ExpertPreferenceQuery, type ExpertPreference } from './expert-preference.query.ts';
import { RefusedTopicEntity } from './refused-topic.entity.ts';

export interface SaidTopic {
  words: string;
  skillId?: string | null;
}

/** What is left out, or null, stays. */
export interface PreferenceChange {
  isNeverProposed?: boolean | null;
  pace?: RequestPace | null;
  topics?: readonly SaidTopic[] | null;
}

interface ReadTopic extends Omit<RefusedTopicEntity, 'personId' | 'position'> {
  isKnown: boolean;
  saysNothing: boolean;
}

const maxTopics = 20;
const maxTopicLength = 60;

/** Lets people say what they accept to be asked: they alone read and change it, and nobody is told. */
@Injectable()
export class ExpertPreferenceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly preferences: ExpertPreferenceQuery,
    private readonly requests: RequestService,
  ) {}

  /** The viewer’s own. What waits for whoever is not to be proposed any more is over. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS, SKILL_NOT_FOUND, EXPERT_TOPIC_TOO_VAGUE, ID_INVALID. */
  async change({ personId }: Viewer, { isNeverProposed, pace, topics }: PreferenceChange): Promise<ExpertPreference> {
    const said = topics?.flatMap(readTopic);
    return this.transactions.run(async (tx) => {
      // Two tabs that change different things must both be heard.
      await tx.manager.query(`SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE`, [personId]);
      const kept = await this.preferences.of(personId, tx);
      await tx.manager.upsert(ExpertPreferenceEntity, { personId, isNeverProposed: isNeverProposed ?? kept.isNeverProposed, pace: pace ?? kept.pace }, ['personId']);
      if (said) await this.replaceTopics(tx, personId, said);
      if (isNeverProposed) await this.requests.endOf(tx, personId);
      return this.preferences.of(personId, tx);
    });
  }

  private async replaceTopics(tx: Transaction, personId: string, said: readonly object[]): Promise<void> {
    const read: ReadTopic[] = await tx.manager.query(readSql, [JSON.stringify(said)]);
    const topics = [...new Map(read.toReversed().map((topic) => [topic.folded, topic])).values()].toReversed();
    if (topics.length > maxTopics) throw platformErrors.tooManyItems('topics', maxTopics);
    for (const { words, isKnown, saysNothing } of topics) {
      if (!isKnown) throw expertsErrors.skillNotFound();
      if (saysNothing) throw expertsErrors.topicTooVague(words);
    }
    await tx.manager.delete(RefusedTopicEntity, { personId });
    const rows = topics.map(({ folded, words, tag, skillId }, position) => ({ personId, folded, words, tag, skillId, position }));
    if (rows.length > 0) await tx.manager.insert(RefusedTopicEntity, rows);
  }
}

// Words mean what a decision or the taxonomy says; a skill that was chosen stays whatever the words. A word that is empty in one language tells nothing in the other either.
const readSql = `
  SELECT said.words, said.folded, said.tag, coalesce(chosen.id, skill_of(said.folded)) AS "skillId", said."skillId" IS NULL OR chosen.id IS NOT NULL AS "isKnown",
    said.tag IS NULL AND said."skillId" IS NULL AND NOT EXISTS (
      SELECT 1 FROM unnest(string_to_array(said.folded, ' ')) word WHERE word ~ '[[:alnum:]]' AND numnode(plainto_tsquery('french', word)) > 0 AND numnode(plainto_tsquery('english', word)) > 0
    ) AS "saysNothing"
  FROM (SELECT *, skill_key(words) AS folded FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (words text, tag text, "skillId" uuid)) WITH ORDINALITY AS line(words, tag, "skillId", place)) said
  LEFT JOIN skill chosen ON chosen.id = said."skillId" ORDER BY said.place`;

function readTopic({ words, skillId }: SaidTopic): { words: string; tag: string | null; skillId: string | null }[] {
  const line = limited('topics', words.replace(/\s+/g, ' '), maxTopicLength);
  const tag = /^#([\p{L}\p{N}_-]+)$/u.exec(line)?.[1] ?? null;
  const named = line.replace(/^#+/, '').trim();
  return named ? [{ words: named, tag: tag?.toLowerCase() ?? null, skillId: skillId ? checkedId('topics', skillId) : null }] : [];
}
