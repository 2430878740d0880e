import { eventType } from '@parvis/platform/server';

interface OfSession {
  sessionId: string;
}

interface OfQuestion extends OfSession {
  questionId: string;
  authorId: string;
}

export const sessionPlanned = eventType<OfSession & { hostId: string; communityId: string | null }>('leadership.session-planned');
export const sessionChanged = eventType<OfSession & { hostId: string }>('leadership.session-changed');
export const sessionCancelled = eventType<OfSession & { hostId: string }>('leadership.session-cancelled');
export const questionAsked = eventType<OfQuestion>('leadership.question-asked');
export const questionEdited = eventType<OfQuestion>('leadership.question-edited');
export const questionWithdrawn = eventType<OfQuestion>('leadership.question-withdrawn');
/** Without who voted: only the number is ever told. */
export const questionVoted = eventType<OfSession & { questionId: string; voteCount: number }>('leadership.question-voted');
/** `askerId`: whose question it was. `authorId`: who answered. */
export const questionAnswered = eventType<OfQuestion & { askerId: string; mentionedIds: string[] }>('leadership.question-answered');
/** `mentionedIds`: whom only this edit mentions. */
export const answerEdited = eventType<OfQuestion & { mentionedIds: string[] }>('leadership.answer-edited');
