import { addDirectoryTab } from '@parvis/people/web';
import { showAt } from '@parvis/platform/web';

import { useRequestCount } from './request/useRequestCount.ts';

export { expertsCache } from './experts.cache.ts';
export { expertsRoutes } from './experts.routes.ts';

/** What becomes of a question, on its page; loaded when it is. */
export const AboveQuestion = () => import('./request/AboveQuestion.vue');

addDirectoryTab({ name: 'expert-requests', label: 'experts.requests.tab', useCount: useRequestCount });
showAt('expert-request', () => ({ name: 'expert-requests' }));
