import { mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';

import StartFailure from './StartFailure.vue';

afterEach(() => localStorage.clear());

it.each([
  ['fr', 'Parvis est injoignable', 'Réessayer'],
  ['en', 'Parvis cannot be reached', 'Try again'],
])('brings its own words, in the language of the person: %s', (language, title, retry) => {
  localStorage.setItem('parvis.language', language);
  const page = mount(StartFailure);

  expect(page.get('h1').text()).toBe(title);
  expect(page.get('button').text()).toBe(retry);
  expect(document.documentElement.lang).toBe(language);
});
