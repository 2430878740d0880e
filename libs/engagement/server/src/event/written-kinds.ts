/** SQL: the kinds of events by which somebody writes something. Reactions, thanks and mentions are none. */
export const writtenKinds = `('post', 'comment', 'answer', 'idea', 'page')`;
