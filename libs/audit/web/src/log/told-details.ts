/** What an entry tells beside who, when and what: a name and a text each, in their order. `line`: as exports hold it. */
export function toldDetails(line: string): [name: string, value: string][] {
  const { details } = JSON.parse(line) as { details: Record<string, unknown> };
  return Object.entries(details).map(([name, value]) => [name, Array.isArray(value) ? value.map(text).join(', ') : text(value)]);
}

const text = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));
