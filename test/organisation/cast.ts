import { departmentIndex } from './departments.ts';
import type { DepartmentKey } from './departments.ts';
import type { Stream } from './prng.ts';
import type { Language } from './records.ts';
import { hadJoined, wasHired, wholeCompany } from './world.ts';
import type { World } from './world.ts';

// See prng.ts on why it is taken once.
const { floor } = Math;

/** Nobody fits: the caller does without. */
export const nobody = -1;

/** Where and when something is written. */
export interface Scene {
  community: number;
  /** Days before the end, by the post's number. */
  daysBefore: number;
  /** Whose trade it is; empty: anybody's. */
  departments: readonly DepartmentKey[];
}

/** A place in a list ordered by activity: the steeper, the more the first ones take. With 4, 1 % write a third and 10 % over half. */
const skewed = (pool: Uint32Array, draws: Stream, steepness: number): number => pool[floor(pool.length * draws.unit() ** steepness)]!;

/** News and questions among colleagues, or a question to the people of a trade. */
export interface Part extends Scene {
  isForOthers: boolean;
}

const isOfTrade = (world: World, person: number, departments: readonly DepartmentKey[]): boolean =>
  departments.length === 0 || departments.includes(world.people.departmentOf(person));

function poolOf(world: World, draws: Stream, scene: Scene): Uint32Array {
  if (scene.community !== wholeCompany) return world.memberships.members(scene.community);
  return scene.departments.length > 0 ? world.people.byActivityIn[departmentIndex(draws.pick(scene.departments))]! : world.people.byActivity;
}

/** The author of a post: a member of the community by then, who is of the trade or, to ask it something, is not. */
export function drawAuthor(world: World, draws: Stream, { isForOthers, ...scene }: Part): number {
  const pool = poolOf(world, draws, isForOthers ? { ...scene, departments: [] } : scene);
  const steepness = scene.community === wholeCompany ? 4 : 2.5;
  for (let tries = 0; pool.length > 0 && tries < 24; tries += 1) {
    const person = skewed(pool, draws, steepness);
    if (isForOthers ? scene.departments.includes(world.people.departmentOf(person)) : !isOfTrade(world, person, scene.departments)) continue;
    if (wasHired(world, person, scene.daysBefore) && hadJoined(world, person, scene.community, scene.daysBefore)) return person;
  }
  return nobody;
}

export function drawExecutive(world: World, draws: Stream, daysBefore: number): number {
  const known = world.people.executives.find((person) => world.people.face(person) !== undefined)!;
  if (draws.chance(0.3)) return known;
  const person = skewed(world.people.executives, draws, 1.5);
  return wasHired(world, person, daysBefore) ? person : known;
}

export interface Reader {
  scene: Scene;
  language: Language;
  excluded: ReadonlySet<number>;
}

/** Somebody who can see the post and writes its language; people of the trade first. */
export function drawCommenter(world: World, draws: Stream, { scene, language, excluded }: Reader): number {
  const visitors = scene.community === wholeCompany ? 0 : world.communities[scene.community]!.stock.visitors;
  for (let tries = 0; tries < 30; tries += 1) {
    const isVisitor = draws.chance(visitors);
    const trade = tries < 22 ? scene.departments : [];
    const pool = poolOf(world, draws, { ...scene, community: isVisitor ? wholeCompany : scene.community, departments: trade });
    if (pool.length === 0) continue;
    const person = skewed(pool, draws, 2.6);
    if (excluded.has(person) || !world.people.writes(person, language) || !isOfTrade(world, person, trade)) continue;
    if (wasHired(world, person, scene.daysBefore) && (isVisitor || hadJoined(world, person, scene.community, scene.daysBefore))) return person;
  }
  return nobody;
}

/** An executive who can see the post, if there is one. */
export function drawExecutiveReader(world: World, draws: Stream, { scene, language, excluded }: Reader): number {
  const isHidden = scene.community !== wholeCompany && world.communities[scene.community]!.stock.visibility !== 'open';
  const person = drawExecutive(world, draws, scene.daysBefore);
  return isHidden || excluded.has(person) || !world.people.writes(person, language) ? nobody : person;
}

/** Many more people click than write. */
export function drawReactor(world: World, draws: Stream, { community, daysBefore }: Scene): number {
  const isVisitor = community !== wholeCompany && world.communities[community]!.stock.visibility === 'open' && draws.chance(0.2);
  const pool = community === wholeCompany || isVisitor ? world.people.byActivity : world.memberships.members(community);
  if (pool.length === 0) return nobody;
  const person = skewed(pool, draws, 1.8);
  return wasHired(world, person, daysBefore) && (isVisitor || hadJoined(world, person, community, daysBefore)) ? person : nobody;
}

/** How many people may see what is written there. */
export function audienceSize(world: World, community: number): number {
  const isOpen = community === wholeCompany || world.communities[community]!.stock.visibility === 'open';
  return isOpen ? world.people.count : world.memberships.members(community).length;
}
