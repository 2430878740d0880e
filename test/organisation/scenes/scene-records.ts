import { dayMs, parisClock, fromParisClock, replyTime, workingMoment } from '../calendar.ts';
import { Stream, hashText } from '../prng.ts';
import type { EventReplyRecord, OrganisationPlan, OrganisationRecord, PollVoteRecord, PostRecord, ReactionKind, TagFollowRecord, WikiPageRecord } from '../records.ts';
import { typeset } from '../typography.ts';
import { wholeCompany, worldOf } from '../world.ts';
import type { World } from '../world.ts';
import { announcements } from './announcements.ts';
import { events } from './events.ts';
import { polls } from './polls.ts';
import type { EventScene, Said, Scene } from './scene.ts';
import { SceneCast, type Stage } from './scene-cast.ts';
import { threads } from './threads.ts';
import { followedTags } from './waiting.ts';
import { wikiScenes, type WikiScene } from './wiki-scenes.ts';

const SCENE = hashText('scene');
const hourMs = 3_600_000;
const minuteMs = 60_000;
const closingHour = 17;
/** After whatever the remark is about. */
const remarkHour = 18;
const commentKinds: readonly ReactionKind[] = ['thanks', 'agree', 'insightful'];

/** What was written by hand beside what is generated, so that a visitor meets every kind of thing: in the order of time, each post with what people made of it. */
export function* sceneRecords(plan: OrganisationPlan): Generator<OrganisationRecord> {
  const stage = new SceneStage(worldOf(plan));
  for (const { person, tags } of followedTags) for (const tag of tags) yield { type: 'tag-follow', person, tag } satisfies TagFollowRecord;
  const played = [...announcements, ...polls, ...events, ...threads].flatMap((scene, index) => stage.play(scene, index));
  for (const { records } of played.sort((a, b) => a.at - b.at)) yield* records;
  for (const page of wikiScenes) yield* stage.page(page);
}

export const scenePostId = (scene: string): string => `scene-${scene}`;

class SceneStage {
  private readonly world: World;
  private readonly endMs: number;
  readonly cast: SceneCast;

  constructor(world: World) {
    this.world = world;
    this.endMs = world.period.endMs;
    this.cast = new SceneCast(world);
  }

  /** Nothing when the company has no such community. */
  play(scene: Scene, index: number): { at: number; records: OrganisationRecord[] }[] {
    const community = this.cast.communityNamed(scene.in);
    if (community === null) return [];
    const act = new Act(this, scene, { community, daysBefore: scene.daysBefore }, new Stream(this.world.seed, SCENE, index));
    return [{ at: act.at, records: [...act.records()] }];
  }

  *page({ id, in: name, language, below, versions }: WikiScene): Generator<WikiPageRecord> {
    const community = this.cast.communityNamed(name);
    if (community === null) return;
    yield {
      type: 'wiki-page', id: `page-${id}`, community: this.idOf(community) ?? '', parent: below ? `page-${below}` : null,
      versions: versions.map(({ by, daysBefore, title, body, note }) => ({
        title: typeset(title, language), body: typeset(body, language), note: typeset(note ?? '', language),
        author: this.cast.identifierOf(by, { community, daysBefore }, language), createdAt: iso(this.moment(daysBefore, 10)),
      })),
    };
  }

  /** So many days ago, one at least; below 0: to come. */
  moment(daysBefore: number, hour: number): number {
    return workingMoment(this.endMs, daysBefore, hour);
  }

  replied(draws: Stream, since: number): number {
    return replyTime(draws, since, this.endMs - minuteMs);
  }

  /** Null: to the whole company. */
  idOf(community: number): string | null {
    return community === wholeCompany ? null : this.world.communities[community]!.id;
  }
}

const iso = (instant: number): string => new Date(instant).toISOString();

/** One scene, while it plays. */
class Act {
  readonly at: number;
  private readonly id: string;
  private readonly author: string;
  private readonly stage: SceneStage;
  private readonly scene: Scene;
  private readonly place: Stage;
  private readonly draws: Stream;

  constructor(stage: SceneStage, scene: Scene, place: Stage, draws: Stream) {
    this.stage = stage;
    this.scene = scene;
    this.place = place;
    this.draws = draws;
    this.at = stage.moment(scene.daysBefore, scene.hour);
    this.id = scenePostId(scene.id);
    this.author = this.who(scene.by);
  }

  *records(): Generator<OrganisationRecord> {
    yield this.post();
    yield* this.reactions(this.id, this.at, this.author, this.scene.reactions ?? { count: 0, kinds: commentKinds });
    yield* this.votes();
    yield* this.replies();
    yield* this.readings();
    yield* this.comments();
  }

  private post(): PostRecord {
    const { language, title, body, tags, poll, event, announcement, pinnedDays, writtenBy } = this.scene;
    return {
      type: 'post', id: this.id, author: this.author, community: this.stage.idOf(this.place.community), kind: this.kind(),
      title: title ? typeset(title, language) : null, body: typeset(body, language), createdAt: iso(this.at), tags: [...tags], language,
      ...(writtenBy && { writtenBy: this.who(writtenBy) }),
      ...(poll && {
        poll: {
          options: poll.options.map(([label]) => typeset(label, language)), multiple: poll.multiple ?? false, anonymous: poll.anonymous ?? false,
          closesAt: poll.closesInDays === undefined ? null : iso(this.stage.moment(-poll.closesInDays, closingHour)),
        },
      }),
      ...(event && { event: this.event(event) }),
      ...(announcement && { announcement: { asksAcknowledgement: announcement.asksAcknowledgement ?? false } }),
      ...(pinnedDays && { pinnedAt: iso(this.at), pinnedUntil: pinnedDays === 'always' ? null : iso(this.at + pinnedDays * dayMs) }),
    };
  }

  private kind(): PostRecord['kind'] {
    const { poll, event, announcement, title } = this.scene;
    if (poll) return 'poll';
    if (event) return 'event';
    if (announcement) return 'announcement';
    return title ? 'question' : 'status';
  }

  private event({ inDays, hour, minutes = 60, timeZone, place, link, seats }: EventScene): NonNullable<PostRecord['event']> {
    const { language } = this.scene;
    const starts = this.stage.moment(-inDays, hour ?? 0);
    const ends = hour === undefined ? fromParisClock(parisClock(starts) + dayMs) : starts + minutes * minuteMs;
    return {
      startsAt: iso(starts), endsAt: iso(ends), timeZone, allDay: hour === undefined, place: place ? typeset(place, language) : null, link: link ?? null, seats: seats ?? null,
    };
  }

  private *votes(): Generator<PollVoteRecord> {
    const { poll, language } = this.scene;
    if (!poll) return;
    const weights = poll.options.map(([, weight]) => weight);
    for (const person of this.audience(poll.votes)) {
      const chosen = new Set([this.draws.weighted(weights)]);
      for (let more = 0; poll.multiple && more < 2; more += 1) if (this.draws.chance(0.6)) chosen.add(this.draws.weighted(weights));
      yield { type: 'poll-vote', post: this.id, person, options: [...chosen].map((option) => typeset(poll.options[option]![0], language)) };
    }
  }

  private *replies(): Generator<EventReplyRecord> {
    const { event } = this.scene;
    if (!event) return;
    const faces = event.faces ?? [];
    const others = this.audience(event.attending + event.maybe + event.declined - faces.length);
    const answers = [...faces, ...others].map((person, index) => {
      const answer = index < event.attending ? ('attending' as const) : index < event.attending + event.maybe ? ('maybe' as const) : ('declined' as const);
      return { type: 'event-reply' as const, post: this.id, person, answer, createdAt: iso(faces.includes(person) ? this.at + (index + 1) * minuteMs : this.stage.replied(this.draws, this.at + hourMs / 2)) };
    });
    yield* answers.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  }

  private *readings(): Generator<OrganisationRecord> {
    const { announcement } = this.scene;
    for (const [index, person] of this.audience(announcement?.readers ?? 0).entries()) {
      yield { type: 'reading', post: this.id, person, acknowledged: index < (announcement?.acknowledged ?? 0) };
    }
  }

  private *comments(): Generator<OrganisationRecord> {
    const said = this.scene.comments ?? [];
    const ids = new Map(said.map(({ as }, index) => [as ?? '', `${this.id}-${index + 1}`]));
    const times = said.map(() => this.stage.replied(this.draws, this.at)).sort((a, b) => a - b);
    let at = this.at;
    for (const [index, comment] of said.entries()) {
      at = Math.max(at + 1, comment.daysBefore === undefined ? times[index]! : this.stage.moment(comment.daysBefore, remarkHour));
      yield* this.comment(comment, { id: `${this.id}-${index + 1}`, at, ids });
    }
  }

  private *comment({ by, text, replyTo, quotes, accepted, votes, reactions, faces }: Said, { id, at, ids }: { id: string; at: number; ids: ReadonlyMap<string, string> }): Generator<OrganisationRecord> {
    const author = this.who(by);
    yield {
      type: 'comment', id, post: this.id, author, body: typeset(text, this.scene.language), createdAt: iso(at), accepted: accepted ?? false,
      ...(replyTo && { replyTo: ids.get(replyTo)! }), ...(quotes && { quotes: ids.get(quotes)! }),
    };
    yield* this.reactions(id, at, author, { count: reactions ?? 0, kinds: commentKinds, faces });
    for (const person of this.audience(votes ?? 0, author)) yield { type: 'vote', comment: id, person, createdAt: iso(this.stage.replied(this.draws, at)) };
  }

  private *reactions(target: string, at: number, author: string, { count, kinds, faces = [] }: { count: number; kinds: readonly ReactionKind[]; faces?: readonly string[] | undefined }): Generator<OrganisationRecord> {
    const people = [...faces, ...this.audience(count - faces.length, author)];
    for (const person of people) yield { type: 'reaction', target, person, kind: kinds[Math.floor(kinds.length * this.draws.unit() ** 1.6)]!, createdAt: iso(this.stage.replied(this.draws, at)) };
  }

  private audience(count: number, author = this.author): string[] {
    return count > 0 ? this.stage.cast.audience(this.draws, this.place, count, new Set([author])) : [];
  }

  private who(who: Scene['by']): string {
    return this.stage.cast.identifierOf(who, this.place, this.scene.language);
  }
}
