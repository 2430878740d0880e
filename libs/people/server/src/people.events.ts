import { eventType } from '@parvis/platform/server';

export const personFollowed = eventType<{ followerId: string; followeeId: string }>('people.followed');
export const personUnfollowed = eventType<{ followerId: string; followeeId: string }>('people.unfollowed');
export const profileEdited = eventType<{ personId: string }>('people.profile-edited');
