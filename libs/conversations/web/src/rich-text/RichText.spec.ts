import { i18n, type RichTextDocument, type RichTextNode } from '@parvis/platform/web';
import { mount, RouterLinkStub } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';

import RichText from './RichText.vue';

function shown(content: RichTextNode[], props: { unfolded?: boolean } = {}) {
  const body: RichTextDocument = { type: 'doc', content };
  return mount(RichText, { props: { body, ...props }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } });
}
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content });
const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]): RichTextNode => ({ type: 'text', text: words, marks });

describe('RichText', () => {
  it('leaves out a node that the contract does not know, and keeps what stands around it', () => {
    const html = shown([paragraph(text('before')), { type: 'iframe', attrs: { src: 'https://evil.example' } }, paragraph(text('after'))]).html();

    expect(html).toContain('before');
    expect(html).toContain('after');
    expect(html).not.toContain('iframe');
  });

  it.each(['constructor', '__proto__', 'toString'])('takes a node or mark named %s for an unknown one', (type) => {
    expect(shown([{ type }, paragraph(text('here', { type }))]).text()).toBe('here');
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', '/relative', 42, null])(
    'shows the words of a link to %s without the link',
    (href) => {
      const page = shown([paragraph(text('press me', { type: 'link', attrs: { href } }))]);

      expect(page.find('a').exists()).toBe(false);
      expect(page.text()).toBe('press me');
    },
  );

  it.each(['https://intranet.example/a?b=c', 'http://intranet.example/', 'mailto:ada@example.org'])('links to %s, without telling it who comes', (href) => {
    const link = shown([paragraph(text('read', { type: 'link', attrs: { href } }))]).get('a');

    expect(link.attributes()).toMatchObject({ href, rel: 'noopener noreferrer' });
  });

  it('never reads text as HTML', () => {
    const page = shown([paragraph(text('<img src=x onerror=alert(1)>'))]);

    expect(page.find('img').exists()).toBe(false);
    expect(page.text()).toContain('<img src=x');
  });

  it('leads from a mention to the person and from a hashtag to its posts', () => {
    const page = shown([
      paragraph({ type: 'mention', attrs: { id: '../x?y', label: 'Zoé Le Goff' } }, text(' '), { type: 'hashtag', attrs: { tag: 'été' } }),
    ]);
    const links = page.findAllComponents(RouterLinkStub);

    expect(links.map((link) => link.text())).toEqual(['@Zoé Le Goff', '#été']);
    expect(links.map((link) => link.props('to'))).toEqual(['/people/..%2Fx%3Fy', '/tags/%C3%A9t%C3%A9']);
  });

  it('leads from a community to its page, and names none that the reader may not know of', () => {
    const mention = (label: string): RichTextNode => ({ type: 'mention', attrs: { id: '0192f0c1-0000-7000-8000-000000000001', label, kind: 'community' } });
    const page = shown([paragraph(mention('Qualité'), text(' '), mention(''))]);

    expect(page.findAllComponents(RouterLinkStub).map((link) => link.props('to'))).toEqual(['/communities/0192f0c1-0000-7000-8000-000000000001']);
    expect(page.text()).toBe(`@Qualité ${i18n.global.t('conversations.text.someCommunity')}`);
  });

  it('shows a table with its headers, in a frame that the keyboard scrolls', () => {
    const cell = (type: string, said: string): RichTextNode => ({ type, content: [paragraph(text(said))] });
    const rows = [[cell('tableHeader', 'Site'), cell('tableHeader', 'Lots')], [cell('tableHeader', 'Lyon'), cell('tableCell', '12')]];
    const page = shown([{ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }]);

    expect(page.findAll('th').map((header) => header.attributes('scope'))).toEqual(['col', 'col', 'row']);
    expect(page.get('td').text()).toBe('12');
    expect(page.get('[role=region]').attributes('tabindex')).toBe('0');
  });

  it('folds a long text, and shows it whole when asked', async () => {
    const page = shown([paragraph(text('word '.repeat(400))), paragraph(text('the very end'))]);
    expect(page.text()).not.toContain('the very end');

    await page.get('button').trigger('click');

    expect(page.get('button').attributes('aria-expanded')).toBe('true');
    expect(page.text()).toContain('the very end');
  });

  it('shows a long text whole on its own page', () => {
    const page = shown([paragraph(text('word '.repeat(400))), paragraph(text('the very end'))], { unfolded: true });

    expect(page.text()).toContain('the very end');
    expect(page.find('button').exists()).toBe(false);
  });
});
