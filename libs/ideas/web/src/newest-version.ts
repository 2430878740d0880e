import { errorCode } from '@parvis/platform/web';
import type { CombinedError } from '@urql/vue';

/** The version that somebody else has saved since, when that is why a change was refused. */
export function newestVersion(error: CombinedError | undefined, code: string): number | null {
  if (errorCode(error) !== code) return null;
  return (error?.graphQLErrors[0]?.extensions['params'] as { version?: number } | undefined)?.version ?? null;
}
