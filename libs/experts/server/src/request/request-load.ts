import { Injectable } from '@nestjs/common';
import { ExpertPreferenceQuery } from '../preference/expert-preference.query.ts';

/** How many requests somebody has had in the last seven days, however they ended, as an SQL expression; `person`: an expression of an id. */
export const requestsOfWeek = (person: string): string =>
  `(SELECT count(*)::int FROM expert_request had WHERE had.person_id = ${person} AND had.offered_at > now() - interval '7 days')`;

/** Who has been asked enough: the number that each accepts against what came to them. */
@Injectable()
export class RequestLoad {
  constructor(private readonly preferences: ExpertPreferenceQuery) {}

  /** SQL condition: nothing more is to be brought to that person for now. */
  mayBeAsked(person: string): string {
    return `${requestsOfWeek(person)} < ${this.preferences.weeklyRequests(person)}`;
  }

  /** SQL condition: so much has come to that person this week that they are not proposed either. To accept no request hides nobody: only what has come counts. */
  hasHadEnough(person: string): string {
    return `${requestsOfWeek(person)} >= greatest(${this.preferences.weeklyRequests(person)}, 1)`;
  }
}
