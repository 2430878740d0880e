import { Injectable } from '@nestjs/common';
import { Transactions } from '@parvis/platform/server';
import { PersonDirectory } from '../person/person-directory.ts';
import type { AssertedPerson, SessionOrigin } from './asserted-person.ts';
import { Sessions } from './sessions.ts';

/** Lets somebody in whom an identity provider vouches for: they appear, or are known again and brought up to date, and get a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: PersonDirectory,
    private readonly sessions: Sessions,
  ) {}

  async signIn(asserted: AssertedPerson, origin: SessionOrigin): Promise<{ token: string; expiresAt: Date }> {
    return this.transactions.run(async (tx) => {
      const { id } = await this.directory.record(tx, {
        teller: 'saml',
        identifier: asserted.stableId,
        email: asserted.email,
        givenName: asserted.givenName,
        surname: asserted.surname,
        displayName: asserted.displayName,
        title: asserted.title,
        department: asserted.department,
        managerIdentifier: asserted.manager,
        // Whoever may sign in is an employee; rights that a group gave go with the group.
        roles: [...new Set(['employee' as const, ...asserted.roles])],
      });
      return this.sessions.open(tx, id, origin);
    });
  }
}
