import type { Definition, List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown as parsed } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { isFollowable } from '../allowed-nodes.ts';
import { inline, type RichTextDocument, type RichTextMark, type RichTextNode } from '../rich-text.ts';
import { mentionAt } from './mention-links.ts';

/**
 * The document that Markdown says, as far as rich text goes: HTML becomes text, images become links, #words hashtags, links to people's and
 * communities' pages (under `baseUrl`) whose words begin with « @ » mentions. What is too large or too deep is for `checkedRichText` to refuse.
 */
export function fromMarkdown(markdown: string, { baseUrl = '' }: { baseUrl?: string } = {}): RichTextDocument {
  const tree = parsed(withoutAbysses(markdown.replaceAll('\u0000', '').toWellFormed()), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { type: 'doc', content: new Reading(tree, baseUrl).blocks(tree.children) };
}

/** A line that opens more than ten quotes or lists opens ten: thousands would exhaust the stack, and none is meant. */
function withoutAbysses(markdown: string): string {
  return markdown.replace(/^((?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))){10})(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm, '$1');
}

/** One reading of one tree: what its references mean stands somewhere in it. */
class Reading {
  private readonly definitions: Map<string, Definition>;

  constructor(
    tree: Root,
    private readonly baseUrl: string,
  ) {
    this.definitions = new Map(tree.children.filter((node) => node.type === 'definition').map((node) => [node.identifier, node]));
  }

  blocks(nodes: readonly RootContent[]): RichTextNode[] {
    return nodes.flatMap((node) => this.block(node));
  }

  private block(node: RootContent): RichTextNode[] {
    switch (node.type) {
      case 'paragraph':
        return paragraph(this.phrasing(node.children));
      case 'heading':
        return [{ type: 'heading', attrs: { level: node.depth <= 2 ? 2 : 3 }, content: this.phrasing(node.children).map(onOneLine) }];
      case 'blockquote':
        return [{ type: 'blockquote', content: this.container(node.children) }];
      case 'list':
        return [this.list(node)];
      case 'code':
        return [codeBlock(node.value, node.lang)];
      case 'thematicBreak':
        return [{ type: 'horizontalRule' }];
      case 'table':
        return [this.table(node)];
      case 'html':
        return paragraph(lines(node.value));
      case 'footnoteDefinition':
        return [...paragraph([{ type: 'text', text: `[${node.identifier}]` }]), ...this.blocks(node.children)];
      default:
        return [];
    }
  }

  /** Quotes, items and cells hold a paragraph at least. */
  private container(nodes: readonly RootContent[]): RichTextNode[] {
    const inner = this.blocks(nodes);
    return inner.length > 0 ? inner : [{ type: 'paragraph' }];
  }

  private list(node: List): RichTextNode {
    const items = node.children.map((item): RichTextNode => {
      const inner = this.container(item.children);
      const first = inner[0]?.type === 'paragraph' ? inner : [{ type: 'paragraph' }, ...inner];
      return { type: 'listItem', content: item.checked == null ? first : withBox(first, item.checked) };
    });
    return { type: node.ordered ? 'orderedList' : 'bulletList', content: items };
  }

  private table(node: Table): RichTextNode {
    const columns = Math.max(1, ...node.children.map((row) => row.children.length));
    const rows = node.children.map((row, i): RichTextNode => {
      const cells = Array.from({ length: columns }, (_, column) => this.phrasing(row.children[column]?.children ?? []).map(onOneLine));
      return { type: 'tableRow', content: cells.map((content) => ({ type: i === 0 ? 'tableHeader' : 'tableCell', content: [{ type: 'paragraph', ...(content.length > 0 && { content }) }] })) };
    });
    return { type: 'table', content: rows };
  }

  private phrasing(nodes: readonly PhrasingContent[], marks: readonly RichTextMark[] = []): RichTextNode[] {
    return joined(nodes.flatMap((node) => this.phrase(node, marks)));
  }

  private phrase(node: PhrasingContent, marks: readonly RichTextMark[]): RichTextNode[] {
    switch (node.type) {
      case 'strong':
        return this.phrasing(node.children, withMark(marks, { type: 'bold' }));
      case 'emphasis':
        return this.phrasing(node.children, withMark(marks, { type: 'italic' }));
      case 'delete':
        return this.phrasing(node.children, withMark(marks, { type: 'strike' }));
      case 'inlineCode':
        return [{ ...words(node.value, withMark(marks, { type: 'code' })) }];
      case 'link':
        return this.link(node.url, node.children, marks);
      case 'linkReference':
        return this.link(this.definitions.get(node.identifier)?.url ?? '', node.children, marks);
      case 'image':
        return this.link(node.url, [{ type: 'text', value: node.alt || node.url }], marks);
      case 'imageReference':
        return this.link(this.definitions.get(node.identifier)?.url ?? '', [{ type: 'text', value: node.alt || node.identifier }], marks);
      case 'break':
        return [{ type: 'hardBreak' }];
      case 'footnoteReference':
        return [words(`[${node.identifier}]`, marks)];
      case 'html':
        return node.value ? [words(node.value, marks)] : [];
      default:
        return withMarks(inline(oneLine(sourceOf(node))), marks);
    }
  }

  private link(url: string, children: readonly PhrasingContent[], marks: readonly RichTextMark[]): RichTextNode[] {
    const mention = mentionAt(url, toString({ type: 'paragraph', children: [...children] }), this.baseUrl);
    if (mention) return [mention];
    const href = url.slice(0, 2_001);
    const isSafe = href.length <= 2_000 && isFollowable(href);
    return isSafe ? this.phrasing(children, withMark(marks, { type: 'link', attrs: { href } })) : this.phrasing(children, marks);
  }
}

const sourceOf = (node: Nodes): string => ('value' in node ? String(node.value) : toString(node));
const oneLine = (text: string): string => text.replaceAll(/\r?\n/g, ' ');
const onOneLine = (node: RichTextNode): RichTextNode => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node);
const paragraph = (content: RichTextNode[]): RichTextNode[] => (content.length > 0 ? [{ type: 'paragraph', content }] : []);

function words(text: string, marks: readonly RichTextMark[]): RichTextNode {
  return { type: 'text', text: oneLine(text), ...(marks.length > 0 && { marks: [...marks] }) };
}

function lines(text: string): RichTextNode[] {
  return text.split('\n').flatMap((line, i) => [...(i > 0 ? [{ type: 'hardBreak' }] : []), ...(line ? [{ type: 'text', text: line }] : [])]);
}

function codeBlock(value: string, lang: string | null | undefined): RichTextNode {
  const language = /^[\p{L}\p{N}+#._-]{1,30}$/u.test(lang ?? '') ? lang : null;
  return { type: 'codeBlock', ...(language && { attrs: { language } }), ...(value && { content: [{ type: 'text', text: value }] }) };
}

/** The box of a task, as words: rich text has none to tick. */
function withBox([first, ...others]: RichTextNode[], isTicked: boolean): RichTextNode[] {
  return [{ type: 'paragraph', content: joined([{ type: 'text', text: isTicked ? '☑ ' : '☐ ' }, ...(first?.content ?? [])]) }, ...others];
}

function withMark(marks: readonly RichTextMark[], mark: RichTextMark): RichTextMark[] {
  return marks.some(({ type }) => type === mark.type) ? [...marks] : [...marks, mark];
}

/** Hashtags carry no marks; within a link they are words of it. */
function withMarks(nodes: RichTextNode[], marks: readonly RichTextMark[]): RichTextNode[] {
  if (marks.length === 0) return nodes;
  const isLink = marks.some(({ type }) => type === 'link');
  return nodes.map((node) => (node.type === 'text' ? words(node.text ?? '', marks) : isLink ? words(`#${node.attrs?.['tag']}`, marks) : node));
}

/** Neighbours that are told in the same way are one text, as the editor has it. */
function joined(nodes: RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) result[result.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else result.push(node);
  }
  return result.filter((node) => node.type !== 'text' || node.text);
}

function sameMarks(one: RichTextNode, other: RichTextNode): boolean {
  const form = (node: RichTextNode) => (node.marks ?? []).map(({ type, attrs }) => `${type} ${attrs?.['href'] ?? ''}`).sort().join('\n');
  return form(one) === form(other);
}
