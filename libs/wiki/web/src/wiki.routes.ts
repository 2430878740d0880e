import type { RouteRecordRaw } from 'vue-router';

export const wikiRoutes: RouteRecordRaw[] = [
  {
    path: '/communities/:communityId/wiki/new',
    name: 'new-wiki-page',
    component: () => import('./edit/NewWikiPage.vue'),
    props: ({ params, query }) => ({ communityId: params['communityId'], parentId: typeof query['below'] === 'string' ? query['below'] : null }),
  },
  { path: '/wiki/:id', name: 'wiki-page', component: () => import('./page/WikiPage.vue'), props: true },
  { path: '/wiki/:id/edit', name: 'edit-wiki-page', component: () => import('./edit/EditWikiPage.vue'), props: true },
  { path: '/wiki/:id/history', name: 'wiki-page-history', component: () => import('./history/WikiHistory.vue'), props: true },
];
