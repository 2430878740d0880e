import { eventType } from '@parvis/platform/server';
import type { ReactionKind } from './reaction/reaction.entity.ts';

export interface SubjectRef {
  type: string;
  id: string;
}

export const commentAdded = eventType<{ commentId: string; authorId: string; subject: SubjectRef; mentionedIds: string[] }>('conversations.comment-added');
export const commentEdited = eventType<{ commentId: string; authorId: string; subject: SubjectRef }>('conversations.comment-edited');
export const commentDeleted = eventType<{ commentId: string; authorId: string; subject: SubjectRef }>('conversations.comment-deleted');
export const reactionSet = eventType<{ personId: string; subject: SubjectRef; kind: ReactionKind | null }>('conversations.reaction-set');
