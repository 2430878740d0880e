import { readFileSync } from 'node:fs';

/** Settings that are secret, or hold a password: each may stand in a file of its own, named by `…_FILE`. */
export const secretNames = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'SCIM_TOKEN'] as const;

const maxCharacters = 10_000;

/**
 * Puts what stands in the files that `…_FILE` names into `variables`, and takes those names away, so that nothing else need know of them. What an orchestrator
 * mounts as a secret is then in no listing of processes or containers. Returns a sentence for each file that cannot be used; a name that is set but empty counts as unset.
 */
export function takeSecretFiles(variables: Record<string, string | undefined>): string[] {
  return secretNames.flatMap((name) => {
    const path = variables[`${name}_FILE`];
    if (!path) return [];
    if (variables[name]) return [`${name} and ${name}_FILE are both set: keep one of them.`];
    const read = contentsOf(path);
    if ('reason' in read) return [`${name}_FILE (${path}) cannot be used: ${read.reason}.`];
    variables[name] = read.text;
    delete variables[`${name}_FILE`];
    return [];
  });
}

function contentsOf(path: string): { text: string } | { reason: string } {
  try {
    const text = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (!text) return { reason: 'it is empty' };
    return text.length > maxCharacters || /[\r\n\0]/.test(text) ? { reason: 'it holds more than one line' } : { text };
  } catch (error) {
    return { reason: `it cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})` };
  }
}
