import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';

/** Who came in, and by which groups. */
export interface ToldGroups {
  personId: string;
  /** entityID of the identity provider that told them. */
  issuer: string;
  /** In lower case. */
  groups: readonly string[];
}

export type GiveByGroups = (tx: Transaction, told: ToldGroups) => Promise<void>;

/** What groups give besides roles is the business of higher domains: they register, and are told at every sign-in, in its transaction. */
@Injectable()
export class SignInGroups {
  private readonly givers: GiveByGroups[] = [];

  register(giver: GiveByGroups): void {
    this.givers.push(giver);
  }

  async tell(tx: Transaction, told: ToldGroups): Promise<void> {
    for (const give of this.givers) await give(tx, told);
  }
}
