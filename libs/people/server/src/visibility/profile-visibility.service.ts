import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions, type Transaction } from '@parvis/platform/server';
import { profileEdited } from '../people.events.ts';
import type { Audience, ProfileField } from './profile-field.ts';
import { ProfileVisibilityEntity } from './profile-visibility.entity.ts';

export interface VisibilityChoice {
  field: ProfileField;
  audience: Audience;
}

/** Lets people choose who sees what they say of themselves. */
@Injectable()
export class ProfileVisibilityService {
  constructor(private readonly transactions: Transactions) {}

  /** Of the viewer's own profile; fields that are not named stay. */
  async choose(viewer: Viewer, choices: readonly VisibilityChoice[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.chooseIn(tx, viewer, choices);
      tx.emit(profileEdited({ personId: viewer.personId }));
    });
  }

  /** As `choose`, together with what is said: nothing shows for a moment that is meant for fewer. Of a field named twice, the last counts. */
  async chooseIn(tx: Transaction, { personId }: Viewer, choices: readonly VisibilityChoice[]): Promise<void> {
    const byField = new Map(choices.map((choice) => [choice.field, choice.audience]));
    if (byField.size === 0) return;
    const rows = [...byField].map(([field, audience]) => ({ personId, field, audience }));
    await tx.manager.upsert(ProfileVisibilityEntity, rows, ['personId', 'field']);
  }
}
