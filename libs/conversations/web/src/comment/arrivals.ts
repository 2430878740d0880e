import { shallowReactive } from 'vue';

import type { CommentItemFragment } from './CommentItem.generated.ts';

/** Replies that colleagues wrote while the page was open, by the comment that they stand under. */
const byComment = shallowReactive(new Map<string, readonly CommentItemFragment[]>());

export const arrivedReplies = (commentId: string): readonly CommentItemFragment[] => byComment.get(commentId) ?? [];

export function replyArrived(reply: CommentItemFragment): void {
  if (reply.parentId) byComment.set(reply.parentId, [...arrivedReplies(reply.parentId), reply]);
}
