import { eventType } from '@parvis/platform/server';

export const postPublished = eventType<{ postId: string; authorId: string; communityId: string | null; mentionedIds: string[] }>('feed.post-published');
export const postEdited = eventType<{ postId: string; authorId: string }>('feed.post-edited');
export const postDeleted = eventType<{ postId: string; authorId: string; communityId: string | null }>('feed.post-deleted');
