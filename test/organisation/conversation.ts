import { replyTime } from './calendar.ts';
import { drawCommenter, drawExecutiveReader, nobody } from './cast.ts';
import { marksOf } from './freshness.ts';
import { namesOwnSite, render } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import type { Desk, Thread } from './posts.ts';
import { Stream, hashText, mix } from './prng.ts';
import type { Deck } from './stock.ts';

const CONVERSATION = hashText('conversation');
const mostComments = 14;

/** A comment before it has an identifier. */
export interface Reply {
  author: number;
  body: string;
  time: number;
  accepted: boolean;
  /** The number of the reply that it answers, in the order of time; null: the post. */
  replyTo: number | null;
}

type Speaker = 'reader' | 'executive' | 'author';
interface Turn {
  speaker: Speaker;
  isAnswer: boolean;
  /** Texts to try, best first. */
  phrases: readonly Phrase[];
}

/** So many replies with a long tail: half get none, a few start a discussion. */
const tailed = (share: number, atLeastOne: number): number => (share < atLeastOne ? Math.min(mostComments, Math.floor((atLeastOne / Math.max(share, 1e-6)) ** 0.62)) : 0);

function fromDeck(deck: Deck<Phrase>): readonly Phrase[] {
  const phrases = [0, 1, 2, 3].flatMap((below) => [deck.peek(below)!]);
  deck.take(0);
  return phrases;
}

/** Most questions find answers within what colleagues know; one in seven stays open. */
function questionTurns({ stock }: Desk, draws: Stream, thread: Thread): Turn[] {
  const remarks = stock.remarks[thread.record.language];
  const { replies } = thread.template;
  const wanted = draws.weighted([0.14, 0.34, 0.32, 0.2]);
  const start = draws.below(Math.max(1, replies.length));
  const turns: Turn[] = replies.slice(0, wanted).map((_, turn) => ({ speaker: 'reader', isAnswer: true, phrases: [replies[(start + turn) % replies.length]!] }));
  if (turns.length === 0) return draws.chance(0.35) ? [{ speaker: 'reader', isAnswer: false, phrases: fromDeck(remarks.echo) }] : [];
  if (draws.chance(0.12)) turns.unshift({ speaker: 'reader', isAnswer: false, phrases: fromDeck(remarks.echo) });
  if (draws.chance(0.5)) turns.push({ speaker: 'author', isAnswer: false, phrases: fromDeck(remarks.thanks) });
  return turns;
}

/** What this piece of news calls for first; of progress, what colleagues say to any, and executives join in. */
function statusTurns({ stock }: Desk, draws: Stream, thread: Thread): Turn[] {
  const remarks = stock.remarks[thread.record.language];
  const { isProgress } = thread.topic.topic;
  const { replies } = thread.template;
  const wanted = tailed(draws.unit(), thread.isFromExecutive ? 0.85 : 0.55);
  const start = draws.below(Math.max(1, replies.length));
  const own = [...replies.slice(start), ...replies.slice(0, start)];
  const turns: Turn[] = [];
  for (let turn = 0; turn < (isProgress ? wanted : Math.min(wanted, own.length)); turn += 1) {
    const isGeneral = isProgress && (turn >= own.length || (turn > 0 && draws.chance(0.25)));
    if (isProgress && draws.chance(0.07)) turns.push({ speaker: 'executive', isAnswer: false, phrases: fromDeck(remarks.executive) });
    else turns.push({ speaker: 'reader', isAnswer: false, phrases: isGeneral ? [...fromDeck(remarks.reaction), ...own.slice(turn)] : own.slice(turn) });
  }
  if (isProgress && turns.length > 1 && draws.chance(0.45)) turns.push({ speaker: 'author', isAnswer: false, phrases: fromDeck(remarks.author) });
  if (thread.isFromExecutive && turns.length > 0 && draws.chance(0.4)) turns.push({ speaker: 'author', isAnswer: false, phrases: fromDeck(remarks.leader) });
  return turns;
}

function wordTurn({ world, freshReplies }: Desk, thread: Thread, turn: Turn, speaker: number, number: number): string | null {
  const isNeighbour = world.people.site[speaker] === thread.voice.postSite;
  for (const [rank, phrase] of turn.phrases.entries()) {
    if (isNeighbour && turn.speaker === 'reader' && !turn.isAnswer && namesOwnSite(phrase)) continue;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const body = render(phrase, { ...thread.voice, speakerSite: world.people.site[speaker]!, wording: mix(thread.voice.thread, 100 * number + 10 * rank + attempt) });
      const marks = marksOf(body);
      if (freshReplies.isFresh(marks)) {
        freshReplies.remember(marks);
        return body;
      }
    }
  }
  return null;
}

function drawSpeaker({ world }: Desk, draws: Stream, thread: Thread, turn: Turn, excluded: ReadonlySet<number>): number {
  const reader = { scene: turn.isAnswer ? thread.scene : { ...thread.scene, departments: [] }, language: thread.record.language, excluded };
  if (turn.speaker === 'author') return thread.author;
  return turn.speaker === 'executive' ? drawExecutiveReader(world, draws, reader) : drawCommenter(world, draws, reader);
}

/** The comments of a post in the order of time. */
export function converse(desk: Desk, thread: Thread, index: number, time: number): Reply[] {
  const draws = new Stream(desk.world.seed, CONVERSATION, index);
  const turns = thread.record.kind === 'question' ? questionTurns(desk, draws, thread) : statusTurns(desk, draws, thread);
  const excluded = new Set([thread.author]);
  const said: { author: number; body: string; isAnswer: boolean }[] = [];
  for (const [number, turn] of turns.entries()) {
    // An author who has nobody to thank says nothing.
    if (turn.speaker === 'author' && said.length === 0) continue;
    const author = drawSpeaker(desk, draws, thread, turn, excluded);
    const body = author === nobody ? null : wordTurn(desk, thread, turn, author, number);
    if (!body) continue;
    excluded.add(author);
    said.push({ author, body, isAnswer: turn.isAnswer });
  }
  const answers = said.flatMap(({ isAnswer }, number) => (isAnswer ? [number] : []));
  const accepted = answers.length > 0 && draws.chance(0.58) ? draws.pick(answers) : -1;
  const times = said.map(() => replyTime(draws, time, desk.world.period.endMs)).sort((a, b) => a - b);
  // Who asked thanks for what helped, right there; the last answer when nobody says.
  const thanked = accepted >= 0 ? accepted : (answers.at(-1) ?? null);
  return said.map(({ author, body }, number) => ({
    author, body, time: times[number]!, accepted: number === accepted,
    replyTo: thread.record.kind === 'question' && author === thread.author && thanked !== null && thanked < number ? thanked : null,
  }));
}
