import { Injectable } from '@nestjs/common';
import type { DomainError } from '@parvis/platform/server';
import type { Viewer } from './viewer.ts';

/** What somebody must have done before anything is open to them, beside having signed in. It is asked at every request: it answers from memory where it can. */
export interface EntryCondition {
  isMetBy(viewer: Viewer): Promise<boolean>;
  refusal(): DomainError;
  /** The page where they do it; `returnTo` is added. It declares `@Public()` and finds out by itself who asks. */
  page: string;
}

/** The conditions of higher domains, such as a charter that has to be accepted. The guard and the sockets ask them all. */
@Injectable()
export class EntryConditions {
  private readonly conditions: EntryCondition[] = [];

  register(condition: EntryCondition): void {
    this.conditions.push(condition);
  }

  /** The first that is not met; null: the viewer may come in. */
  async unmetBy(viewer: Viewer): Promise<EntryCondition | null> {
    for (const condition of this.conditions) if (!(await condition.isMetBy(viewer))) return condition;
    return null;
  }

  async require(viewer: Viewer): Promise<void> {
    const unmet = await this.unmetBy(viewer);
    if (unmet) throw unmet.refusal();
  }
}
