import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';

/** What a page says of itself. */
export interface PageFacts {
  title: string;
  description: string;
  siteName: string;
  /** As written there: it may be relative. */
  image: string;
}

const longest = { title: 200, description: 400, siteName: 80 };

/** Read from the head alone: Open Graph first, then Twitter’s names, then plain HTML. Nothing is run, and what comes out is text, never markup. */
export function pageFacts(html: string): PageFacts {
  const metas = new Map<string, string>();
  let title = '';
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'body') parser.pause();
      inTitle = name === 'title' && title === '';
      if (name !== 'meta') return;
      const key = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
      const content = attributes['content']?.trim();
      if (content && !metas.has(key)) metas.set(key, content);
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag() {
      inTitle = false;
    },
  });
  parser.write(html);
  const first = (...keys: string[]): string => keys.map((key) => metas.get(key)).find(Boolean) ?? '';
  return {
    title: line(first('og:title', 'twitter:title') || title, longest.title),
    description: line(first('og:description', 'twitter:description', 'description'), longest.description),
    siteName: line(first('og:site_name', 'application-name'), longest.siteName),
    image: first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
  };
}

/** Controls, and signs that turn the direction of what stands around them. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

function line(text: string, max: number): string {
  const letters = [...text.replace(unseen, ' ').replace(/\s+/g, ' ').trim()];
  return letters.length <= max ? letters.join('') : `${letters.slice(0, max - 1).join('').trimEnd()}…`;
}

/** The text of a page in the charset that it says it has; UTF-8 when it says nothing that is known. */
export function pageText(bytes: Buffer, contentType: string): string {
  const said = /charset=["']?([\w:.-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(bytes.subarray(0, 4_096).toString('latin1'))?.[1];
  return iconv.decode(bytes, said && iconv.encodingExists(said) ? said : 'utf8');
}
