/** What becomes of an idea. merged: dealt with together with another. exists: there is such a thing already. */
export const outcomes = ['selected', 'later', 'no', 'merged', 'exists'] as const;
export type Outcome = (typeof outcomes)[number];

/** « Later » is an answer, but decides nothing. */
export const decides = (outcome: Outcome): boolean => outcome !== 'later';

/** Which ideas of a campaign to list by their answer. */
export const answerFilters = [...outcomes, 'none'] as const;
export type AnswerFilter = (typeof answerFilters)[number];

/** Whether an idea still waits for its answer, as an SQL condition: withdrawn and archived ideas owe none, and merged ones have theirs by the merge. `idea` is the table’s alias. */
export const waitsForAnswer = (idea: string): string => `(${idea}.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM idea_answer given WHERE given.idea_id = ${idea}.id))`;

/** Ideas of a campaign with an outcome, or without any, as an SQL condition; those that were merged by consent are found by it too. */
export function isAnsweredBy(idea: string, filter: AnswerFilter): string {
  if (filter === 'none') return waitsForAnswer(idea);
  const isGiven = `(${idea}.state = 'submitted' AND EXISTS (SELECT 1 FROM idea_answer given WHERE given.idea_id = ${idea}.id AND given.outcome = '${filter}'))`;
  return filter === 'merged' ? `(${idea}.state = 'merged' OR ${isGiven})` : isGiven;
}
