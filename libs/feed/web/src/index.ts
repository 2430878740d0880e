import { Hash } from '@lucide/vue';
import { suggestTagsBy } from '@parvis/conversations/web';
import type { PersonTab } from '@parvis/people/web';
import { showAt, useFormats } from '@parvis/platform/web';
import { offerInSearch } from '@parvis/search/web';
import { defineAsyncComponent } from 'vue';

export { embedAt } from './post/embeds.ts';
export { feedCache } from './feed.cache.ts';
export { type FeedParts, feedRoutes } from './feed.routes.ts';
export { default as NewsPill } from './list/NewsPill.vue';

/** Further pages of a community: each is a tab there. */
export const communityTabs = [
  { path: 'questions', name: 'community-questions', label: 'feed.questions.tab', component: () => import('./list/QuestionList.vue') },
  { path: 'events', name: 'community-events', label: 'feed.events.tab', component: () => import('./list/EventList.vue') },
];

/** A post where higher domains show one; loaded when they do. */
export const PostCard = defineAsyncComponent(() => import('./post/PostCard.vue'));

/** What a person's profile shows: each is a tab there. */
export const personTabs: PersonTab[] = [
  { path: '', name: 'person', label: 'feed.list.label', kind: 'post', component: () => import('./list/PersonPosts.vue') },
  { path: 'answers', name: 'person-answers', label: 'feed.answers.title', kind: 'answer', component: () => import('./list/PersonAnswers.vue') },
];

/** What a community's page shows; loaded when it does. */
export const CommunityPosts = () => import('./list/CommunityPosts.vue');

showAt('post', (id) => ({ name: 'post', params: { id } }));
showAt('cancelled-event', () => ({ name: 'events', query: { mine: null } }));
showAt('scheduled-post', () => ({ name: 'scheduled-posts' }));
suggestTagsBy(async (client, begun) => (await import('./tag/suggestedTags.ts')).suggestedTags(client, begun));
offerInSearch({
  many: 'feed.tags.title',
  one: 'feed.tags.one',
  icon: Hash,
  find: async (client, words) => {
    const tags = await (await import('./tag/suggestedTags.ts')).suggestedTags(client, words);
    const { counted } = useFormats();
    return tags.slice(0, 3).map(({ name, postCount }) => ({ id: name, label: `#${name}`, detail: counted('feed.tag.count', postCount), place: { name: 'tag', params: { tag: name } } }));
  },
});
