import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';

/** The other identifiers by which a person is known. */
@Injectable()
export class PersonAliases {
  /** What an account tells of its person replaces what it told before. What is somebody else's stays theirs. */
  async tell(tx: Transaction, personId: string, identifiers: readonly string[]): Promise<void> {
    await tx.manager.query(`DELETE FROM person_alias WHERE person_id = $1 AND told_by = 'scim' AND identifier <> ALL($2)`, [personId, identifiers]);
    await tx.manager.query(
      `INSERT INTO person_alias (identifier, person_id, told_by)
       SELECT DISTINCT told.identifier, $1::uuid, 'scim' FROM unnest($2::text[]) AS told(identifier)
       WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.identifier = told.identifier)
       ON CONFLICT (identifier) DO NOTHING`,
      [personId, identifiers],
    );
  }
}
