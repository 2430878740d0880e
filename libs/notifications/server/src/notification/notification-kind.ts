/** Why somebody is notified. A domain that has a new reason adds it here, with its words in the pages. */
export const notificationKinds = [
  'mention',
  'answer',
  'reply',
  'reaction',
  'accepted-answer',
  'event-change',
  'seat',
  'reminder',
  'expert-request',
  'ama-opening',
  'ama-start',
  'ama-answer',
  'invitation',
  'join-request',
  'admission',
  'recommendation',
  'schedule-failure',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
