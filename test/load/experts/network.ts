import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A question that is asked, with the people who turned out to know: their `identifier`, and how well (2: accepted, 1: answered). */
export interface ExpertQuery {
  id: string;
  text: string;
  tags: string[];
  relevant: Map<string, number>;
  /** Null: not told. */
  askedBy: string | null;
  createdAt: Date | null;
}

/** Something written in the network, with those who thereby show that they know. */
export interface NetworkDocument {
  title: string;
  body: string;
  tags: string[];
  /** Who answered, or who wrote what is no question; with the moment. */
  people: { person: string; at: Date }[];
}

async function* linesOf(file: string): AsyncGenerator<{ number: number; line: Record<string, unknown> }> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (!text.trim()) continue;
    try {
      yield { number, line: JSON.parse(text) as Record<string, unknown> };
    } catch {
      throw new Error(`${file}, line ${number}: this is no JSON object.`);
    }
  }
}

const dated = (value: unknown): Date | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

export async function readQueries(file: string): Promise<ExpertQuery[]> {
  const queries: ExpertQuery[] = [];
  for await (const { number, line } of linesOf(file)) {
    const { id, text, tags, relevant, askedBy, createdAt } = line;
    if (typeof text !== 'string' || typeof relevant !== 'object' || relevant === null) throw new Error(`${file}, line ${number}: "text" and "relevant" are needed.`);
    const grades = Object.entries(relevant).filter((grade): grade is [string, number] => typeof grade[1] === 'number' && grade[1] > 0);
    queries.push({ id: String(id ?? number), text, tags: texts(tags), relevant: new Map(grades), askedBy: typeof askedBy === 'string' ? askedBy : null, createdAt: dated(createdAt) });
  }
  return queries;
}

/** What the baselines read: the same file that is imported. */
export async function readNetwork(file: string): Promise<NetworkDocument[]> {
  const posts = new Map<string, NetworkDocument>();
  for await (const { line } of linesOf(file)) {
    if (line['type'] === 'post') {
      const { id, author, kind, title, body, tags, createdAt } = line;
      const own = kind === 'question' ? [] : [{ person: String(author), at: dated(createdAt) ?? new Date(0) }];
      posts.set(String(id), { title: String(title ?? ''), body: String(body ?? ''), tags: texts(tags), people: own });
    } else if (line['type'] === 'comment') {
      posts.get(String(line['post']))?.people.push({ person: String(line['author']), at: dated(line['createdAt']) ?? new Date(0) });
    }
  }
  return [...posts.values()];
}
