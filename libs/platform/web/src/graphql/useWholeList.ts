import type { AnyVariables } from '@urql/vue';
import { watchEffect } from 'vue';

import { type PagesOptions, usePages } from './usePages.ts';

/** As usePages, for a choice among all of a list: each next page is read at once. */
export function useWholeList<Data, Variables extends AnyVariables & { after?: string | null }, Node>(options: PagesOptions<Data, Variables, Node>) {
  const pages = usePages(options);
  watchEffect(() => {
    if (pages.hasMore.value && !pages.isFetching.value && !pages.error.value) pages.loadMore();
  });
  return pages;
}
