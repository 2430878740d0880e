import { useDebounced } from '@parvis/platform/ui';
import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** What the directory is asked for. It stands in the address too, so that a way back, or a link, finds it again. */
export function usePeopleFilter() {
  const route = useRoute();
  const router = useRouter();
  const inAddress = (name: string): string => (typeof route.query[name] === 'string' ? route.query[name] : '');

  const search = ref(inAddress('q'));
  const department = ref(inAddress('department'));
  const settledSearch = useDebounced(search, search.value);

  const asked = computed(() => ({
    search: settledSearch.value.trim() || null,
    department: department.value || null,
  }));
  watch(asked, ({ search, department }) => {
    void router.replace({ query: { q: search ?? undefined, department: department ?? undefined } });
  });

  // The address changed by another hand: "People" was pressed, or Back. What is still being typed is not in it yet.
  const page = route.name;
  watch(
    () => [inAddress('q'), inAddress('department')] as const,
    ([q, inDepartment]) => {
      if (route.name !== page) return;
      if (q !== (asked.value.search ?? '')) search.value = settledSearch.value = q;
      if (inDepartment !== department.value) department.value = inDepartment;
    },
  );

  function clear(): void {
    search.value = '';
    department.value = '';
  }

  return { search, department, asked, clear };
}
