/** Why somebody is notified. A domain that has a new reason adds it here, with its words in the pages. */
export const notificationKinds = ['mention', 'answer', 'reply', 'reaction', 'join-request', 'admission', 'reminder'] as const;
export type NotificationKind = (typeof notificationKinds)[number];
