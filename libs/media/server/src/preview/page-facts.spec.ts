import { describe, expect, it } from '@jest/globals';
import { pageFacts, pageText } from './page-facts.ts';

const nothing = { title: '', description: '', siteName: '', image: '' };

describe('a page says of itself', () => {
  it.each([
    ['its title', '<title>Hello &amp; welcome</title>', { title: 'Hello & welcome' }],
    ['Open Graph first', '<title>Plain</title><meta name="twitter:title" content="Twitter"><meta property="og:title" content="Graph">', { title: 'Graph' }],
    ['Twitter’s names next', '<title>Plain</title><meta name="twitter:title" content="Twitter">', { title: 'Twitter' }],
    ['what it is about', '<meta name="description" content=" A\n long  story ">', { description: 'A long story' }],
    ['its site and its picture', '<meta property="og:site_name" content="Example"><meta property="og:image" content="/a.png">', { siteName: 'Example', image: '/a.png' }],
    ['markup in a title as text', '<title><script>alert(1)</script></title>', { title: '<script>alert(1)</script>' }],
    ['no control or sign that turns the direction', '<title>in\u202evoice\u0000</title>', { title: 'in voice' }],
    ['a long title, cut', `<title>${'x'.repeat(500)}</title>`, { title: `${'x'.repeat(199)}…` }],
    ['nothing after its head', '<head></head><body><title>svg</title><meta property="og:title" content="Late"></body>', nothing],
    ['nothing when it is cut in the middle of a tag', '<meta property="og:title" content="Hal', nothing],
    ['nothing when it is empty', '', nothing],
    ['the first of two', '<meta property="og:title" content="One"><meta property="og:title" content="Two">', { title: 'One' }],
  ])('%s', (_what, html, expected) => {
    expect(pageFacts(html)).toEqual({ ...nothing, ...expected });
  });

  it.each([
    ['in UTF-8 when it says nothing', Buffer.from('été'), 'text/html'],
    ['in the charset of its header', Buffer.from('\xe9t\xe9', 'latin1'), 'text/html; charset=ISO-8859-1'],
    ['in the charset of its head', Buffer.from('<meta charset="windows-1252">\xe9t\xe9', 'latin1'), 'text/html'],
    ['in UTF-8 when its charset is none', Buffer.from('été'), 'text/html; charset=klingon'],
  ])('%s', (_what, bytes, contentType) => {
    expect(pageText(bytes, contentType)).toContain('été');
  });
});
