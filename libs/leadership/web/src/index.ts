import { MessageCircleQuestion } from '@lucide/vue';
import { showAt } from '@parvis/platform/web';
import { showHitsOf } from '@parvis/search/web';

export { leadershipCache } from './leadership.cache.ts';
export { leadershipRoutes } from './leadership.routes.ts';

/** What the leadership tab of the home page shows above its posts; loaded when it is. */
export const SessionsStrip = () => import('./session/SessionsStrip.vue');

showAt('ama-session', (id) => ({ name: 'ama-session', params: { id } }));
showAt('ama-question', (id) => ({ name: 'ama-question', params: { id } }));
showHitsOf('AMA_QUESTION', { icon: MessageCircleQuestion, place: ({ targetId }) => ({ name: 'ama-question', params: { id: targetId } }), many: 'leadership.search.many', one: 'leadership.search.one' });
