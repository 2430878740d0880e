import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** What higher domains show on the pages of posts. */
export interface FeedParts {
  /** Above the posts of the home page. */
  aboveHome: () => Promise<Component>;
  /** Above what executives post and answer. */
  aboveLeadership: () => Promise<Component>;
  /** Above a question, on its own page; takes `questionId`. */
  aboveQuestion: () => Promise<Component>;
}

export const feedRoutes = ({ aboveHome, aboveLeadership, aboveQuestion }: FeedParts): RouteRecordRaw[] => [
  { path: '/', component: () => import('./pages/HomePage.vue'), children: [{ path: '', name: 'home', components: { above: aboveHome } }] },
  {
    path: '/leadership',
    component: () => import('./pages/LeadershipPage.vue'),
    children: [{ path: '', name: 'leadership', components: { above: aboveLeadership } }],
  },
  { path: '/questions', name: 'questions', component: () => import('./pages/QuestionsPage.vue') },
  { path: '/events', name: 'events', component: () => import('./pages/EventsPage.vue') },
  { path: '/posts/:id', props: true, component: () => import('./pages/PostPage.vue'), children: [{ path: '', name: 'post', components: { above: aboveQuestion } }] },
  { path: '/scheduled', name: 'scheduled-posts', component: () => import('./pages/ScheduledPostsPage.vue') },
  { path: '/saved', name: 'saved', component: () => import('./pages/SavedPage.vue') },
  { path: '/about/feed', name: 'about-feed', component: () => import('./pages/AboutFeedPage.vue') },
  { path: '/settings/feed', name: 'feed-settings', component: () => import('./pages/FeedSettingsPage.vue') },
  { path: '/tags', name: 'tags', component: () => import('./pages/TagsPage.vue') },
  { path: '/tags/:tag', name: 'tag', props: true, component: () => import('./pages/TagPage.vue') },
];
