import { CircleHelp } from '@lucide/vue';
import type { AskExpertsAfter } from '@parvis/platform/web';
import { defineAsyncComponent } from 'vue';

import type { KindLook } from '../kind-look.ts';
import QuestionCard from './QuestionCard.vue';

/** What the form of a question fills in. */
export interface QuestionPart {
  /** After how long without an answer those who seem to know are asked; empty: as usual. */
  askExpertsAfter: AskExpertsAfter | '';
}

/** Something to ask: the title is the question. */
export const questionLook: KindLook<QuestionPart> = {
  kind: 'QUESTION',
  icon: CircleHelp,
  hasTitle: true,
  part: 'question',
  emptyPart: () => ({ askExpertsAfter: '' }),
  // It is chosen anew on the question's own page, not in an edit.
  partOf: () => ({ askExpertsAfter: '' }),
  isReady: () => true,
  input: ({ askExpertsAfter }, isNew) => (isNew && askExpertsAfter ? { askExpertsAfter } : null),
  form: defineAsyncComponent(() => import('./QuestionForm.vue')),
  card: QuestionCard,
  mark: ({ question }) => (question?.isAnswered ? { key: 'feed.question.answered', tone: 'accent' } : { key: 'feed.kinds.QUESTION.name', tone: 'neutral' }),
  isOfferedTo: () => true,
};
