import { eventType } from '@parvis/platform/server';

/** `writtenById`: who wrote it on behalf of the author; null when they did themselves. */
export const postPublished = eventType<{ postId: string; authorId: string; writtenById: string | null; communityId: string | null; mentionedIds: string[] }>('feed.post-published');
/** `mentionedIds`: whom only this edit mentions. */
export const postEdited = eventType<{ postId: string; authorId: string; writtenById: string | null; mentionedIds: string[] }>('feed.post-edited');
export const postDeleted = eventType<{ postId: string; authorId: string; communityId: string | null }>('feed.post-deleted');
export const tagFollowed = eventType<{ followerId: string; tag: string }>('feed.tag-followed');
export const tagUnfollowed = eventType<{ followerId: string; tag: string }>('feed.tag-unfollowed');
/** Names nobody but whoever muted: their open pages must hear of other news from now on. */
export const mutesChanged = eventType<{ personId: string }>('feed.mutes-changed');
/** Its time had come, and it was refused: its author is to know. */
export const scheduledPostFailed = eventType<{ scheduledPostId: string; authorId: string; code: string }>('feed.scheduled-post-failed');
