/**
 * SQL condition: nobody has answered yet. What those who ask add themselves (the author, and whoever wrote it on behalf) is no answer, unless they took it for one.
 * `question` is the alias of a row of `post`.
 */
export const isUnanswered = (question: string): string =>
  `NOT EXISTS (SELECT 1 FROM comment said WHERE said.subject_id = ${question}.id AND said.deleted_at IS NULL
    AND (said.is_accepted OR (said.author_id <> ${question}.author_id AND said.author_id IS DISTINCT FROM ${question}.written_by_id)))`;
