import { Lightbulb } from '@lucide/vue';
import { embedAt } from '@parvis/feed/web';
import type { PersonTab } from '@parvis/people/web';
import { showAt } from '@parvis/platform/web';
import { showHitsOf } from '@parvis/search/web';
import { defineAsyncComponent } from 'vue';

export { ideasCache } from './ideas.cache.ts';
export { ideasRoutes } from './ideas.routes.ts';
export { outcomesCache } from './outcomes.cache.ts';

showAt('campaign', (id) => ({ name: 'campaign', params: { id } }));
// Whoever is called to a jury is to judge.
showAt('campaign.JURY', (id) => ({ name: 'campaign-jury', params: { id } }));
showAt('idea', (id) => ({ name: 'idea', params: { id } }));

/** What a person proposes. */
export const personIdeasTab: PersonTab = { path: 'ideas', name: 'person-ideas', label: 'ideas.person.tab', kind: 'idea', component: () => import('./person/PersonIdeas.vue') };

showHitsOf('IDEA', { icon: Lightbulb, place: ({ targetId }) => ({ name: 'idea', params: { id: targetId } }), many: 'ideas.hits.many', one: 'ideas.hits.one' });

// A post that links to a campaign shows it as it stands now.
embedAt(/^\/campaigns\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i, defineAsyncComponent(() => import('./campaign/CampaignEmbed.vue')));
