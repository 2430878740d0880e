import { dayMs, replyTime } from '../calendar.ts';
import { drawCommenter, drawReactor, nobody, type Scene } from '../cast.ts';
import { Stream, hashText, mix } from '../prng.ts';
import type { CommentRecord, Language, MembershipRecord, OrganisationPlan, OrganisationRecord, PostRecord, ReactionKind, ReactionRecord } from '../records.ts';
import { worldOf, type World } from '../world.ts';
import { type Arrival, arrivalsOf } from './arrivals.ts';
import { NewcomerSpeech } from './newcomer-speech.ts';

const NEWCOMER = hashText('newcomer');
const minuteMs = 60_000;
/** What somebody who arrives takes up was written lately. */
const newsDays = 12;
/** So soon after they come in, they begin to write. */
const daysToWrite = 4;
const welcomeKinds: readonly ReactionKind[] = ['support', 'congratulations', 'thanks'];
const commentKinds: readonly ReactionKind[] = ['thanks', 'support', 'agree'];

/**
 * How those who come into a community begin: half of them take up a piece of news, some introduce themselves, most are answered within days; whoever was just hired joins one at once. Beside what is
 * generated, by draws of their own, so that benchmarks and the rest of the company stay as they are. `posts`: the generated ones, in the order of time.
 */
export function* newcomerRecords(plan: OrganisationPlan, posts: readonly PostRecord[]): Generator<OrganisationRecord> {
  const world = worldOf(plan);
  const reception = new Reception(world, posts);
  for (const [index, arrival] of arrivalsOf(world).entries()) yield* reception.receive(arrival, index);
}

class Reception {
  private readonly world: World;
  private readonly news: ReadonlyMap<string | null, PostRecord[]>;
  private readonly speech = new NewcomerSpeech();

  constructor(world: World, posts: readonly PostRecord[]) {
    this.world = world;
    // A remark under a question would count as its answer.
    this.news = Map.groupBy(posts.filter(({ kind }) => kind === 'status'), ({ community }) => community);
  }

  *receive(arrival: Arrival, index: number): Generator<OrganisationRecord> {
    const { person, community, joinedAt, daysBefore, isOfHire } = arrival;
    if (isOfHire) yield { type: 'membership', community: this.idOf(community), person: this.nameOf(person), role: 'member', joinedAt: iso(joinedAt) } satisfies MembershipRecord;
    const draws = new Stream(this.world.seed, NEWCOMER, mix(person, community));
    const [silent, hello] = isOfHire ? [0.15, 0.55] : [0.25, 0.4];
    const mood = draws.unit();
    if (mood < silent) return;
    const at = replyTime(draws, joinedAt + draws.below(daysToWrite) * dayMs, this.world.period.endMs);
    const first: First = { arrival, id: `newcomer-${index + 1}`, at, draws, scene: { community, daysBefore, departments: [] }, spoke: new Set([person]) };
    const news = mood < hello ? undefined : this.newsFor(first);
    if (news) yield* this.takesUp(first, news);
    else if (mood < hello) yield* this.introduces(first);
  }

  private *introduces(first: First): Generator<OrganisationRecord> {
    const { id, at, draws, arrival: { person, community } } = first;
    const asked = this.world.communities[community]!.stock.language;
    const language = asked !== 'both' && this.writes(person, asked) ? asked : this.world.people.firstLanguage(person);
    const body = this.speech.say(draws, { word: 'hello', language, ...this.between(person, person) }, 'anywhere');
    if (body === null) return;
    yield { type: 'post', id, author: this.nameOf(person), community: this.idOf(community), kind: 'status', title: null, body, createdAt: iso(at), tags: [], language };
    const answer = { post: id, language, word: 'welcome' as const };
    if (draws.chance(0.8)) yield* this.answered(first, { ...answer, number: 1 });
    if (draws.chance(0.35)) yield* this.answered(first, { ...answer, number: 2 });
    yield* this.reactions(first, id, welcomeKinds, draws.below(6));
  }

  private *takesUp(first: First, { id: post, language }: PostRecord): Generator<OrganisationRecord> {
    const { id, at, draws, arrival: { person, community } } = first;
    const body = this.speech.say(draws, { word: 'comment', language, ...this.between(person, -1) }, this.idOf(community));
    if (body === null) return;
    yield { type: 'comment', id, post, author: this.nameOf(person), body, createdAt: iso(at), accepted: false } satisfies CommentRecord;
    if (draws.chance(0.45)) yield* this.answered(first, { post, language, word: 'reply', number: 1, replyTo: id });
    yield* this.reactions(first, id, commentKinds, draws.below(4));
  }

  /** By an animator most often, else by whoever is about. */
  private *answered({ id, at, draws, scene, spoke, arrival: { person, community } }: First, { post, language, word, number, replyTo }: Answer): Generator<CommentRecord> {
    const animators = draws.chance(number === 1 ? 0.6 : 0) ? this.world.memberships.animators(community) : [];
    const author = animators.find((animator) => !spoke.has(animator) && this.writes(animator, language)) ?? drawCommenter(this.world, draws, { scene, language, excluded: spoke });
    const saidAt = replyTime(draws, at + number * minuteMs, this.world.period.endMs);
    const body = author === nobody ? null : this.speech.say(draws, { word, language, ...this.between(author, person) }, post);
    if (body === null) return;
    spoke.add(author);
    yield { type: 'comment', id: `${id}-${number}`, post, author: this.nameOf(author), body, createdAt: iso(saidAt), accepted: false, ...(replyTo && { replyTo }) };
  }

  private *reactions({ at, draws, scene, arrival: { person } }: First, target: string, kinds: readonly ReactionKind[], wish: number): Generator<ReactionRecord> {
    const seen = new Set([person]);
    for (let tries = 0; seen.size <= wish && tries < 4 * wish; tries += 1) {
      const reactor = drawReactor(this.world, draws, scene);
      if (reactor === nobody || seen.has(reactor)) continue;
      seen.add(reactor);
      yield { type: 'reaction', target, person: this.nameOf(reactor), kind: draws.pick(kinds), createdAt: iso(replyTime(draws, at, this.world.period.endMs)) };
    }
  }

  /** The newest that they can read and answer. */
  private newsFor({ at, arrival: { person, community } }: First): PostRecord | undefined {
    return this.news.get(this.idOf(community))?.findLast(({ author, language, createdAt }) => {
      const age = at - Date.parse(createdAt);
      return age > minuteMs && age < newsDays * dayMs && author !== this.nameOf(person) && this.writes(person, language);
    });
  }

  private between(speaker: number, listener: number): { site: number; listenerSite: number } {
    const { site } = this.world.people;
    return { site: site[speaker]!, listenerSite: listener < 0 ? -1 : site[listener]! };
  }

  private writes(person: number, language: Language): boolean {
    return this.world.people.writes(person, language);
  }

  private nameOf(person: number): string {
    return this.world.people.identifiers[person]!;
  }

  private idOf(community: number): string {
    return this.world.communities[community]!.id;
  }
}

/** What somebody who arrived does first. */
interface First {
  arrival: Arrival;
  id: string;
  at: number;
  draws: Stream;
  scene: Scene;
  /** Who has spoken to them, and they themselves. */
  spoke: Set<number>;
}

/** What somebody says to them. */
interface Answer {
  post: string;
  language: Language;
  word: 'welcome' | 'reply';
  number: number;
  replyTo?: string;
}

const iso = (instant: number): string => new Date(instant).toISOString();
