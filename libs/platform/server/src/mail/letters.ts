import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transactions.ts';
import { dayMs } from '../time/durations.ts';
import { newId } from '../paging/uuid.ts';
import { LetterEntity } from './letter.entity.ts';
import type { Letter, LetterType } from './letter.ts';
import { MailRoute } from './mail-route.ts';

/** Null: it is not wanted any more, by whoever left, has no address or has turned it off. */
export type LetterWriter<P extends object> = (payload: P) => Promise<Letter | null>;

/** How long a letter is tried. */
export const keepDays = 4;

/** Letters by e-mail. Domains say how theirs is written when their module starts (`on`), and post it within their transactions (`post`). Where no mail is configured nothing is posted. */
@Injectable()
export class Letters {
  private readonly writers = new Map<string, LetterWriter<object>>();

  constructor(private readonly route: MailRoute) {}

  /** Whether letters leave this house at all. */
  get areSent(): boolean {
    return this.route.isOpen;
  }

  /** Writes the letters of a type, each when it is about to leave: in its reader's language, with what holds then. */
  on<P extends object>(type: LetterType<P>, write: LetterWriter<P>): void {
    if (this.writers.has(type.name)) throw new Error(`The letter ${type.name} is written twice.`);
    this.writers.set(type.name, write as LetterWriter<object>);
  }

  /** It leaves once the transaction is committed and `at` has come, at least once, and never when the transaction is undone. */
  async post<P extends object>(tx: Transaction, type: LetterType<P>, payload: P, { at = new Date() }: { at?: Date } = {}): Promise<void> {
    if (!this.areSent) return;
    await tx.manager.insert(LetterEntity, { id: newId(), type: type.name, payload, dueAt: at, expiresAt: new Date(at.getTime() + keepDays * dayMs) });
  }

  /** Null as for `LetterWriter`; undefined: nobody writes letters of this type. */
  async written(type: string, payload: object): Promise<Letter | null | undefined> {
    return this.writers.get(type)?.(payload);
  }
}
