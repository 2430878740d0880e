import type { IdeaAnswerFilter } from '@parvis/platform/web';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';

const filters = ['ALL', 'NONE', 'SELECTED', 'LATER', 'NO', 'MERGED', 'EXISTS'] as const;
type Choice = (typeof filters)[number];

/** Which ideas to show by what became of them; in the address, so that a link tells it. */
export function useOutcomeFilter() {
  const { t } = useI18n();
  const route = useRoute();
  const router = useRouter();
  const outcome = computed<Choice>({
    get: () => filters.find((one) => one.toLowerCase() === route.query['answer']) ?? 'ALL',
    set: (chosen) => void router.replace({ query: { ...route.query, answer: chosen === 'ALL' ? undefined : chosen.toLowerCase() } }),
  });
  return {
    outcome,
    answer: computed<IdeaAnswerFilter | null>(() => (outcome.value === 'ALL' ? null : outcome.value)),
    outcomes: computed(() => filters.map((value) => ({ value, label: t(value === 'ALL' || value === 'NONE' ? `ideas.outcomes.${value}` : `ideas.answer.outcome.${value}`) }))),
  };
}
