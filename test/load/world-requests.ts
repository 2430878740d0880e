import type { TableCopier } from './copy-in.ts';

/** A question, with whoever asked it. */
export interface AskedQuestion {
  id: string;
  askerId: string;
  at: Date;
}

export const requestColumns: Record<string, string> = {
  expert_routing: 'question_id, after_hours, next_at, first_offered_at, rested_at',
  expert_request: 'id, question_id, person_id, turn, reasons, offered_at, until_at, is_open',
};

const dayMs = 86_400_000;
const mostTurns = 3;
/** One question of so many was brought to people; one of so many of those to three. */
const oneOf = 4;
const why = JSON.stringify({ evidence: [], skilled: [], askMeAbout: [] });

/** What became of a question that waited for an answer: some were brought to one or to three people, a working day each. Those of the last days are still open. */
export async function writeRequests(copier: TableCopier, { id, askerId, at }: AskedQuestion, people: readonly string[], { idFrom, now }: { idFrom(source: string, at: Date): string; now: Date }): Promise<void> {
  const drawn = drawnFrom(id);
  const first = at.getTime() + dayMs;
  if (drawn % oneOf !== 0 || first > now.getTime()) return copier.add('expert_routing', [id, 24, first > now.getTime() ? new Date(first) : null, null, null]);
  const turns = drawn % (oneOf * oneOf) === 0 ? mostTurns : 1;
  const asked = [...new Set(Array.from({ length: turns }, (_, turn) => people[(drawn * (turn + 1) * 7_919) % people.length] ?? askerId))].filter((person) => person !== askerId);
  let open: Date | null = null;
  for (const [turn, person] of asked.entries()) {
    const offered = first + turn * dayMs;
    if (offered > now.getTime()) break;
    const until = new Date(offered + dayMs);
    if (until > now) open = until;
    await copier.add('expert_request', [idFrom(`expert-request:${id}:${turn}`, new Date(offered)), id, person, turn + 1, why, new Date(offered), until, until > now]);
  }
  return copier.add('expert_routing', [id, 24, open, new Date(first), open ? null : new Date(first + mostTurns * dayMs)]);
}

/** A number that the id decides, so that the same company comes out each time. */
const drawnFrom = (id: string): number => Number.parseInt(id.slice(-7), 16);
