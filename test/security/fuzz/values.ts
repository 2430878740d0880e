import { richTextOf } from '@parvis/conversations/server';
import { newId } from '@parvis/platform/server';
import fc, { type GeneratorValue } from 'fast-check';
import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import { canary } from '../access-matrix/observe.ts';

/** Texts that have broken programs before, and beginnings and slips of the word that is searched for: never the word itself, which answers may repeat. */
const hostileTexts = [
  '', ' ', 'soudage', 'titane', 'raku', '#quartier', 'Bancs publics', canary.slice(0, 4), canary.slice(0, -1), canary.replace('an', 'na'), `${canary.slice(0, 5)}*`,
  `'; DROP TABLE person; --`, `' OR 1=1 --`, '%', '_%_', '\\', '\\u0000', '\u0000', 'a\u0000b', '\ud800', '\udc00x', '\uFEFF', '\u202Eabc', '👩‍👩‍👧‍👦', 'é'.repeat(300), 'x'.repeat(12_000), '"', '""', '-', '- -', '" OR "', '(', '((((', ')', '&', '|', '!', ':*', '<->', 'a:b',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '{{7*7}}', '${7*7}', '../../etc/passwd', 'null', 'undefined', 'NaN', '__proto__', 'constructor', 'toString', '-1', '1e999', 'ﬀ', 'İ', 'ß', 'a'.repeat(61), 'post.home', 'comment.x', 'Europe/Paris', 'Mars/Olympus', 'fr', 'http://127.0.0.1:1/', 'file:///etc/passwd',
];
const hostileIds = ['', '0', 'x', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', `' OR 1=1 --`, '\u0000', '../..', 'a'.repeat(500)];
const kindsOfSubjects = ['post', 'comment', 'idea', 'campaign', 'wiki-page', 'ama', 'ama-question', 'community', 'person', 'project', 'no-such-kind', '__proto__', ''];
const moments = ['2026-01-01T00:00:00Z', '2030-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '2026-02-30T00:00:00Z', 'tomorrow', ''];
const days = ['2026-01-01', '2026-11-01', '2026-11-22', '2030-01-01', '0000-01-01', '9999-12-31', '2026-02-30', 'today', '', '2026-1-1', '+010000-01-01'];
const numbers = [0, 1, 2, 5, -1, 50, 51, 1_000, 2_147_483_647, -2_147_483_648, 4_294_967_296, 0.5, 1e21];
const cursors = ['', 'x', 'bnVsbA', ...[[], [null], ['x'], [1, 2], ['2026-01-01T00:00:00Z', 'x'], [0, 0, 0], ['\u0000'], [{}], [1e999]].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'))];
const documents: unknown[] = [
  richTextOf('Words'), {}, { type: 'doc' }, { type: 'doc', content: [] }, { type: 'doc', content: 'x' }, null, 7, 'text', [], { type: 'script' }, { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '\u0000' }] }] },
  { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }] },
  { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'x', label: null } }] }] },
  nested(60), JSON.parse('{"type":"doc","__proto__":{"content":[]}}'),
];

function nested(levels: number): unknown {
  let inner: unknown = { type: 'paragraph' };
  for (let i = 0; i < levels; i += 1) inner = { type: 'blockquote', content: [inner] };
  return { type: 'doc', content: [inner] };
}

/** Arguments for any input of the schema: mostly what it asks for, made of things that there are, and sometimes what it does not expect. */
export class Values {
  constructor(
    private readonly pick: GeneratorValue,
    private readonly ids: readonly string[],
  ) {}

  one<T>(of: readonly T[]): T {
    return of[this.number(0, of.length - 1)] as T;
  }

  /** True so often in a hundred. */
  chance(percent: number): boolean {
    return this.pick(fc.nat, { max: 99 }) < percent;
  }

  number(from: number, to: number): number {
    return this.pick(fc.integer, { min: from, max: to });
  }

  of(type: GraphQLInputType, name: string, depth = 0): unknown {
    if (isNonNullType(type)) return this.given(type.ofType, name, depth);
    return this.chance(5) ? null : this.given(type, name, depth);
  }

  private given(type: GraphQLInputType, name: string, depth: number): unknown {
    if (isListType(type)) return Array.from({ length: this.number(0, this.chance(3) ? 120 : 3) }, () => this.of(type.ofType, name, depth));
    if (isEnumType(type)) return this.one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const wanted = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || (depth < 4 && this.chance(40)));
      return Object.fromEntries(wanted.map((field) => [field.name, this.of(field.type, field.name, depth + 1)]));
    }
    return this.scalar(String(type), name);
  }

  private scalar(type: string, name: string): unknown {
    if (type === 'Boolean') return this.chance(50);
    if (type === 'ID') return this.chance(4) ? this.one(hostileIds) : name === 'key' || this.chance(5) ? newId() : this.one(this.ids);
    if (type === 'Int' || type === 'Float') return name === 'first' && this.chance(90) ? this.number(1, 6) : this.one(numbers);
    if (type === 'DateTime') return this.one(moments);
    if (type === 'Date') return this.one(days);
    if (type === 'RichText') return this.one(documents);
    if (type === 'JsonObject') return this.one([{}, { a: 1 }, { a: { b: ['\u0000'] } }, JSON.parse('{"__proto__": {"admin": true}}')]);
    return this.text(name);
  }

  private text(name: string): string {
    if (name === 'after') return this.one(cursors);
    if (name === 'type') return this.one(kindsOfSubjects);
    if (name === 'subject' && this.chance(60)) return `${this.one(['comment', 'post', 'idea', 'wiki-page', 'ama'])}.${this.one(this.ids)}`;
    if (/On$|closes|opens|starts|ends|from|until/i.test(name) && this.chance(70)) return this.one(days);
    return this.one(hostileTexts);
  }
}
