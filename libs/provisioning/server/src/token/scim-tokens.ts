import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { checkedId, newId, requiredLine, Transactions } from '@parvis/platform/server';
import { DataSource, IsNull } from 'typeorm';
import { provisioningErrors } from '../provisioning.errors.ts';
import { SCIM_TOKEN } from './scim-token.setting.ts';
import { ScimTokenEntity } from './scim-token.entity.ts';

/** One in use and the one that takes over. */
export const mostTokens = 2;
export const longestDays = 730;
const longestName = 60;

// Any number will do, as long as it stays the same: two who make a token at once take turns by it.
const tokenLock = 7_265_184;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Who lets the company's directory in. `id` is null for the token of the environment. */
export interface ScimClient {
  id: string | null;
  name: string;
}

/** Tokens of SCIM: made and revoked by IT, known by their hashes alone. */
@Injectable()
export class ScimTokens {
  private readonly ofEnvironment: Buffer | null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly administration: Administration,
    @Inject(SCIM_TOKEN) token: string | null,
  ) {
    this.ofEnvironment = token === null ? null : hashOf(token);
  }

  get isInEnvironment(): boolean {
    return this.ofEnvironment !== null;
  }

  /** Whose token it is; null: nobody's, or it has expired or was revoked. */
  async clientOf(token: string): Promise<ScimClient | null> {
    const hash = hashOf(token);
    // Hashes of equal length, compared in constant time; the others are looked up by theirs, which nobody can guess from how long it takes.
    if (this.ofEnvironment && timingSafeEqual(this.ofEnvironment, hash)) return { id: null, name: 'SCIM_TOKEN' };
    const [row]: { id: string; name: string; isUsedToday: boolean }[] = await this.dataSource.query(
      `SELECT id, name, coalesce(last_used_on = (now() AT TIME ZONE 'UTC')::date, false) AS "isUsedToday" FROM scim_token WHERE hash = $1 AND revoked_at IS NULL AND expires_at > now()`,
      [hash],
    );
    if (!row) return null;
    if (!row.isUsedToday) await this.dataSource.query(`UPDATE scim_token SET last_used_on = (now() AT TIME ZONE 'UTC')::date WHERE id = $1`, [row.id]);
    return { id: row.id, name: row.name };
  }

  /** Those that are live or ended lately, the newest first. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async list(viewer: Viewer): Promise<ScimTokenEntity[]> {
    this.administration.require(viewer);
    return this.dataSource.manager.find(ScimTokenEntity, { order: { id: 'DESC' }, take: 20 });
  }

  /** The secret is told once. Errors: FORBIDDEN, CONFIRMATION_NEEDED, TEXT_REQUIRED, TEXT_TOO_LONG, SCIM_EXPIRY_INVALID, SCIM_TOO_MANY_TOKENS. */
  async make(viewer: Viewer, { name, days }: { name: string; days: number }): Promise<{ token: ScimTokenEntity; secret: string }> {
    this.administration.require(viewer);
    const line = requiredLine('name', name, longestName);
    if (!Number.isInteger(days) || days < 1 || days > longestDays) throw provisioningErrors.expiryInvalid(longestDays);
    const secret = `parvis_scim_${randomBytes(32).toString('base64url')}`;
    return this.transactions.run(async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock($1)', [tokenLock]);
      const [{ live }]: [{ live: number }] = await tx.manager.query('SELECT count(*)::int AS live FROM scim_token WHERE revoked_at IS NULL AND expires_at > now()');
      if (live >= mostTokens) throw provisioningErrors.tooManyTokens(mostTokens);
      const now = Date.now();
      const token = tx.manager.create(ScimTokenEntity, {
        id: newId(), name: line, hash: hashOf(secret), madeById: viewer.personId, createdAt: new Date(now), expiresAt: new Date(now + days * 86_400_000), lastUsedOn: null, revokedAt: null,
      });
      await tx.manager.insert(ScimTokenEntity, token);
      tx.record({ area: 'provisioning', action: 'provisioning.token-made', actorId: viewer.personId, details: { token: token.id, name: line, days } });
      return { token, secret };
    });
  }

  /** At once; the same again changes nothing. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, SCIM_TOKEN_NOT_FOUND. */
  async revoke(viewer: Viewer, id: string): Promise<ScimTokenEntity> {
    this.administration.require(viewer);
    const tokenId = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      const { affected } = await tx.manager.update(ScimTokenEntity, { id: tokenId, revokedAt: IsNull() }, { revokedAt: new Date() });
      const token = await tx.manager.findOneBy(ScimTokenEntity, { id: tokenId });
      if (!token) throw provisioningErrors.tokenNotFound();
      if (affected) tx.record({ area: 'provisioning', action: 'provisioning.token-revoked', actorId: viewer.personId, details: { token: token.id, name: token.name } });
      return token;
    });
  }
}
