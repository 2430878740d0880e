import { Injectable } from '@nestjs/common';
import { PersonOwners, type Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { profileEdited } from '../../people.events.ts';
import { skillErrors } from '../skill.errors.ts';
import { levelNumber, type SkillLevel } from './skill-level.ts';

export interface SaidSkill {
  words: string;
  skillId?: string | null;
  level?: SkillLevel | null;
}

interface ReadSkill {
  id: string;
  words: string;
  folded: string;
  skillId: string | null;
  level: number | null;
  /** That the skill which was chosen is one. */
  isKnown: boolean;
}

const maxSkills = 30;
export const maxSkillLength = 60;

/** Lets people say what they can do. */
@Injectable()
export class OwnSkillService {
  constructor(
    private readonly transactions: Transactions,
    private readonly owners: PersonOwners,
  ) {}

  /** All that the viewer says they can do, in this order. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS, SKILL_TWICE, SKILL_NOT_FOUND, ID_INVALID. */
  async say(viewer: Viewer, said: readonly SaidSkill[]): Promise<void> {
    const checked = said.flatMap(({ words, skillId, level }) => {
      const line = limited('skills', words.replace(/\s+/g, ' '), maxSkillLength);
      return line ? { id: newId(), words: line, skillId: skillId ? checkedId('skills', skillId) : null, level: levelNumber(level) } : [];
    });
    await this.transactions.run(async (tx) => {
      const skills = distinct(await this.read(tx, checked));
      if (skills.length > maxSkills) throw platformErrors.tooManyItems('skills', maxSkills);
      // Keeps two saves of one person apart.
      await tx.manager.query(`SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE`, [viewer.personId]);
      await this.owners.claim(tx, viewer.personId, ['skills']);
      await this.write(tx, viewer.personId, skills);
      tx.emit(profileEdited({ personId: viewer.personId }));
    });
  }

  private async read(tx: Transaction, checked: readonly object[]): Promise<ReadSkill[]> {
    return tx.manager.query(
      `SELECT said.id, said.words, said.folded, said.level, coalesce(chosen.id, skill_of(said.folded)) AS "skillId", said."skillId" IS NULL OR chosen.id IS NOT NULL AS "isKnown"
       FROM (SELECT *, skill_key(words) AS folded FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, words text, "skillId" uuid, level smallint)) WITH ORDINALITY AS line(id, words, "skillId", level, place)) said
       LEFT JOIN skill chosen ON chosen.id = said."skillId" ORDER BY said.place`,
      [JSON.stringify(checked)],
    );
  }

  private async write(tx: Transaction, personId: string, skills: readonly ReadSkill[]): Promise<void> {
    await tx.manager.query(`DELETE FROM person_skill WHERE person_id = $1 AND folded <> ALL($2)`, [personId, skills.map(({ folded }) => folded)]);
    await tx.manager.query(
      `INSERT INTO person_skill (id, person_id, skill_id, words, folded, level, position)
       SELECT id, $1, "skillId", words, folded, level, position FROM jsonb_to_recordset($2::jsonb) AS said(id uuid, words text, folded text, "skillId" uuid, level smallint, position smallint)
       ON CONFLICT (person_id, folded) DO UPDATE SET skill_id = excluded.skill_id, words = excluded.words, level = excluded.level, position = excluded.position`,
      [personId, JSON.stringify(skills.map((skill, position) => ({ ...skill, position })))],
    );
  }
}

/** The same words count once; two words for one skill are refused, for the person knows which they prefer. */
function distinct(skills: readonly ReadSkill[]): ReadSkill[] {
  const byWords = new Map<string, ReadSkill>();
  const bySkill = new Map<string, ReadSkill>();
  for (const skill of skills) {
    if (!skill.isKnown) throw skillErrors.notFound();
    if (byWords.has(skill.folded)) continue;
    byWords.set(skill.folded, skill);
    const other = skill.skillId === null ? undefined : bySkill.get(skill.skillId);
    if (other) throw skillErrors.twice(other.words, skill.words);
    if (skill.skillId !== null) bySkill.set(skill.skillId, skill);
  }
  return [...byWords.values()];
}
