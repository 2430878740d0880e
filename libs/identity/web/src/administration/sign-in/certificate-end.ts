const dayMs = 24 * 3600_000;
/** How long before its end somebody is warned. */
const warnedMs = 30 * dayMs;

export interface CertificateEnd {
  /** When the last of them ends. */
  at: Date;
  /** In whole days, rounded up; 0 or less: it is over. */
  inDays: number;
}

/** When signing ends to be covered by a certificate, when that is soon or past; undefined: all is well. Several overlap while one replaces another: the last counts. */
export function soonEnd(certificates: readonly { validUntil: string }[], now: Date): CertificateEnd | undefined {
  const ends = certificates.map(({ validUntil }) => Date.parse(validUntil));
  if (ends.length === 0) return undefined;
  const last = Math.max(...ends);
  const leftMs = last - now.getTime();
  return leftMs > warnedMs ? undefined : { at: new Date(last), inDays: Math.ceil(leftMs / dayMs) };
}
