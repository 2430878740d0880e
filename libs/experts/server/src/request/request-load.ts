import { Injectable } from '@nestjs/common';
import { ExpertPreferenceQuery } from '../preference/expert-preference.query.ts';

/** How many requests somebody has had in the last seven days, however they ended, as an SQL expression; `person`: an expression of an id. */
export const requestsOfWeek = (person: string): string => `(SELECT count(*)::int FROM expert_request had WHERE had.person_id = ${person} AND had.offered_at > now() - interval '7 days')`;

/** SQL expression: when this day began. What many may see counts only the days before: whoever vanished from it within the hour would be who was asked. */
export const thisDay = `date_trunc('day', now(), 'UTC')`;

const requestsBeforeToday = (person: string): string =>
  `(SELECT count(*)::int FROM expert_request had WHERE had.person_id = ${person} AND had.offered_at >= ${thisDay} - interval '7 days' AND had.offered_at < ${thisDay})`;

/** Who has been asked enough: the number that each accepts against what came to them. */
@Injectable()
export class RequestLoad {
  constructor(private readonly preferences: ExpertPreferenceQuery) {}

  /** SQL condition: one more may be brought to that person this week. */
  mayBeAsked(person: string): string {
    return `${requestsOfWeek(person)} < ${this.preferences.weeklyRequests(person)}`;
  }

  /** SQL condition: so much has come to that person in the seven days before this one that they are not proposed either. */
  hasHadEnough(person: string): string {
    return `${requestsBeforeToday(person)} >= ${this.preferences.weeklyUntilHidden(person)}`;
  }
}
