import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '@parvis/platform/server';
import { Administration } from '../../administration/administration.ts';
import { identityErrors } from '../../identity.errors.ts';
import type { Viewer } from '../../viewer/viewer.ts';
import { SamlExchanges } from '../saml-exchanges.ts';
import { fingerprintOf, type KeyPlace, type KeyRing } from '../service-provider/key-ring.ts';

/** Replaces the key that Parvis signs with, in steps between which identity providers learn of it. Each is an entry of the audit log. */
@Injectable()
export class SigningKeyService {
  constructor(
    private readonly administration: Administration,
    private readonly exchanges: SamlExchanges,
    private readonly transactions: Transactions,
  ) {}

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async ring(viewer: Viewer): Promise<KeyRing> {
    this.administration.require(viewer);
    return this.exchanges.keys.read();
  }

  /** Makes the next key, unless it is there. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SIGNING_KEY_CHANGED while a former key is published. */
  async prepare(viewer: Viewer): Promise<void> {
    this.administration.require(viewer);
    await this.step(async (tx, ring) => {
      if (ring.next) return;
      if (ring.former) throw identityErrors.signingKeyChanged();
      await this.exchanges.keys.prepare();
      const { next } = await this.exchanges.keys.read();
      if (next) record(tx, viewer, 'prepared', fingerprintOf(next));
    });
  }

  /** Signs with the next key, or with the former one again. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SIGNING_KEY_CHANGED when it is neither. */
  async use(viewer: Viewer, fingerprint: string): Promise<void> {
    this.administration.require(viewer);
    await this.step(async (tx, ring) => {
      const place = placeOf(ring, fingerprint);
      if (place === 'used') return;
      if (place === null) throw identityErrors.signingKeyChanged();
      record(tx, viewer, 'used', fingerprint);
      await this.exchanges.keys.use(place);
    });
  }

  /** Removes a key that Parvis does not sign with, for good. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SIGNING_KEY_CHANGED when it is the one that signs. */
  async forget(viewer: Viewer, fingerprint: string): Promise<void> {
    this.administration.require(viewer);
    await this.step(async (tx, ring) => {
      const place = placeOf(ring, fingerprint);
      if (place === null) return;
      if (place === 'used') throw identityErrors.signingKeyChanged();
      record(tx, viewer, 'forgotten', fingerprint);
      await this.exchanges.keys.forget(place);
    });
  }

  /** One at a time in all processes, which share the folder. */
  private async step(work: (tx: Transaction, ring: KeyRing) => Promise<void>): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('signing_key'))`);
      await work(tx, await this.exchanges.keys.read());
    });
  }
}

function placeOf(ring: KeyRing, fingerprint: string): KeyPlace | null {
  return (['used', 'next', 'former'] as const).find((place) => ring[place] !== null && fingerprintOf(ring[place]) === fingerprint) ?? null;
}

function record(tx: Transaction, { personId }: Viewer, what: string, fingerprint: string): void {
  tx.record({ area: 'configuration', action: `configuration.signing-key-${what}`, actorId: personId, details: { fingerprint } });
}
