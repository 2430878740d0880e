import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** Past so many characters a server may refuse the address: it has the beginning alone, and the whole stays with this entry of the browser's history. */
export const longestInAddress = 1_500;
/** Of a question, in characters as the server counts them. */
export const longestQuestion = 10_000;

const beginningOf = (question: string): string => question.slice(0, longestInAddress).trim();
export const isTooLong = (question: string): boolean => [...question.trim()].length > longestQuestion;

/** What is asked, as the address of the page says: a question can be sent to somebody, and « back » goes back to it. */
export function useExpertsAddress() {
  const route = useRoute();
  const router = useRouter();
  const page = route.name;
  const asked = shallowRef('');

  function read(): void {
    if (route.name !== page) return;
    const inAddress = typeof route.query['q'] === 'string' ? route.query['q'].trim() : '';
    const whole: unknown = history.state?.question;
    asked.value = typeof whole === 'string' && inAddress && beginningOf(whole) === inAddress ? whole : inAddress;
  }
  // By the object and not by its words: two long questions may begin alike.
  watch(() => route.query, read, { immediate: true });

  /** Resolves once the address has it. */
  function ask(question: string) {
    const text = question.trim();
    const beginning = beginningOf(text);
    return router.push({ name: 'experts', query: text ? { q: beginning } : {}, state: beginning === text ? {} : { question: text }, force: true });
  }

  return { asked: computed(() => asked.value), ask };
}
