import { eventType } from '@parvis/platform/server';

/** Somebody is in Parvis for the first time: by signing in. Imports tell nobody. */
export const personAppeared = eventType<{ personId: string }>('identity.person-appeared');

/** Sessions have ended, by signing out here or at the identity provider: their sockets go, in every process. */
export const sessionsEnded = eventType<{ sessionIds: string[] }>('identity.sessions-ended');
