import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { peopleErrors } from '../../people.errors.ts';
import { skillEndorsed } from '../../people.events.ts';
import { maxSkillLength } from '../own/own-skill.service.ts';
import { skillErrors } from '../skill.errors.ts';
import { EndorsableThings } from './endorsable-things.ts';
import { SkillEndorsementEntity } from './skill-endorsement.entity.ts';

export interface Endorsement {
  personId: string;
  words: string;
  skillId?: string | null;
  thing: { type: string; id: string };
}

/** Lets people recommend each other for what they can do, and take it back. */
@Injectable()
export class SkillEndorsementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly things: EndorsableThings,
  ) {}

  /** Errors: ENDORSEMENT_SELF, PERSON_NOT_FOUND, ENDORSED_THING_NOT_FOUND, ENDORSED_THING_OF_ANOTHER, ENDORSED_ALREADY, SKILL_NOT_FOUND, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID. */
  async endorse(viewer: Viewer, { personId: told, words: said, skillId, thing }: Endorsement): Promise<string> {
    const personId = checkedId('personId', told);
    const words = limited('words', said.replace(/\s+/g, ' '), maxSkillLength);
    if (!words) throw platformErrors.textRequired('words');
    const chosen = skillId ? checkedId('skillId', skillId) : null;
    if (personId === viewer.personId.toLowerCase()) throw skillErrors.endorsementSelf();
    return this.transactions.run(async (tx) => {
      // Also keeps two clicks of one person apart.
      await tx.manager.query(`SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE`, [viewer.personId]);
      await this.requireThing(tx, viewer, personId, thing);
      const { folded, meant } = await this.meaning(tx, words, chosen);
      await this.requireFirst(tx, viewer, { personId, folded, meant });
      const id = newId();
      await tx.manager.insert(SkillEndorsementEntity, {
        id, endorserId: viewer.personId, personId, skillId: meant, words, folded, thingType: thing.type, thingId: thing.id.toLowerCase(), createdAt: new Date(), hiddenAt: null,
      });
      tx.emit(skillEndorsed({ endorsementId: id, endorserId: viewer.personId, personId }));
      return id;
    });
  }

  /** Takes one's own back; returns whom it was for. Errors: ENDORSEMENT_NOT_FOUND, ID_INVALID. */
  async withdraw(viewer: Viewer, id: string): Promise<string> {
    const checked = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      const [rows]: [{ person_id: string }[]] = await tx.manager.query(`DELETE FROM skill_endorsement WHERE id = $1 AND endorser_id = $2 RETURNING person_id`, [checked, viewer.personId]);
      if (!rows[0]) throw skillErrors.endorsementNotFound();
      return rows[0].person_id;
    });
  }

  /** Hides one that the viewer was given from everybody else, or shows it again. Errors: ENDORSEMENT_NOT_FOUND, ID_INVALID. */
  async hide(viewer: Viewer, id: string, hidden: boolean): Promise<void> {
    const checked = checkedId('id', id);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.update(SkillEndorsementEntity, { id: checked, personId: viewer.personId }, { hiddenAt: hidden ? new Date() : null });
      if (!affected) throw skillErrors.endorsementNotFound();
    });
  }

  private async requireThing(tx: Transaction, viewer: Viewer, personId: string, thing: Endorsement['thing']): Promise<void> {
    const [person]: unknown[] = await tx.manager.query(`SELECT 1 FROM person WHERE id = $1 AND deactivated_at IS NULL`, [personId]);
    if (!person) throw peopleErrors.notFound();
    const { isVisible, isTheirs } = await this.things.check(tx.manager, viewer, thing, personId);
    if (!isVisible) throw skillErrors.thingNotFound();
    if (!isTheirs) throw skillErrors.thingOfAnother();
  }

  private async meaning(tx: Transaction, words: string, chosen: string | null): Promise<{ folded: string; meant: string | null }> {
    const [row]: { folded: string; known: string | null; chosen: string | null }[] = await tx.manager.query(
      `SELECT skill_key($1) AS folded, skill_of(skill_key($1)) AS known, (SELECT id FROM skill WHERE id = $2) AS chosen`,
      [words, chosen],
    );
    if (!row || (chosen && !row.chosen)) throw skillErrors.notFound('skillId');
    return { folded: row.folded, meant: row.chosen ?? row.known };
  }

  private async requireFirst(tx: Transaction, viewer: Viewer, { personId, folded, meant }: { personId: string; folded: string; meant: string | null }): Promise<void> {
    const [earlier]: unknown[] = await tx.manager.query(
      `SELECT 1 FROM skill_endorsement WHERE endorser_id = $1 AND person_id = $2 AND (folded = $3 OR skill_id = $4)`,
      [viewer.personId, personId, folded, meant],
    );
    if (earlier) throw skillErrors.endorsedAlready();
  }
}
