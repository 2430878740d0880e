import { contentIsLive, contentVisibleTo } from '@parvis/communities/server';

/** The one rule of who sees a session and all that is asked and answered in it, as an SQL condition; `session` is the table's alias. */
export const sessionVisibleTo = (session: string, viewer: string): string => contentVisibleTo(`${session}.community_id`, viewer);

/** The same for a question by its own alias: it is seen by those who see its session, until it is withdrawn. */
export const questionVisibleTo = (question: string, viewer: string): string =>
  `(${question}.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM ama_session held WHERE held.id = ${question}.session_id AND ${sessionVisibleTo('held', viewer)}))`;

/** Whether anything more may be said under a question, by its own alias: not where the community is at rest. */
export const questionIsLive = (question: string): string =>
  `EXISTS (SELECT 1 FROM ama_session held WHERE held.id = ${question}.session_id AND ${contentIsLive('held.community_id')})`;
