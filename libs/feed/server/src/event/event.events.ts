import { eventType } from '@parvis/platform/server';

/** When or where has changed: whoever comes, perhaps comes or waits should know. */
export const eventMoved = eventType<{ postId: string; authorId: string }>('feed.event-moved');
/** Somebody who waited has a seat now. */
export const eventSeatFreed = eventType<{ postId: string; personId: string }>('feed.event-seat-freed');
/** For up to 500 people at a time, each of whom asked for it and still sees the event. */
export const eventReminderDue = eventType<{ postId: string; minutesBefore: number; personIds: string[] }>('feed.event-reminder-due');
