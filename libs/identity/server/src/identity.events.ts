import { eventType } from '@parvis/platform/server';

/** Somebody is in Parvis for the first time: by signing in. Imports tell nobody. */
export const personAppeared = eventType<{ personId: string }>('identity.person-appeared');
