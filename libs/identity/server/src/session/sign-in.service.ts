import { Injectable } from '@nestjs/common';
import { Transactions } from '@parvis/platform/server';
import { Accounts } from '../account/accounts.ts';
import { PersonDirectory } from '../person/person-directory.ts';
import { SignInGroups } from './sign-in-groups.ts';
import type { AssertedPerson, SessionOrigin } from './asserted-person.ts';
import { Sessions } from './sessions.ts';

/** Lets somebody in whom an identity provider vouches for: they appear, or are known again and brought up to date, and get a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly directory: PersonDirectory,
    private readonly groups: SignInGroups,
    private readonly sessions: Sessions,
  ) {}

  /** `confirms`: the session whose person says again who they are; the new one takes its place. Throws OtherPerson. */
  async signIn(asserted: AssertedPerson, origin: SessionOrigin, { confirms = null }: { confirms?: string | null } = {}): Promise<{ token: string; expiresAt: Date }> {
    return this.transactions.run(async (tx) => {
      const identifier = await this.accounts.identifierOf(tx, asserted.account);
      const { id } = await this.directory.record(tx, {
        teller: 'saml',
        identifier,
        email: asserted.email,
        givenName: asserted.givenName,
        surname: asserted.surname,
        displayName: asserted.displayName,
        title: asserted.title,
        department: asserted.department,
        managerIdentifier: asserted.manager === null ? null : await this.accounts.identifierOf(tx, { ...asserted.account, subject: asserted.manager, nameId: null }),
        // Whoever may sign in is an employee; rights that a group gave go with the group.
        roles: [...new Set(['employee' as const, ...asserted.roles])],
      });
      await this.accounts.link(tx, id, asserted.account);
      if (asserted.groups) await this.groups.tell(tx, { personId: id, issuer: asserted.account.issuer, groups: asserted.groups });
      if (confirms !== null) await this.sessions.replace(tx, confirms, id);
      tx.record({ area: 'session', action: 'session.opened', actorId: id, details: { issuer: origin.issuer } });
      return this.sessions.open(tx, id, origin, { isConfirmed: confirms !== null });
    });
  }
}
