/** What a bench asks once: an operation of the API, or a file by its address. */
export type Ask = Operation | { file: string };

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  /** What the page asks once it has that: both are one request. */
  then?: Ask;
}

export interface Figures {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  worstMs: number;
}

/** The smallest value that at least that share of the values does not exceed (nearest rank). */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function figuresOf(timesMs: readonly number[], seconds: number): Figures {
  const sorted = timesMs.toSorted((one, other) => one - other);
  const [p50Ms, p95Ms, p99Ms, worstMs] = [0.5, 0.95, 0.99, 1].map((share) => Math.round(percentile(sorted, share) * 10) / 10) as [number, number, number, number];
  return { requests: sorted.length, perSecond: Math.round((sorted.length / seconds) * 10) / 10, p50Ms, p95Ms, p99Ms, worstMs };
}

/** Asks the server again and again from that many connections, each as soon as it has its answer, and times each answer. */
export async function drive({ seconds, connections, ask }: { seconds: number; connections: number; ask: (number: number) => Promise<void> }): Promise<Figures> {
  const timesMs: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let number = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < endsAt) {
        const since = performance.now();
        await ask(number++);
        timesMs.push(performance.now() - since);
      }
    }),
  );
  return figuresOf(timesMs, (performance.now() - startedAt) / 1000);
}

/** Asks once, and reads the whole answer; an error is a fault of the bench, never a figure. */
export async function send(url: string, cookie: string, ask: Ask): Promise<unknown> {
  if ('file' in ask) return download(`${url}${ask.file}`, cookie);
  const { query, variables, then } = ask;
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] };
  if (errors?.[0]) throw new Error(`The server refused: ${errors[0].extensions?.code ?? ''} ${errors[0].message}`);
  return then ? send(url, cookie, then) : data;
}

/** How many bytes it has: to keep them would measure the bench. */
async function download(address: string, cookie: string): Promise<number> {
  const response = await fetch(address, { headers: { cookie } });
  if (!response.ok || !response.body) throw new Error(`The server refused: ${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  return bytes;
}
