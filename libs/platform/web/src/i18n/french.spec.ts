import { expect, it } from 'vitest';

import { elided } from './french.ts';
import { i18n } from './i18n.ts';

it.each([
  ['Publication de Élodie Marchand', 'Publication d’Élodie Marchand'],
  ['De Inês, ce que Oliver a écrit', 'D’Inês, ce qu’Oliver a écrit'],
  ['Publication de Nathalie', 'Publication de Nathalie'],
  ['Communauté de IT', 'Communauté de IT'],
  ['Ordre : de A à Z', 'Ordre : de A à Z'],
  ['le guide Ulysse', 'le guide Ulysse'],
])('%s: %s', (made, read) => {
  expect(elided(made)).toBe(read);
});

it('happens in French alone', () => {
  i18n.global.mergeLocaleMessage('fr', { elision: 'Publication de {name}' });
  i18n.global.mergeLocaleMessage('en', { elision: 'The word de {name}' });
  const said = (locale: 'fr' | 'en') => i18n.global.t('elision', { name: 'Élodie' }, { locale });
  i18n.global.locale.value = 'fr';
  expect(said('fr')).toBe('Publication d’Élodie');
  i18n.global.locale.value = 'en';
  expect(said('en')).toBe('The word de Élodie');
});
