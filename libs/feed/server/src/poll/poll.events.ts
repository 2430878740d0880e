import { eventType } from '@parvis/platform/server';

/** Without the voter: who votes, and when, is nobody’s business. */
export const pollVoted = eventType<{ postId: string }>('feed.poll-voted');
