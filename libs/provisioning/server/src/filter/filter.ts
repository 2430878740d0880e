import { scimErrors } from '../http/scim-error.ts';

/** The path of an attribute as it is written: `name.familyName`, or with the address of its schema before it. */
export interface Path {
  /** Address of a schema, as written; null: none was. */
  schema: string | null;
  attribute: string;
  sub: string | null;
}

export const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];
export type Operand = string | number | boolean | null;

export type Filter =
  | { kind: 'and' | 'or'; filters: Filter[] }
  | { kind: 'not'; filter: Filter }
  | { kind: 'compare'; path: Path; comparison: Comparison; operand: Operand }
  | { kind: 'present'; path: Path }
  | { kind: 'values'; path: Path; filter: Filter };

const longest = 4_000;
const deepest = 12;
const mostTerms = 60;

/** Reads a filter (RFC 7644, section 3.4.2.2). Operators and names may be in any letters, truths too (`True`, as Entra ID writes). Errors: invalidFilter. */
export function parseFilter(written: string): Filter {
  if (written.length > longest) throw scimErrors.invalidFilter(`A filter holds ${longest} characters at most.`);
  return new FilterReader(written).whole();
}

const token = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y;

class FilterReader {
  private at = 0;
  private terms = 0;

  constructor(private readonly written: string) {}

  whole(): Filter {
    const filter = this.alternatives(0);
    const rest = this.next();
    if (rest !== null) throw unexpected(rest);
    return filter;
  }

  private alternatives(depth: number): Filter {
    if (depth > deepest) throw scimErrors.invalidFilter(`A filter is ${deepest} levels deep at most.`);
    return this.joined('or', () => this.joined('and', () => this.term(depth)));
  }

  private joined(kind: 'and' | 'or', part: () => Filter): Filter {
    const filters = [part()];
    while (this.peek()?.toLowerCase() === kind) {
      this.next();
      filters.push(part());
    }
    return filters.length === 1 && filters[0] ? filters[0] : { kind, filters };
  }

  private term(depth: number): Filter {
    this.terms += 1;
    if (this.terms > mostTerms) throw scimErrors.invalidFilter(`A filter compares ${mostTerms} times at most.`);
    const first = this.required();
    if (first === '(') return this.enclosed(')', depth);
    if (first.toLowerCase() === 'not' && this.peek() === '(') {
      this.next();
      return { kind: 'not', filter: this.enclosed(')', depth) };
    }
    const path = pathOf(first);
    if (this.peek() === '[') {
      this.next();
      const filter = this.enclosed(']', depth);
      // `emails[type eq "work"].value eq "…"` is not in the RFC; nobody writes it in a filter.
      return { kind: 'values', path, filter };
    }
    return this.comparison(path);
  }

  private enclosed(end: ')' | ']', depth: number): Filter {
    const filter = this.alternatives(depth + 1);
    const closing = this.required();
    if (closing !== end) throw unexpected(closing);
    return filter;
  }

  private comparison(path: Path): Filter {
    const written = this.required();
    const operator = written.toLowerCase();
    if (operator === 'pr') return { kind: 'present', path };
    const comparison = comparisons.find((known) => known === operator);
    if (!comparison) throw unexpected(written);
    return { kind: 'compare', path, comparison, operand: operandOf(this.required()) };
  }

  private peek(): string | null {
    const before = this.at;
    const found = this.next();
    this.at = before;
    return found;
  }

  private next(): string | null {
    token.lastIndex = this.at;
    const [found, ...kinds] = token.exec(this.written) ?? [];
    if (found === undefined) {
      const rest = this.written.slice(this.at).trim();
      if (rest) throw unexpected(rest);
      return null;
    }
    this.at += found.length;
    return kinds.find((kind) => kind !== undefined) ?? null;
  }

  private required(): string {
    const found = this.next();
    if (found === null) throw scimErrors.invalidFilter('The filter ends too early.');
    return found;
  }
}

const unexpected = (found: string) => scimErrors.invalidFilter(`The filter cannot be read from ${JSON.stringify(found.slice(0, 40))} on.`);

const pathPattern = /^(?:(urn:[A-Za-z0-9._:-]+):)?([A-Za-z$][\w$-]*)(?:\.([A-Za-z$][\w$-]*))?$/i;

/** Errors: invalidFilter. */
export function pathOf(written: string): Path {
  const [whole, schema, attribute, sub] = pathPattern.exec(written) ?? [];
  if (whole === undefined || attribute === undefined) throw unexpected(written);
  return { schema: schema ?? null, attribute, sub: sub ?? null };
}

function operandOf(written: string): Operand {
  const lower = written.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  if (lower === 'null') return null;
  if (!/^["\d-]/.test(written)) throw unexpected(written);
  try {
    return JSON.parse(written) as Operand;
  } catch {
    throw unexpected(written);
  }
}
