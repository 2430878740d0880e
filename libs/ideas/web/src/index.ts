import { Lightbulb } from '@lucide/vue';
import type { PersonTab } from '@parvis/people/web';
import { showAt } from '@parvis/platform/web';
import { showHitsOf } from '@parvis/search/web';

export { ideasCache } from './ideas.cache.ts';
export { ideasRoutes } from './ideas.routes.ts';
export { outcomesCache } from './outcomes.cache.ts';

showAt('campaign', (id) => ({ name: 'campaign', params: { id } }));
showAt('idea', (id) => ({ name: 'idea', params: { id } }));

/** What a person proposes. */
export const personIdeasTab: PersonTab = { path: 'ideas', name: 'person-ideas', label: 'ideas.person.tab', kind: 'idea', component: () => import('./person/PersonIdeas.vue') };

showHitsOf('IDEA', { icon: Lightbulb, place: ({ targetId }) => ({ name: 'idea', params: { id: targetId } }), many: 'ideas.hits.many', one: 'ideas.hits.one' });
