import { postVisibleTo } from '../post/post.access.ts';

/**
 * SQL condition over a comment: it answers a question that somebody else asked and that the viewer may see. Askers who come back under their own
 * question tell more of it, or thank: no answer of theirs. `viewer`: an expression of an id.
 */
export const isGivenAnswer = (comment: string, viewer: string): string =>
  `(${comment}.deleted_at IS NULL AND ${comment}.parent_id IS NULL AND ${comment}.subject_type = 'post' AND EXISTS (
    SELECT 1 FROM post asked WHERE asked.id = ${comment}.subject_id AND asked.kind = 'question' AND asked.author_id <> ${comment}.author_id AND ${postVisibleTo('asked', viewer)}))`;
