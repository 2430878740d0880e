import { CrossingGround } from '../crossing/crossing-ground.ts';
import type { Place } from '../gate/headcounts.ts';
import type { GroupFilter, Publication } from '../gate/publication.ts';
import { publish } from '../gate/publish.ts';
import type { Period } from '../period/period.ts';
import type { CompanyOverTime } from '../standing/company.ts';
import { headcountsOf, peopleOfPeriod } from '../standing/headcounts.ts';
import type { NumberedPlace } from '../standing/places.ts';
import { placeKey } from '../standing/standing.ts';
import { BesideDays, isExecutive } from './beside-days.ts';
import type { Group } from './group.ts';

/** What may be told of a period, as the company stands now. */
export class Ground {
  readonly crossing: CrossingGround;
  /** Departments and locations that may be asked for, by name. */
  readonly departments: readonly string[];
  private readonly publication: Publication;
  /** Null: on some day of the period there were too few people. */
  private readonly people: number | null;
  /** By place. */
  private readonly ofPeriod: Int32Array;

  constructor(
    readonly company: CompanyOverTime,
    readonly period: Period,
    private readonly minGroup: number,
    private readonly besideDays = new BesideDays(company, minGroup),
  ) {
    const { stays } = company;
    const { tree, formerTrees } = company.trees.of(period.first, period.last);
    const headcounts = headcountsOf(stays, period.first, period.last);
    this.publication = publish({ headcounts, tree, formerTrees, minGroup });
    this.crossing = new CrossingGround({ publication: this.publication, headcounts, tree, minGroup });
    const isTold = !('refused' in this.publication.select({}));
    this.people = isTold ? this.publication.presence.atTheEnd.reduce((so, people) => so + people, 0) : null;
    this.departments = isTold ? this.crossing.departments : [];
    this.ofPeriod = peopleOfPeriod(stays, period.first, period.last);
  }

  /** Everybody; null: too few. */
  everybody(known: readonly NumberedPlace[]): Group | null {
    return this.people === null ? null : this.group({ people: this.people, leftOut: 0 }, known, () => true);
  }

  /** Those of the departments below and including one that may be told of with each other; null: too few. */
  department(name: string, known: readonly NumberedPlace[]): Group | null {
    const part = this.people === null ? null : this.crossing.part(name);
    return part && this.group(part, known, ({ department }) => department !== null && part.departments.has(department));
  }

  /** The largest of the departments that may be told of, each without those below it, and how many people were there on some day, where they first were. */
  largestDepartments(most: number): { department: string; people: number }[] {
    if (this.people === null) return [];
    const people = new Map<string, number>();
    for (const [at, { department }] of this.company.stays.places.entries()) if (department !== null) people.set(department, (people.get(department) ?? 0) + (this.ofPeriod[at] as number));
    return this.crossing.largest(most).map((department) => ({ department, people: people.get(department) ?? 0 }));
  }

  /** Those of a filter who may be told of; null: too few. What days that are closed keep is of departments alone, and belongs to no filter of other kinds. */
  filtered(filter: GroupFilter, known: readonly NumberedPlace[]): Group | null {
    const { seniority } = filter;
    if (seniority !== undefined && this.tellsSeniority(filter)) return this.beside(known, (place) => place.seniority === seniority);
    const selection = this.publication.select(filter);
    if ('refused' in selection) return null;
    return this.group(selection, known, (_, at) => at !== null && selection.places[at] === 1);
  }

  /** Of the values of one trait, those that may be asked for. */
  told(trait: 'location' | 'level' | 'seniority'): string[] {
    const all = new Set(this.company.stays.places.flatMap((place, at) => (this.publication.presence.stood[at] ? (place[trait] ?? []) : [])));
    return this.people === null ? [] : [...all].filter((value) => this.tellsSeniority({ [trait]: value }) || !('refused' in this.publication.select({ [trait]: value }))).sort();
  }

  /** The executives as a group; null: what is told of them would tell of too few. */
  executives(known: readonly NumberedPlace[]): Group | null {
    return this.people !== null && this.besideDays.of(this.period.first, this.period.last).members ? this.beside(known, isExecutive) : null;
  }

  /** Of the whole company, of which nothing else is asked. */
  private tellsSeniority({ seniority, ...others }: GroupFilter): boolean {
    return seniority !== undefined && Object.values(others).every((other) => other === undefined) && this.people !== null && this.besideDays.of(this.period.first, this.period.last).seniorities && this.peopleAt((place) => place.seniority === seniority) >= this.minGroup;
  }

  /** Those of all departments; null: too few on the last day. */
  private beside(known: readonly NumberedPlace[], isAsked: (place: Place) => boolean): Group | null {
    const people = this.peopleAt(isAsked);
    return people < this.minGroup ? null : this.group({ people, leftOut: 0 }, known, isAsked);
  }

  /** On the last day. */
  private peopleAt(isAsked: (place: Place) => boolean): number {
    const { atTheEnd } = this.publication.presence;
    return this.company.stays.places.reduce((so, place, at) => so + (isAsked(place) ? (atTheEnd[at] as number) : 0), 0);
  }

  /**
   * Whether somebody was at a place in the period, as far as is known now. Days may be older than what is known (an absence told of afterwards, somebody who moved
   * since the last roll-up): what they hold of a place where nobody is any more would be the difference between the whole and its parts.
   */
  private isKnown(place: Place, at: number | null): boolean {
    // Places without a level are departments of days that are closed.
    return place.level === null ? this.crossing.stoodIn.has(place.department) : at !== null && this.publication.presence.stood[at] === 1;
  }

  private group({ people, leftOut }: Pick<Group, 'people' | 'leftOut'>, known: readonly NumberedPlace[], isAsked: (place: Place, at: number | null) => boolean): Group {
    const isOfGroup = (place: Place, at: number | null): boolean => this.isKnown(place, at) && isAsked(place, at);
    const { places: all, indexes } = this.company.stays;
    const places = new Uint8Array(known.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1);
    const indexesOfKnown = this.company.indexesOf(known);
    for (const [i, place] of known.entries()) if (isOfGroup(place, indexesOfKnown[i] ?? null)) places[place.id] = 1;
    const ofPeriod = this.ofPeriod.reduce((so, number, at) => (number > 0 && isOfGroup(all[at] as Place, at) ? so + number : so), 0);
    return { period: this.period, people, leftOut, ofPeriod, places, holds: (place) => isOfGroup(place, indexes.get(placeKey(place)) ?? null) };
  }
}
