import type { Component } from 'vue';

/** What stands between an idea and what is said of it, in this order; each receives the idea as `idea` (IdeaViewFragment) and shows nothing when it has nothing to tell. */
export const ideaSections: readonly Component[] = [];
