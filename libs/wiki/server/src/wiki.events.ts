import { eventType } from '@parvis/platform/server';

export const wikiPageCreated = eventType<{ pageId: string; communityId: string; authorId: string; mentionedIds: string[] }>('wiki.page-created');
/** `mentionedIds`: whom only this version mentions. */
export const wikiPageEdited = eventType<{ pageId: string; communityId: string; authorId: string; version: number; mentionedIds: string[] }>('wiki.page-edited');
export const wikiPageDeleted = eventType<{ pageId: string; communityId: string; personId: string }>('wiki.page-deleted');
