import { eventType } from '@parvis/platform/server';
import type { ReactionKind } from './reaction/reaction.entity.ts';

export interface SubjectRef {
  type: string;
  id: string;
}

export const commentAdded = eventType<{
  commentId: string;
  /** The comment that it replies to; null on the first level. */
  parentId: string | null;
  authorId: string;
  subject: SubjectRef;
  mentionedIds: string[];
  /** Missing in what was told before there were such questions. */
  asksAuthors?: boolean;
}>('conversations.comment-added');
/** `mentionedIds`: whom only this edit mentions. */
export const commentEdited = eventType<{ commentId: string; authorId: string; subject: SubjectRef; mentionedIds: string[] }>('conversations.comment-edited');
export const commentDeleted = eventType<{ commentId: string; authorId: string; subject: SubjectRef }>('conversations.comment-deleted');
/** `authorId` wrote the answer. The one that another takes the place of is told too, as accepted no more. */
export const commentAccepted = eventType<{ commentId: string; authorId: string; acceptedById: string; accepted: boolean; subject: SubjectRef }>('conversations.comment-accepted');
/** Who voted is for counting, never for showing. */
export const commentVoted = eventType<{ commentId: string; authorId: string; voterId: string; voted: boolean; subject: SubjectRef }>('conversations.comment-voted');
export const reactionSet = eventType<{ personId: string; subject: SubjectRef; kind: ReactionKind | null }>('conversations.reaction-set');
/** Somebody's draft, for their own devices alone. `version`: the one that was saved, or that is finished. */
export const draftChanged = eventType<{ personId: string; version: string; isFinished: boolean }>('conversations.draft-changed');
