import { eventType } from '@parvis/platform/server';

/** Somebody is in Parvis for the first time: by signing in. Imports tell nobody. */
export const personAppeared = eventType<{ personId: string }>('identity.person-appeared');

/** Sessions have ended, by signing out here or at the identity provider: their sockets go, in every process. */
export const sessionsEnded = eventType<{ sessionIds: string[] }>('identity.sessions-ended');

/** Somebody has left the company: they are out everywhere, their work stays. */
export const personLeft = eventType<{ personId: string }>('identity.person-left');

/** Somebody who had left works here again. */
export const personReturned = eventType<{ personId: string }>('identity.person-returned');

/** Two people turned out to be one: `fromId` is gone, all that was theirs is `intoId`’s. */
export const peopleMerged = eventType<{ fromId: string; intoId: string }>('identity.people-merged');
