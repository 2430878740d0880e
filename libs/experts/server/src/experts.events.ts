import { eventType } from '@parvis/platform/server';

/** A question was brought to somebody. Who declines is told to nobody: there is no event of it. */
export const expertAsked = eventType<{ requestId: string; questionId: string; askerId: string; personId: string }>('experts.asked');
/** The asker is told something else than before: somebody is asked for the first time, or they chose anew. What follows the first request changes nothing of it. */
export const routingChanged = eventType<{ questionId: string }>('experts.routing-changed');
/** A request is open no more, for whatever reason. */
export const requestOver = eventType<{ requestId: string }>('experts.request-over');
