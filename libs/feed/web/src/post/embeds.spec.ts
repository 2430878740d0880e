import { describe, expect, it } from 'vitest';

import { embedAt, embedOf } from './embeds.ts';

const card = { name: 'ThingCard', render: () => null };
embedAt(/^\/things\/([0-9a-f]{8})$/, card);
const linking = (...links: string[]) => ({ type: 'doc' as const, content: [{ type: 'paragraph', content: links.map((href) => ({ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] })) }] });
const here = window.location.origin;

describe('what stands below a post', () => {
  it('is the first thing within Parvis that it links to', () => {
    expect(embedOf(linking('https://elsewhere.example/things/0123abcd', `${here}/things/0123ABCD`.replace('ABCD', 'abcd'), `${here}/things/ffffffff`))).toEqual({ component: card, id: '0123abcd' });
  });

  it.each([
    ['nothing', []],
    ['another host', ['https://elsewhere.example/things/0123abcd']],
    ['another page', [`${here}/others/0123abcd`]],
    ['what is no id', [`${here}/things/new`]],
    ['no address at all', ['https://']],
  ])('is not there for %s', (_name, links) => {
    expect(embedOf(linking(...links))).toBeNull();
  });
});
