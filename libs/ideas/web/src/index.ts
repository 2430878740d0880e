import { showAt } from '@parvis/platform/web';

export { ideasCache } from './ideas.cache.ts';
export { ideasRoutes } from './ideas.routes.ts';

showAt('campaign', (id) => ({ name: 'campaign', params: { id } }));
showAt('idea', (id) => ({ name: 'idea', params: { id } }));
