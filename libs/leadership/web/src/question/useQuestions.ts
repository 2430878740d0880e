import { usePages } from '@parvis/platform/web';
import { computed } from 'vue';

import { AmaQuestionsDocument } from './QuestionList.generated.ts';
import type { SessionNews } from './useSessionNews.ts';

/** The questions of a session as they were read, and whether votes have since changed their order. */
export function useQuestions({ sessionId, answered, news }: { sessionId: () => string; answered: boolean; news: SessionNews }) {
  const pages = usePages({
    query: AmaQuestionsDocument,
    variables: () => ({ id: sessionId(), answered }),
    connection: (data) => data.amaSession?.questions,
  });
  const items = computed(() => pages.items.value.filter(({ id }) => !news.isWithdrawn(id)));
  const isOutOfOrder = computed(() => {
    const waiting = items.value.filter(({ answer }) => !answer).map(news.votesOf);
    return waiting.some((votes, index) => index > 0 && votes > (waiting[index - 1] ?? 0));
  });
  return { pages, items, isOutOfOrder };
}
