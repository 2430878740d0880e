/** Checked `SCIM_TOKEN`, or null. */
export const SCIM_TOKEN = Symbol('SCIM_TOKEN');

const shortest = 32;

/** Reads `SCIM_TOKEN`, a secret that is never echoed. Every fault is one sentence. */
export function parseScimToken(text: string | undefined): { token: string | null } | { faults: string[] } {
  const said = text?.trim() ?? '';
  if (said === '') return { token: null };
  if (said.length < shortest || /\s/.test(said)) return { faults: [`SCIM_TOKEN is not valid: use ${shortest} characters or more without white space, for example what openssl rand -base64 32 prints.`] };
  return { token: said };
}

export const scimTokenProvider = {
  provide: SCIM_TOKEN,
  useFactory: (): string | null => {
    const read = parseScimToken(process.env['SCIM_TOKEN']);
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read.token;
  },
};
