import { BookOpen } from '@lucide/vue';
import type { CommunityTab } from '@parvis/communities/web';
import type { PersonTab } from '@parvis/people/web';
import { showAt } from '@parvis/platform/web';
import { showHitsOf } from '@parvis/search/web';

export { wikiCache } from './wiki.cache.ts';
export { wikiRoutes } from './wiki.routes.ts';

/** What a community keeps of what it has learnt. */
export const wikiTab: CommunityTab = { path: 'wiki', name: 'community-wiki', label: 'wiki.tab', component: () => import('./contents/WikiContents.vue') };

/** What a person wrote of it. */
export const personWikiTab: PersonTab = { path: 'pages', name: 'person-wiki-pages', label: 'wiki.tab', kind: 'wiki-page', component: () => import('./person/PersonWikiPages.vue') };

showHitsOf('PAGE', { icon: BookOpen, place: ({ targetId }) => ({ name: 'wiki-page', params: { id: targetId } }), many: 'wiki.tab', one: 'wiki.one' });

showAt('wiki-page', (id) => ({ name: 'wiki-page', params: { id } }));
