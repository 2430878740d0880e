import { jobType } from '@parvis/platform/server';

/** Somebody's mute ends by itself: their open pages hear of more news from now on. */
export const muteEnded = jobType<{ personId: string }>('feed.mute-ended');
/** Ended mutes are erased, every night. */
export const eraseEndedMutes = jobType('feed.erase-ended-mutes');
/** Read marks and positions past their time are erased, every night. */
export const eraseOldReading = jobType('feed.erase-old-reading');
/** A scheduled post’s time has come. */
export const publishScheduledPost = jobType<{ id: string }>('feed.publish-scheduled-post');
