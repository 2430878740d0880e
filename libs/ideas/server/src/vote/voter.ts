import { createHmac } from 'node:crypto';

/**
 * Whose vote it is, as it stands in the rows of a ballot. In a secret one: HMAC-SHA256 (RFC 2104) of the person's id under the key of the ballot, which tells
 * one voter from another and, once the key is destroyed, nobody from anybody. In an open one (no key) the sixteen bytes of the person's id.
 */
export const voterOf = (personId: string, key: Buffer | null): Buffer => (key ? createHmac('sha256', key).update(personId).digest() : Buffer.from(personId.replaceAll('-', ''), 'hex'));
