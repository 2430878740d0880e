import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TrialResult } from './trial-result.ts';

/** What came of an administrator's trying a connection. Holds what the identity provider says of that administrator, so it is kept an hour. */
@Entity('saml_trial')
export class SamlTrialEntity {
  /** That of the request. */
  @PrimaryColumn('text')
  id!: string;

  /** The session that it was begun from, which alone may read it. */
  @Column('uuid')
  sessionId!: string;

  @Index('saml_trial_expiry')
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('jsonb')
  result!: TrialResult;
}
