import { eventType } from '@parvis/platform/server';

export const personFollowed = eventType<{ followerId: string; followeeId: string }>('people.followed');
export const personUnfollowed = eventType<{ followerId: string; followeeId: string }>('people.unfollowed');
export const profileEdited = eventType<{ personId: string }>('people.profile-edited');
export const skillEndorsed = eventType<{ endorsementId: string; endorserId: string; personId: string }>('people.skill-endorsed');
export const delegationDeclared = eventType<{ executiveId: string; delegateId: string }>('people.delegation-declared');
export const delegationEnded = eventType<{ executiveId: string; delegateId: string }>('people.delegation-ended');
