import { Injectable } from '@nestjs/common';
import type { Viewer } from '../viewer/viewer.ts';

/** Where somebody is, for those who administer people. */
export const personStates = ['present', 'never-came', 'away', 'left'] as const;
export type PersonState = (typeof personStates)[number];

const works = (person: string): string => `${person}.deactivated_at IS NULL`;
const hasCome = (person: string): string => `EXISTS (SELECT 1 FROM account WHERE account.person_id = ${person}.id)`;

/** What makes each state, as SQL. Who is away is known by a higher domain, which says so here. */
@Injectable()
export class PeopleStates {
  private awayPeople: (viewer: string) => string = () => 'SELECT NULL::uuid WHERE FALSE';

  /** SQL query: ids of the people who are away today, as far as the viewer (an expression of an id) may know. */
  registerAway(awayPeople: (viewer: string) => string): void {
    this.awayPeople = awayPeople;
  }

  /** SQL condition; each of the people (a name in FROM) is in one state, those who left in that one whatever else holds. */
  condition({ personId }: Viewer, state: PersonState, person: string): string {
    const isAway = this.isAway(personId, person);
    const conditions: Record<PersonState, string> = {
      left: `${person}.deactivated_at IS NOT NULL`,
      away: `(${works(person)} AND ${isAway})`,
      'never-came': `(${works(person)} AND NOT ${isAway} AND NOT ${hasCome(person)})`,
      present: `(${works(person)} AND NOT ${isAway} AND ${hasCome(person)})`,
    };
    return conditions[state];
  }

  /** SQL expression: the state of that person. */
  stateOf({ personId }: Viewer, person: string): string {
    return `CASE WHEN NOT ${works(person)} THEN 'left' WHEN ${this.isAway(personId, person)} THEN 'away' WHEN ${hasCome(person)} THEN 'present' ELSE 'never-came' END`;
  }

  /** Of one query for all, and not of one for each person. `personId`: from the session, a UUID. */
  private isAway(personId: string, person: string): string {
    return `(${person}.id IN (${this.awayPeople(`'${personId}'::uuid`)}))`;
  }
}
