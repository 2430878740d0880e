import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';

/** What an identity provider calls somebody, all of it lasting. */
export interface AccountNames {
  issuer: string;
  /** What the person is known by: an attribute that the company chose, or the persistent NameID where there is none. */
  subject: string;
  /** Whether `subject` is of an attribute. */
  isAttribute: boolean;
  /** The persistent NameID beside an attribute; null when `subject` is one, or when there is none. */
  nameId: string | null;
  /** Whether `subject` is also how the HR file and other sources call the person. */
  sharesIdentifiers: boolean;
}

/** Knows people again by what identity providers call them. */
@Injectable()
export class Accounts {
  /**
   * How Parvis calls the person of that account: as it does already, else as somebody new is to be called. Whoever was known by their NameID alone
   * stays the same person once an attribute names them; a NameID never makes one person of two whom attributes tell apart, as one that is the same for all would.
   */
  async identifierOf(tx: Transaction, { issuer, subject, nameId, sharesIdentifiers }: AccountNames): Promise<string> {
    const [known]: { identifier: string }[] = await tx.manager.query(
      `SELECT person.identifier FROM account JOIN person ON person.id = account.person_id
       WHERE issuer = $1 AND (subject = $2 OR subject = $3 AND NOT EXISTS (SELECT FROM account other WHERE other.issuer = $1 AND other.person_id = account.person_id AND other.is_attribute))
       ORDER BY subject = $2 DESC LIMIT 1`,
      [issuer, subject, nameId],
    );
    // Numbers that a subsidiary gives may be those that another gave to somebody else.
    return known?.identifier ?? (sharesIdentifiers ? subject : `${issuer}#${subject}`);
  }

  /** From now on the person is known by that account. */
  async link(tx: Transaction, personId: string, { issuer, subject, nameId, isAttribute }: AccountNames): Promise<void> {
    await tx.manager.query(
      `INSERT INTO account (issuer, subject, is_attribute, person_id, created_at, last_used_on)
       SELECT DISTINCT ON (told.subject) $1, told.subject, told.is_attribute, $4::uuid, now(), (now() AT TIME ZONE 'UTC')::date FROM (VALUES ($2::text, $5::boolean), ($3, false)) told (subject, is_attribute) WHERE told.subject IS NOT NULL
       ORDER BY told.subject, told.is_attribute DESC
       ON CONFLICT (issuer, subject) DO UPDATE SET last_used_on = excluded.last_used_on
       WHERE account.person_id = excluded.person_id AND account.last_used_on IS DISTINCT FROM excluded.last_used_on`,
      [issuer, subject, nameId, personId, isAttribute],
    );
  }
}
