import type { CombinedError } from '@urql/vue';

import { i18n } from '../i18n/i18n.ts';

interface CodedError {
  code: string;
  params: Record<string, unknown>;
  field?: string;
}

function isCombined(error: unknown): error is CombinedError {
  return typeof error === 'object' && error !== null && 'graphQLErrors' in error;
}

function codedError(error: unknown): CodedError | undefined {
  if (!isCombined(error)) return undefined;
  // A refusal by code says more than the network error that stands beside it when the answer was not 200.
  const extensions = error.graphQLErrors.find(({ extensions }) => typeof extensions['code'] === 'string')?.extensions;
  if (extensions) {
    return {
      code: extensions['code'] as string,
      params: (extensions['params'] ?? {}) as Record<string, unknown>,
      field: extensions['field'] as string | undefined,
    };
  }
  return { code: error.networkError ? 'NETWORK' : 'INTERNAL', params: {} };
}

/** The stable code of a refusal; NETWORK when the server could not be reached. */
export function errorCode(error: unknown): string | undefined {
  return codedError(error)?.code;
}

/** The field of the form that the refusal is about, when it is about one. */
export function errorField(error: unknown): string | undefined {
  return codedError(error)?.field;
}

/** What to tell the person, in their language: `errors.<CODE>`; a code without a sentence reads as INTERNAL. */
export function errorSentence(error: unknown): string {
  const { t, te } = i18n.global;
  const { code, params } = codedError(error) ?? { code: 'INTERNAL', params: {} };
  const key = `errors.${code}`;
  // A parameter that names one of a few things has words too: `errorWords.<CODE>.<value>`.
  const inWords = (value: unknown): unknown => (te(`errorWords.${code}.${String(value)}`) ? t(`errorWords.${code}.${String(value)}`) : value);
  return te(key) ? t(key, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(value)]))) : t('errors.INTERNAL');
}
