import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';

/** After how many hours without an answer those who seem to know are asked; 0: never. */
export type AskExpertsAfter = 0 | 4 | 24 | 48;

/** Who brings a question that nobody answers to those who seem to know: a higher domain. */
export interface ExpertAsker {
  /** What holds for whoever says nothing. */
  readonly usual: AskExpertsAfter;
  /** A question has just been written, in this transaction; null: its author said nothing. */
  begin(tx: Transaction, question: PostEntity, after: AskExpertsAfter | null): Promise<void>;
}

/** Hands what an asker chose to whoever can do it. Where nobody does, questions wait for their readers. */
@Injectable()
export class AskingExperts {
  private asker: ExpertAsker | null = null;

  register(asker: ExpertAsker): void {
    this.asker = asker;
  }

  /** Null: nobody is asked here. */
  get usual(): AskExpertsAfter | null {
    return this.asker?.usual ?? null;
  }

  async begin(tx: Transaction, question: PostEntity, after: AskExpertsAfter | null): Promise<void> {
    await this.asker?.begin(tx, question, after);
  }
}
