import { DOMParser } from '@xmldom/xmldom';
import { SamlRefusal } from './saml-refusal.ts';

/** Reads a document. Document types are refused before parsing: entities are how a small message becomes a huge one, or reads a file. */
export function parseXml(text: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new SamlRefusal('document-type');
  let fault = '';
  const remember = (message: string) => {
    fault ||= message.split('\n')[0] ?? message;
  };
  const parser = new DOMParser({ errorHandler: { warning: remember, error: remember, fatalError: remember } });
  const root = parse(parser, text);
  // Warnings too: an unclosed or repeated attribute is where two parsers begin to disagree about what was signed.
  if (fault || !root) throw new SamlRefusal('malformed', fault || 'not an XML document');
  return root;
}

/** Deeper than any message of SAML, and shallow enough to be walked by whoever calls itself. */
const deepest = 60;

/**
 * Reads a message. Besides elements and text nothing may stand in it: a signature does not cover comments, and parsers differ on the rest, so that
 * the same bytes could name two people.
 */
export function parseMessage(xml: string): Element {
  // The bytes were read as UTF-8: whoever declares another encoding means another text.
  if (/^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i.test(xml)) throw new SamlRefusal('malformed', 'not in UTF-8');
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) throw new SamlRefusal('malformed', 'a sign that XML does not know');
  const root = parseXml(xml);
  // The parser passes over what stands there.
  if (!xml.trimEnd().endsWith(`</${root.nodeName}>`)) throw new SamlRefusal('malformed', 'words behind the end');
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (node.nodeType !== node.ELEMENT_NODE && node.nodeType !== node.TEXT_NODE) throw new SamlRefusal('malformed', `a ${node.nodeName} inside`);
    if (isOfNoNamespace(node) || Array.from((node as Element).attributes ?? []).some(isOfNoNamespace)) throw new SamlRefusal('malformed', `a prefix of nothing: ${node.nodeName}`);
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      if (depth > deepest) throw new SamlRefusal('malformed', 'too deep');
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return root;
}

const isOfNoNamespace = (node: Node): boolean => node.nodeName.includes(':') && !(node as Element).namespaceURI;

function parse(parser: DOMParser, text: string): Element | null {
  try {
    return parser.parseFromString(text, 'text/xml').documentElement ?? null;
  } catch (error) {
    throw new SamlRefusal('malformed', error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'not an XML document');
  }
}

export function isNamed(element: Element, namespace: string, name: string): boolean {
  return element.localName === name && element.namespaceURI === namespace;
}

/** Child elements of that name, in order. */
export function children(parent: Element, namespace: string, name: string): Element[] {
  return allChildren(parent).filter((element) => isNamed(element, namespace, name));
}

export function allChildren(parent: Element): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) found.push(node as Element);
  }
  return found;
}

/** Elements of that name at any depth, the given one included. */
export function descendants(root: Element, namespace: string, name: string): Element[] {
  const found = Array.from(root.getElementsByTagNameNS(namespace, name));
  return isNamed(root, namespace, name) ? [root, ...found] : found;
}

/** The attribute's value, null when absent or empty. */
export function attribute(element: Element, name: string): string | null {
  return element.getAttribute(name)?.trim() || null;
}

/** All the text inside, trimmed: comments are skipped and do not cut it, since a signature does not cover them. */
export function text(element: Element | undefined): string {
  return (element?.textContent ?? '').trim();
}

/** An xs:dateTime in UTC, null when absent. */
export function instant(element: Element, name: string): Date | null {
  const value = attribute(element, name);
  if (value === null) return null;
  // SAML core 1.3.3 asks for UTC; a time without a zone would be read in the server's own.
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new SamlRefusal('malformed', `${name} is not an instant`);
  return new Date(at);
}

export function escapeXml(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
