import type { TestApi } from '@parvis/identity/server/testing';
import type { Operation } from './operation.ts';
import type { Outcome } from './row.ts';

/** Stands in every text of the closed and of the secret community, and nowhere else. */
export const canary = 'zqcanary';

export const holdsCanary = (bytes: string): boolean => bytes.toLowerCase().includes(canary);

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Sends an operation with a cookie, or without one; the answer as bytes too. */
export async function sent(api: TestApi, cookie: string, operation: Operation): Promise<{ status: number; bytes: string; answer: Answer }> {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
  const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(operation) });
  const bytes = await response.text();
  return { status: response.status, bytes, answer: JSON.parse(bytes) as Answer };
}

/** What came of it, judged by what stands at the end of `path`. */
export function outcomeOf({ bytes, answer }: { bytes: string; answer: Answer }, path: readonly string[]): Outcome {
  const inside = holdsCanary(bytes);
  const [error] = answer.errors ?? [];
  if (error) return `${error.extensions?.code ?? error.message}${inside ? ' inside' : ''}`;
  const found = path.reduce<unknown>(stepInto, answer.data);
  if (inside) return 'inside';
  if (found === null || found === undefined) return 'null';
  return isEmpty(found) ? 'empty' : 'yes';
}

/** On the way, the first of a list stands for the others; an empty one is what was found. */
function stepInto(value: unknown, field: string): unknown {
  if (Array.isArray(value) && value.length === 0) return value;
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return (one as Record<string, unknown> | null | undefined)?.[field];
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null && 'edges' in value) return isEmpty(value.edges);
  return value === false || value === 0;
}

/** What came of a request to a route. */
export async function routeOutcome(response: Response): Promise<Outcome> {
  const bytes = await response.text();
  const inside = holdsCanary(bytes);
  if (response.status >= 400) return `${codeIn(bytes) ?? response.status}${inside ? ' inside' : ''}`;
  if (response.status >= 300) return 'elsewhere';
  return inside ? 'inside' : 'yes';
}

function codeIn(bytes: string): string | null {
  try {
    return (JSON.parse(bytes) as { error?: { code?: string } }).error?.code ?? null;
  } catch {
    return null;
  }
}
