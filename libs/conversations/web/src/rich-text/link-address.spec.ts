import { expect, it } from 'vitest';

import { hrefFromInput } from './link-address.ts';

it.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['example.org', 'https://example.org/'],
  ['intranet.local:8080/page', 'https://intranet.local:8080/page'],
  ['ada@example.org', 'mailto:ada@example.org'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['javascript:alert(1)', null],
  ['ftp://example.org', null],
  ['two words.org', null],
  ['word', null],
  ['', null],
])('reads %j as the address %j', (typed, href) => {
  expect(hrefFromInput(typed)).toBe(href);
});
