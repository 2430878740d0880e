import type { Stream } from '../prng.ts';
import { wholeCompany, hadJoined, wasHired } from '../world.ts';
import type { World } from '../world.ts';
import type { Who } from './scene.ts';
import type { Language } from '../records.ts';

/** Where a scene plays: the number of a community, or the whole company. */
export interface Stage {
  community: number;
  daysBefore: number;
}

/** Finds the people of scenes: whoever was there by then. */
export class SceneCast {
  private readonly world: World;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(world: World) {
    this.world = world;
    this.numbers = new Map(world.people.identifiers.map((identifier, person) => [identifier, person]));
  }

  /** The community's number; null when the company has none of that name. */
  communityNamed(name: string | undefined): number | null {
    if (name === undefined) return wholeCompany;
    const community = this.world.communities.findIndex((candidate) => candidate.name === name);
    return community < 0 ? null : community;
  }

  identifierOf(who: Who, { community, daysBefore }: Stage, language: Language): string {
    const person = this.personOf(who, { community, daysBefore }, language);
    if (person === undefined) throw new Error(`A scene asks for ${who}, and there is nobody.`);
    return this.world.people.identifiers[person]!;
  }

  /** Distinct people who may read there, in the order drawn, so that a familiar face who looks at it has still done nothing. */
  audience(draws: Stream, stage: Stage, count: number, without: ReadonlySet<string>): string[] {
    const { identifiers } = this.world.people;
    const present = this.present(stage).map((person) => identifiers[person]!).filter((identifier) => !without.has(identifier));
    return draws.sample(present, Math.min(count, Math.floor(present.length * 0.6)));
  }

  /** Those of the company who are not in the community, familiar faces left out; who writes most first. */
  outsidersOf(community: number): string[] {
    const members = new Set(this.world.memberships.members(community));
    return this.present({ community: wholeCompany, daysBefore: 0 }).flatMap((person) => (members.has(person) ? [] : this.world.people.identifiers[person]!));
  }

  private personOf(who: Who, stage: Stage, language: Language): number | undefined {
    const { people, memberships } = this.world;
    if (typeof who === 'number') return this.present(stage).filter((person) => people.writes(person, language))[who - 1];
    if (who === 'chief') return 0;
    if (who === 'animator') return memberships.animators(stage.community).find((person) => !people.face(person)) ?? memberships.animators(stage.community)[0];
    return this.numbers.get(who);
  }

  /** Those who write most first. */
  private present({ community, daysBefore }: Stage): number[] {
    const { people, memberships } = this.world;
    const pool = community === wholeCompany ? people.byActivity : memberships.members(community);
    return [...pool].filter((person) => !people.face(person) && person !== 0 && wasHired(this.world, person, daysBefore) && hadJoined(this.world, person, community, daysBefore));
  }
}
