import { eventType } from '@parvis/platform/server';

/** Somebody is in Parvis for the first time: by signing in, or by an import. */
export const personAppeared = eventType<{ personId: string }>('identity.person-appeared');
