import { createHash } from 'node:crypto';

/** What an entry may tell beside who, where and what: texts, whole numbers, truths, lists and objects of them. Keys are words of ours, in ASCII. */
export type AuditDetail = string | number | boolean | null | readonly AuditDetail[] | { readonly [key: string]: AuditDetail };

/** What is written down. */
export interface AuditRecord {
  /** Of the product, such as `engagement`: who may read is said for an area as a whole. */
  area: string;
  /** With the area before it, such as `engagement.read`. */
  action: string;
  /** The id of a person, never a name: somebody who is erased leaves an id. Null: nobody who is known. */
  actorId: string | null;
  /** 16 kB of JSON at most; texts longer than 120 characters are cut. */
  details: { readonly [key: string]: AuditDetail };
}

/** What was written down, as the chain holds it. */
export interface AuditEntry extends AuditRecord {
  /** From 1, without holes. */
  number: number;
  at: Date;
  previousHash: Buffer;
  hash: Buffer;
}

/** What stands before the first entry. */
export const noHash = Buffer.alloc(32);

/** An entry as it leaves Parvis, with its hash; `hashOf` is made of all but that. */
export const auditLine = (entry: AuditEntry): string => canonical({ ...sealed(entry), hash: entry.hash.toString('hex') });

/** SHA-256 of the canonical form (RFC 8785) of `{action, actor, area, at, details, number, previous}`: the time to the millisecond in UTC, the hash before in hexadecimal. */
export const hashOf = (entry: Omit<AuditEntry, 'hash'>): Buffer => createHash('sha256').update(canonical(sealed(entry))).digest();

const sealed = ({ action, actorId, area, at, details, number, previousHash }: Omit<AuditEntry, 'hash'>) => ({
  action, actor: actorId, area, at: at.toISOString(), details, number, previous: previousHash.toString('hex'),
});

/** For texts, whole numbers, truths, lists and objects with ASCII keys, RFC 8785 is what JSON.stringify writes, with the keys in order. */
export function canonical(told: AuditDetail): string {
  if (Array.isArray(told)) return `[${told.map(canonical).join(',')}]`;
  if (typeof told !== 'object' || told === null) return JSON.stringify(told);
  const members = Object.entries(told as Record<string, AuditDetail>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(',')}}`;
}

const longestText = 120;

/** As the log takes it: texts cut, without what PostgreSQL cannot hold. */
export function taken(told: AuditDetail): AuditDetail {
  if (typeof told === 'string') return cut(told.toWellFormed().replaceAll('\u0000', '\uFFFD'));
  if (Array.isArray(told)) return told.map(taken);
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, taken(value)]));
}

function cut(text: string): string {
  const signs = [...text];
  return signs.length <= longestText ? text : `${signs.slice(0, longestText - 1).join('')}…`;
}
