/** What went wrong, in a code: that of PostgreSQL, of the system or of a refusal, else the kind of error. Never its words, in which addresses and names may stand. */
export function failureCode(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return [code, name].find((told): told is string => typeof told === 'string' && /^[\w.-]{1,40}$/.test(told)) ?? 'UNKNOWN';
}
