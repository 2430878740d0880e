import { CombinedError } from '@urql/vue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { i18n } from '../i18n/i18n.ts';
import { errorCode, errorField, errorSentence } from './error-sentence.ts';

function refusal(code: string, params = {}, field?: string): CombinedError {
  return new CombinedError({ graphQLErrors: [{ message: code, extensions: { code, params, field } }] });
}

beforeEach(() => i18n.global.mergeLocaleMessage('fr', { errors: { TEXT_TOO_LONG: 'Trop long : {max}.' } }));
afterEach(() => (i18n.global.locale.value = 'en'));

describe('errorSentence', () => {
  it('puts the parameters of the refusal into its sentence, in the language of the moment', () => {
    const error = refusal('TEXT_TOO_LONG', { max: 60 }, 'name');
    expect(errorSentence(error)).toBe('This text is too long: 60 characters at most.');

    i18n.global.locale.value = 'fr';
    expect(errorSentence(error)).toBe('Trop long : 60.');
    expect(errorField(error)).toBe('name');
  });

  it('says a parameter that names one of a few things in words', () => {
    i18n.global.mergeLocaleMessage('en', { errors: { CAKE_NOT_READY: 'It lacks {lacks}.' }, errorWords: { CAKE_NOT_READY: { sugar: 'some sugar' } } });
    expect(errorSentence(refusal('CAKE_NOT_READY', { lacks: 'sugar' }))).toBe('It lacks some sugar.');
    expect(errorSentence(refusal('CAKE_NOT_READY', { lacks: 'salt' }))).toBe('It lacks salt.');
  });

  it('reads as our fault when the code has no sentence, or there is no code', () => {
    const ours = i18n.global.t('errors.INTERNAL');

    expect(errorSentence(refusal('NEVER_HEARD_OF'))).toBe(ours);
    expect(errorSentence(new CombinedError({ graphQLErrors: [{ message: 'x' }] }))).toBe(ours);
    expect(errorSentence('x')).toBe(ours);
  });

  it('tells a lost network from a refusal, and prefers the refusal', () => {
    const networkError = new TypeError('Failed to fetch');
    expect(errorCode(new CombinedError({ networkError }))).toBe('NETWORK');
    expect(errorCode(new CombinedError({ networkError, graphQLErrors: refusal('FORBIDDEN').graphQLErrors }))).toBe('FORBIDDEN');
    expect(errorCode(undefined)).toBeUndefined();
  });
});
