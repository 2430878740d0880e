import { Injectable } from '@nestjs/common';
import { PersonOwners, type Viewer } from '@parvis/identity/server';
import { platformErrors, type Transaction } from '@parvis/platform/server';
import { profileEdited } from '../people.events.ts';
import { maxProfileWords } from './profile.service.ts';
import { ProfileEntity } from './profile.entity.ts';

/** Puts single things under « ask me about », for whoever takes something over; in the transaction of whatever that is. */
@Injectable()
export class AskMeAboutService {
  constructor(private readonly owners: PersonOwners) {}

  /** False when it stood there already, whatever its accents, capitals, plural or article. Errors: TOO_MANY_ITEMS. */
  async add(tx: Transaction, viewer: Viewer, words: string): Promise<boolean> {
    const said = await this.locked(tx, viewer, words);
    if (said.isThere) return false;
    if (said.others.length >= maxProfileWords) throw platformErrors.tooManyItems('askMeAbout', maxProfileWords);
    await this.write(tx, viewer, [...said.others, words]);
    return true;
  }

  /** Nothing when it does not stand there. */
  async remove(tx: Transaction, viewer: Viewer, words: string): Promise<void> {
    const said = await this.locked(tx, viewer, words);
    if (said.isThere) await this.write(tx, viewer, said.others);
  }

  private async locked(tx: Transaction, { personId }: Viewer, words: string): Promise<{ others: string[]; isThere: boolean }> {
    // Keeps two saves of one person apart.
    await tx.manager.query(`SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE`, [personId]);
    const said: { words: string; isMeant: boolean }[] = await tx.manager.query(
      `SELECT said.words, topic_key(said.words) = topic_key($2) AS "isMeant"
       FROM profile CROSS JOIN LATERAL unnest(profile.ask_me_about) WITH ORDINALITY said(words, position) WHERE profile.person_id = $1 ORDER BY said.position`,
      [personId, words],
    );
    return { others: said.filter(({ isMeant }) => !isMeant).map((one) => one.words), isThere: said.some(({ isMeant }) => isMeant) };
  }

  private async write(tx: Transaction, { personId }: Viewer, askMeAbout: string[]): Promise<void> {
    await tx.manager.upsert(ProfileEntity, { personId, askMeAbout }, ['personId']);
    await this.owners.claim(tx, personId, ['askMeAbout']);
    tx.emit(profileEdited({ personId }));
  }
}
