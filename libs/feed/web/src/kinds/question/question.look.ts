import { CircleHelp } from '@lucide/vue';
import { defineAsyncComponent } from 'vue';

import { type KindLook, noPart } from '../kind-look.ts';
import QuestionCard from './QuestionCard.vue';

/** Something to ask: the title is the question. */
export const questionLook: KindLook = {
  ...noPart,
  kind: 'QUESTION',
  icon: CircleHelp,
  hasTitle: true,
  form: defineAsyncComponent(() => import('./QuestionForm.vue')),
  card: QuestionCard,
  mark: ({ question }) => (question?.isAnswered ? { key: 'feed.question.answered', tone: 'accent' } : { key: 'feed.kinds.QUESTION.name', tone: 'neutral' }),
  isOfferedTo: () => true,
};
