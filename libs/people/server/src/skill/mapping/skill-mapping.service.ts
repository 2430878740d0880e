import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, requiredLine, Transactions, type Transaction } from '@parvis/platform/server';
import { skillErrors } from '../skill.errors.ts';
import { maxSkillLength } from '../own/own-skill.service.ts';
import { SkillEntity } from '../taxonomy/skill.entity.ts';
import { requireSkillKeeper } from './skill-mapping.access.ts';
import { SkillMappingEntity } from './skill-mapping.entity.ts';

/** Decides what words mean that the taxonomy does not have; each decision can be taken back. */
@Injectable()
export class SkillMappingService {
  constructor(private readonly transactions: Transactions) {}

  /** The words mean that skill: for whoever has written them in their own sense, and for whoever will. Errors: FORBIDDEN, SKILL_NOT_FOUND, SKILL_WORDS_TAKEN, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID. */
  async map(viewer: Viewer, said: string, skillId: string): Promise<SkillMappingEntity> {
    requireSkillKeeper(viewer);
    const words = requiredLine('words', said, maxSkillLength);
    const id = checkedId('skillId', skillId);
    return this.transactions.run(async (tx) => {
      const [skill]: unknown[] = await tx.manager.query(`SELECT 1 FROM skill WHERE id = $1 AND retired_at IS NULL FOR SHARE`, [id]);
      if (!skill) throw skillErrors.notFound('skillId');
      return this.decide(tx, viewer, words, id);
    });
  }

  /** The words are a skill of the company's own, with a name in each language. Errors: FORBIDDEN, SKILL_WORDS_TAKEN, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async keep(viewer: Viewer, said: string, names: { fr: string; en: string }): Promise<SkillMappingEntity> {
    requireSkillKeeper(viewer);
    const words = requiredLine('words', said, maxSkillLength);
    const labels = [
      { language: 'fr', label: requiredLine('fr', names.fr, maxSkillLength) },
      { language: 'en', label: requiredLine('en', names.en, maxSkillLength) },
    ];
    return this.transactions.run(async (tx) => {
      const id = newId();
      await tx.manager.insert(SkillEntity, { id, uri: null, origin: 'company', retiredAt: null });
      await tx.manager.query(
        `INSERT INTO skill_label (skill_id, language, folded, label, is_preferred, of_edition)
         SELECT $1, language, skill_key(label), label, TRUE, FALSE FROM jsonb_to_recordset($2::jsonb) AS named(language text, label text)`,
        [id, JSON.stringify(labels)],
      );
      return this.decide(tx, viewer, words, id);
    });
  }

  /** Takes a decision back: the words mean what the taxonomy says, or nothing yet. Errors: FORBIDDEN, SKILL_MAPPING_NOT_FOUND. */
  async undo(viewer: Viewer, key: string): Promise<void> {
    requireSkillKeeper(viewer);
    await this.transactions.run(async (tx) => {
      const [removed]: [{ skill_id: string }[]] = await tx.manager.query(`DELETE FROM skill_mapping WHERE folded = $1 RETURNING skill_id`, [key.replaceAll('\u0000', '')]);
      const skillId = removed[0]?.skill_id;
      if (!skillId) throw skillErrors.mappingNotFound();
      for (const table of ['person_skill', 'skill_endorsement']) {
        await tx.manager.query(`UPDATE ${table} SET skill_id = NULL WHERE folded = $1 AND skill_id = $2`, [key, skillId]);
      }
      // A skill that the company had made of these words goes with them, unless it has come to be used by other words.
      await tx.manager.query(
        `DELETE FROM skill WHERE id = $1 AND origin = 'company' AND ${['person_skill', 'skill_mapping', 'skill_endorsement'].map((table) => `NOT EXISTS (SELECT 1 FROM ${table} used WHERE used.skill_id = $1)`).join(' AND ')}`,
        [skillId],
      );
      for (const table of ['person_skill', 'skill_endorsement']) {
        await tx.manager.query(`UPDATE ${table} SET skill_id = skill_of(folded) WHERE folded = $1 AND skill_id IS NULL AND skill_of(folded) IS NOT NULL`, [key]);
      }
    });
  }

  private async decide(tx: Transaction, viewer: Viewer, words: string, skillId: string): Promise<SkillMappingEntity> {
    // Two administrators may decide about the same words in the same second: the first decision stands until it is taken back.
    const [row]: { folded: string }[] = await tx.manager.query(
      `INSERT INTO skill_mapping (folded, words, skill_id, mapped_by_id, mapped_at) VALUES (skill_key($1), $1, $2, $3, date_trunc('milliseconds', now()))
       ON CONFLICT (folded) DO NOTHING RETURNING folded`,
      [words, skillId, viewer.personId],
    );
    if (!row) throw skillErrors.wordsTaken();
    for (const table of ['person_skill', 'skill_endorsement']) {
      await tx.manager.query(`UPDATE ${table} SET skill_id = $2 WHERE folded = $1 AND skill_id IS NULL`, [row.folded, skillId]);
    }
    return tx.manager.findOneByOrFail(SkillMappingEntity, { folded: row.folded });
  }
}
