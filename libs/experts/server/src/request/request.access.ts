import { isUnanswered } from '@parvis/feed/server';

/** SQL condition: the post may be answered by the person (the rule of conversations); both are SQL expressions of ids. */
export type MayAnswer = (post: string, person: string) => string;

/** The one rule of when a request is there for the person asked: open, their turn, the question unanswered and theirs to answer. `request`: the table's alias. */
export const requestHolds = (request: string, mayAnswer: MayAnswer): string =>
  `(${request}.is_open AND ${request}.until_at > now() AND ${mayAnswer(`${request}.question_id`, `${request}.person_id`)}
    AND EXISTS (SELECT 1 FROM post question WHERE question.id = ${request}.question_id AND ${isUnanswered('question')}))`;
