import { departmentAt, departmentIndex, departments } from './departments.ts';
import type { DepartmentKey } from './departments.ts';
import { familiarFaces } from './familiar-faces.ts';
import type { FamiliarFace } from './familiar-faces.ts';
import { hierarchyOf } from './hierarchy.ts';
import type { Hierarchy } from './hierarchy.ts';
import { accountPart, drawName, origins } from './names.ts';
import type { FullName } from './names.ts';
import { Stream, hashText, unit } from './prng.ts';
import type { Language, OrganisationPlan } from './records.ts';
import { siteNamed, sites } from './sites.ts';

const NAME = hashText('name');
const PLACE = hashText('place');
const HIRED = hashText('hired');
const TONGUE = hashText('tongue');
const ACTIVITY = hashText('activity');

/** Longest career, in days. */
const longestCareerDays = 12_000;

const FRENCH = 1;
const ENGLISH = 2;
const WRITES_ENGLISH_FIRST = 4;

/** Everybody, in typed arrays by number, so that 100,000 people stay small in memory. */
export interface People {
  seed: number;
  count: number;
  hierarchy: Hierarchy;
  identifiers: readonly string[];
  site: Uint8Array;
  hiredDaysBefore: Uint16Array;
  /** From those who write most to those who never do. */
  byActivity: Uint32Array;
  /** The same order, department by department. */
  byActivityIn: readonly Uint32Array[];
  /** The chief executive and the heads of departments. */
  executives: Uint32Array;
  face: (person: number) => FamiliarFace | undefined;
  nameOf: (person: number) => FullName;
  writes: (person: number, language: Language) => boolean;
  firstLanguage: (person: number) => Language;
  departmentOf: (person: number) => DepartmentKey;
}

function placeFaces(hierarchy: Hierarchy): Map<number, FamiliarFace> {
  const taken = new Map<number, FamiliarFace>();
  for (const face of familiarFaces) {
    let person = hierarchy.firstAt(departmentIndex(face.department), face.level);
    while (taken.has(person)) person += 1;
    taken.set(person, face);
  }
  return taken;
}

function drawSite(seed: number, person: number, department: DepartmentKey, managerSite: number): number {
  const draws = new Stream(seed, PLACE, person);
  const own = draws.weighted(departments[department].sites);
  const isWithManager = draws.chance(0.6) && (departments[department].sites[managerSite] ?? 0) > 0;
  return isWithManager ? managerSite : own;
}

/** Careers are mostly short, managers' longer; nobody but the newcomer joined in the last three weeks. */
function drawHiredDaysBefore(seed: number, person: number, level: number): number {
  const share = unit(seed, HIRED, person);
  const days = Math.round(-Math.log(1 - share * 0.995) * (2_900 - 300 * level)) + (level <= 3 ? 500 : 0);
  return Math.min(longestCareerDays, Math.max(21, days));
}

function drawTongues(seed: number, person: number, site: number): number {
  const place = sites[site]!;
  const draws = new Stream(seed, TONGUE, person);
  const both = draws.chance(place.writesBoth) ? FRENCH | ENGLISH : 0;
  return both | (place.writes === 'fr' ? FRENCH : ENGLISH | WRITES_ENGLISH_FIRST);
}

const originWeights = sites.map((site) => origins.map((origin) => site.origins[origin] ?? 0));

function nameAt(seed: number, person: number, site: number): FullName {
  const draws = new Stream(seed, NAME, person);
  const origin = origins[draws.weighted(originWeights[site]!)]!;
  return drawName(draws, origin);
}

/** Accounts are given once: the second claire.martin is claire.martin2. */
function giveIdentifiers(count: number, faces: Map<number, FamiliarFace>, nameOf: (person: number) => FullName): string[] {
  const uses = new Map<string, number>(familiarFaces.map((face) => [face.identifier, 1]));
  return Array.from({ length: count }, (_, person) => {
    const face = faces.get(person);
    if (face) return face.identifier;
    const { givenName, surname } = nameOf(person);
    const account = `${accountPart(givenName)}.${accountPart(surname)}`;
    const use = (uses.get(account) ?? 0) + 1;
    uses.set(account, use);
    return use === 1 ? account : `${account}${use}`;
  });
}

/** The known faces write a lot, so that their pages are full; executives more than most; the newcomer not yet. Who represents the staff reads. */
function activityRank(seed: number, person: number, level: number, face: FamiliarFace | undefined): number {
  const share = unit(seed, ACTIVITY, person);
  if (face?.role === 'newcomer') return 1;
  if (face && face.role !== 'works-council') return share * 0.03;
  return level <= 2 ? share * 0.4 : share;
}

function orderByActivity(seed: number, hierarchy: Hierarchy, faces: Map<number, FamiliarFace>): Uint32Array {
  const ranks = Float64Array.from(hierarchy.level, (level, person) => activityRank(seed, person, level, faces.get(person)));
  return Uint32Array.from(ranks.keys()).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
}

function tongueTable(count: number, faces: Map<number, FamiliarFace>, draw: (person: number) => number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, person) => {
    const spoken = faces.get(person)?.languages;
    if (!spoken) return draw(person);
    return (spoken.includes('fr') ? FRENCH : WRITES_ENGLISH_FIRST) | (spoken.includes('en') ? ENGLISH : 0);
  });
}

export function peopleOf({ seed, people: count }: OrganisationPlan): People {
  const hierarchy = hierarchyOf(count);
  const faces = placeFaces(hierarchy);
  const departmentOf = (person: number) => departmentAt(hierarchy.department[person]!);
  const site = new Uint8Array(count);
  for (let person = 0; person < count; person += 1) {
    const face = faces.get(person);
    const managerSite = person === 0 ? 0 : site[hierarchy.manager[person]!]!;
    site[person] = person === 0 ? 0 : face ? siteNamed(face.site) : drawSite(seed, person, departmentOf(person), managerSite);
  }
  const nameOf = (person: number): FullName => faces.get(person) ?? nameAt(seed, person, site[person]!);
  // Executives answer everybody, in both languages.
  const tongues = tongueTable(count, faces, (person) => drawTongues(seed, person, site[person]!) | (hierarchy.level[person]! <= 2 ? FRENCH | ENGLISH : 0));
  const byActivity = orderByActivity(seed, hierarchy, faces);
  return {
    seed, count, hierarchy, site, byActivity, nameOf, departmentOf,
    identifiers: giveIdentifiers(count, faces, nameOf),
    hiredDaysBefore: hierarchy.level.reduce((days, level, person) => {
      days[person] = faces.get(person)?.hiredDaysBefore ?? drawHiredDaysBefore(seed, person, level);
      return days;
    }, new Uint16Array(count)),
    byActivityIn: Array.from({ length: 14 }, (_, department) => byActivity.filter((person) => hierarchy.department[person] === department)),
    executives: byActivity.filter((person) => hierarchy.level[person]! <= 2),
    face: (person) => faces.get(person),
    writes: (person, language) => (tongues[person]! & (language === 'fr' ? FRENCH : ENGLISH)) !== 0,
    firstLanguage: (person) => (tongues[person]! & WRITES_ENGLISH_FIRST ? 'en' : 'fr'),
  };
}
