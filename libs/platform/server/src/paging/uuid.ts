import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { platformErrors } from '../errors/platform.errors.ts';

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new identifier; later ones sort after earlier ones (UUID version 7, RFC 9562 section 5.7). */
export const newId = (): string => v7();

export const isId = (value: string): boolean => uuidForm.test(value);

/** Errors: ID_INVALID with the field's name. */
export function checkedId(field: string, value: string): string {
  if (!isId(value)) throw platformErrors.idInvalid(field);
  return value.toLowerCase();
}

/** The identifier that something from elsewhere always gets: version 7, its time the given instant, the rest a hash of `source`. */
export function idFrom(source: string, at: Date): string {
  return v7({ msecs: Math.max(0, at.getTime()), random: createHash('sha256').update(source).digest().subarray(0, 16), seq: seqOf(source) });
}

/** The smallest identifier that something made at this instant or later can have: where a period starts in an index by id. */
export function firstIdAt(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

function seqOf(source: string): number {
  return createHash('sha256').update(`seq ${source}`).digest().readUInt32BE(0) & 0x7f_ff_ff_ff;
}
