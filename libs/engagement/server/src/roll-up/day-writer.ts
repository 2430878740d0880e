import type { EntityManager } from 'typeorm';
import { type ContributionDay, encodeContributions } from '../contribution/contribution-day.ts';
import type { Contribution } from '../contribution/contributions.ts';
import { counted, type ExecutiveAct, type KeptAct } from '../example/executive-acts.ts';
import type { Place } from '../gate/headcounts.ts';
import { encodeHours, type HourDay } from '../hour/hour-day.ts';
import type { HourOfActs } from '../hour/hours.ts';
import { type Day, dayNumber } from '../period/day.ts';
import { keptGap } from '../period/never.ts';
import { encodeQuestions, type QuestionDay } from '../question/question-day.ts';
import type { AskedQuestion } from '../question/questions.ts';
import { placeIdsOf } from '../standing/places.ts';
import { placeKey, placeOn, type Standing } from '../standing/standing.ts';
import type { Meeting } from '../tie/meetings.ts';
import { encodeTies, type TieDay } from '../tie/tie-day.ts';
import { encodeVisits, type VisitDay } from '../visit/visit-day.ts';
import type { Visit } from '../visit/visits.ts';

/** What happened on some days. */
interface Happened {
  meetings: readonly Meeting[];
  visits: readonly Visit[];
  contributions: readonly Contribution[];
  hours: readonly HourOfActs[];
  questions: readonly AskedQuestion[];
  acts: readonly ExecutiveAct[];
}

type ByDay<T> = ReadonlyMap<Day, readonly T[]>;
type Placed<T> = T & { at: string };

/** Writes what happened on days as they keep it: by places, without names. Whoever stood nowhere is left out. */
export class DayWriter {
  private readonly places = new Map<string, Place>();
  private ties: ByDay<Meeting & { from: string; to: string }> = new Map();
  private visits: ByDay<Placed<Visit>> = new Map();
  private contributions: ByDay<Placed<Contribution>> = new Map();
  private hours: ByDay<Placed<HourOfActs>> = new Map();
  private questions: ByDay<Placed<AskedQuestion>> = new Map();
  private acts: ByDay<Placed<ExecutiveAct>> = new Map();

  constructor(
    private readonly manager: EntityManager,
    private readonly courses: ReadonlyMap<string, readonly Standing[]>,
    /** By which contributions name people. */
    private readonly numbers: ReadonlyMap<string, number>,
  ) {}

  add(happened: Happened): void {
    const meetings = happened.meetings.flatMap((meeting) => {
      const [from, to] = [this.keyAt(meeting.actorId, meeting.day), this.keyAt(meeting.targetId, meeting.day)];
      return from !== null && to !== null ? { ...meeting, from, to } : [];
    });
    this.ties = Map.groupBy(meetings, ({ day }) => day);
    this.visits = this.placed(happened.visits);
    this.contributions = this.placed(happened.contributions);
    this.hours = this.placed(happened.hours);
    this.questions = this.placed(happened.questions);
    this.acts = this.placed(happened.acts.filter((act) => this.levelOf(act.personId, act.day) === 'executive'));
  }

  /** Writes days, and of those of `askedOn` their questions alone. */
  async write(days: readonly Day[], askedOn: readonly Day[]): Promise<void> {
    const ids = await placeIdsOf(this.manager, [...this.places.values()]);
    const idOf = (key: string): number => ids.get(key) as number;
    for (const day of days) {
      const columns = [this.tiesOf(day, idOf), this.visitsOf(day, idOf), this.contributionsOf(day, idOf), this.hoursOf(day, idOf), JSON.stringify(this.actsOf(day, idOf))];
      await this.manager.query(
        `INSERT INTO engagement_day (day, ties, visits, contributions, hours, examples, rolled_up_at) VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())
         ON CONFLICT (day) DO UPDATE SET ties = excluded.ties, visits = excluded.visits, contributions = excluded.contributions, hours = excluded.hours, examples = excluded.examples, rolled_up_at = excluded.rolled_up_at`,
        [day, ...columns],
      );
    }
    for (const day of askedOn) await this.manager.query(`UPDATE engagement_day SET questions = $2, rolled_up_at = clock_timestamp() WHERE day = $1`, [day, this.questionsOf(day, idOf)]);
  }

  private tiesOf(day: Day, idOf: (key: string) => number): Buffer {
    const those = inOrder((this.ties.get(day) ?? []).map(({ from, to, gap, reverseGap }) => [idOf(from), idOf(to), keptGap(gap), keptGap(reverseGap)] as const));
    const ties: TieDay = {
      from: Int32Array.from(those, ([from]) => from),
      to: Int32Array.from(those, ([, to]) => to),
      gap: Uint16Array.from(those, ([, , gap]) => gap),
      reverseGap: Uint16Array.from(those, ([, , , reverseGap]) => reverseGap),
    };
    return encodeTies(ties);
  }

  /** People who came from the same place, after the same time, are one line. */
  private visitsOf(day: Day, idOf: (key: string) => number): Buffer {
    const lines = new Map<string, { place: number; gap: number; workGap: number; people: number }>();
    for (const { at, ...visit } of this.visits.get(day) ?? []) {
      const line = { place: idOf(at), gap: keptGap(visit.gap), workGap: keptGap(visit.workGap), people: 0 };
      const key = `${line.place} ${line.gap} ${line.workGap}`;
      const known = lines.get(key);
      if (known) known.people += 1;
      else lines.set(key, { ...line, people: 1 });
    }
    const those = inOrder([...lines.values()].map(({ place, gap, workGap, people }) => [place, gap, workGap, people] as const));
    const visits: VisitDay = {
      place: Int32Array.from(those, ([place]) => place),
      people: Int32Array.from(those, ([, , , people]) => people),
      gap: Uint16Array.from(those, ([, gap]) => gap),
      workGap: Uint16Array.from(those, ([, , workGap]) => workGap),
    };
    return encodeVisits(visits);
  }

  private contributionsOf(day: Day, idOf: (key: string) => number): Buffer {
    const those = inOrder((this.contributions.get(day) ?? []).map(({ personId, at, gap, written }) => [this.numbers.get(personId) as number, idOf(at), keptGap(gap), Math.min(written, most)] as const));
    const contributions: ContributionDay = {
      who: Int32Array.from(those, ([who]) => who),
      place: Int32Array.from(those, ([, place]) => place),
      gap: Uint16Array.from(those, ([, , gap]) => gap),
      written: Uint16Array.from(those, ([, , , written]) => written),
    };
    return encodeContributions(contributions);
  }

  /** What people of one place did in the same hour is one line. */
  private hoursOf(day: Day, idOf: (key: string) => number): Buffer {
    const lines = new Map<string, { place: number; hour: number; acts: number; outside: number }>();
    for (const { at, hour, acts, isOutside } of this.hours.get(day) ?? []) {
      const key = `${at} ${hour}`;
      const line = lines.get(key) ?? { place: idOf(at), hour, acts: 0, outside: 0 };
      lines.set(key, { ...line, acts: line.acts + acts, outside: line.outside + (isOutside ? acts : 0) });
    }
    const those = inOrder([...lines.values()].flatMap(inLines).map(({ place, hour, acts, outside }) => [place, hour, acts, outside] as const));
    const hours: HourDay = {
      place: Int32Array.from(those, ([place]) => place),
      hour: Uint16Array.from(those, ([, hour]) => hour),
      acts: Uint16Array.from(those, ([, , acts]) => acts),
      outside: Uint16Array.from(those, ([, , , outside]) => outside),
    };
    return encodeHours(hours);
  }

  private questionsOf(day: Day, idOf: (key: string) => number): Buffer {
    const those = inOrder((this.questions.get(day) ?? []).map(({ at, minutes, isAccepted }) => [idOf(at), minutes ?? -1, Number(isAccepted)] as const));
    const questions: QuestionDay = {
      place: Int32Array.from(those, ([place]) => place),
      minutes: Int32Array.from(those, ([, minutes]) => minutes),
      isAccepted: Uint16Array.from(those, ([, , isAccepted]) => isAccepted),
    };
    return encodeQuestions(questions);
  }

  private actsOf(day: Day, idOf: (key: string) => number): KeptAct[] {
    const acts = (this.acts.get(day) ?? []).map((act) => ({ place: idOf(act.at), ...counted(act, (id) => this.levelOf(id, day) === 'executive') }));
    return acts.toSorted((one, other) => one.place - other.place || JSON.stringify(one).localeCompare(JSON.stringify(other)));
  }

  private placed<T extends { day: Day; personId: string }>(happened: readonly T[]): ByDay<Placed<T>> {
    const placed = happened.flatMap((one) => {
      const at = this.keyAt(one.personId, one.day);
      return at === null ? [] : { ...one, at };
    });
    return Map.groupBy(placed, ({ day }) => day);
  }

  /** Where somebody stood; null: nobody knows. */
  private keyAt(personId: string, day: Day): string | null {
    const course = this.courses.get(personId);
    if (!course) return null;
    const place = placeOn(course, dayNumber(day));
    const key = placeKey(place);
    this.places.set(key, place);
    return key;
  }

  private levelOf(personId: string, day: Day): string | null {
    const course = this.courses.get(personId);
    return course ? placeOn(course, dayNumber(day)).level : null;
  }
}

/** Rows by their first column, then by the next: the same day comes out as the same bytes, and in an order that tells nothing. */
const inOrder = <R extends readonly number[]>(rows: R[]): R[] =>
  rows.sort((one, other) => {
    for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return (one[i] as number) - (other[i] as number);
    return 0;
  });

/** The largest number that a column of two bytes holds. */
const most = 0xffff;

/** One line, or several where there is more than a line holds: an import may put all that it knows of a day at midnight. */
function inLines<L extends { acts: number; outside: number }>(line: L): L[] {
  if (line.acts <= most) return [line];
  const [acts, outside] = [most, Math.min(line.outside, most)];
  return [{ ...line, acts, outside }, ...inLines({ ...line, acts: line.acts - acts, outside: line.outside - outside })];
}
