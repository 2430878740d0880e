export { notificationKinds, type NotificationKind } from './notification/notification-kind.ts';
export { NotificationLetters, type LetterOccasion, type LetterWords } from './letter/notification-letters.ts';
export { NotificationService, type Happening } from './notification/notification.service.ts';
export { NotificationEntity } from './notification/notification.entity.ts';
export { notificationsDomain } from './notifications.domain.ts';
export { NotificationsModule } from './notifications.module.ts';
export { extractOf, NotificationSubjects, type NotificationSubject, type NotificationTarget } from './subject/notification-subjects.ts';
export { NotificationMutes, type MuteRule } from './subject/notification-mutes.ts';
export { importNotifications, type ImportedNotification } from './notification/notifications.importer.ts';
