import type { Component } from 'vue';

import IdeaAnswerSection from '../answer/IdeaAnswerSection.vue';
import IdeaAdoptionBox from '../adoption/IdeaAdoptionBox.vue';
import IdeaTogether from '../author/IdeaTogether.vue';
import IdeaJury from '../jury/IdeaJury.vue';
import IdeaMerging from '../merge/IdeaMerging.vue';
import IdeaProjectSection from '../project/IdeaProjectSection.vue';

/** What stands between an idea and what is said of it, in this order; each receives the idea as `idea` (IdeaViewFragment) and shows nothing when it has nothing to tell. */
export const ideaSections: readonly Component[] = [
  IdeaAnswerSection,
  IdeaProjectSection,
  IdeaJury,
  IdeaTogether,
  IdeaMerging,
  IdeaAdoptionBox,
];
