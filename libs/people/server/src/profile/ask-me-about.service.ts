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

  /** False when it stood there already, however it was written. Errors: TOO_MANY_ITEMS. */
  async add(tx: Transaction, viewer: Viewer, words: string): Promise<boolean> {
    const said = await this.locked(tx, viewer, words);
    if (said.isThere) return false;
    if (said.words.length >= maxProfileWords) throw platformErrors.tooManyItems('askMeAbout', maxProfileWords);
    await this.write(tx, viewer, [...said.words, words]);
    return true;
  }

  /** Nothing when it does not stand there. */
  async remove(tx: Transaction, viewer: Viewer, words: string): Promise<void> {
    const said = await this.locked(tx, viewer, words);
    if (said.isThere) await this.write(tx, viewer, said.words.filter((other) => other.toLowerCase() !== words.toLowerCase()));
  }

  private async locked(tx: Transaction, { personId }: Viewer, words: string): Promise<{ words: string[]; isThere: boolean }> {
    // Keeps two saves of one person apart.
    await tx.manager.query(`SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE`, [personId]);
    const profile = await tx.manager.findOneBy(ProfileEntity, { personId });
    const said = profile?.askMeAbout ?? [];
    return { words: said, isThere: said.some((other) => other.toLowerCase() === words.toLowerCase()) };
  }

  private async write(tx: Transaction, { personId }: Viewer, askMeAbout: string[]): Promise<void> {
    await tx.manager.upsert(ProfileEntity, { personId, askMeAbout }, ['personId']);
    await this.owners.claim(tx, personId, ['askMeAbout']);
    tx.emit(profileEdited({ personId }));
  }
}
