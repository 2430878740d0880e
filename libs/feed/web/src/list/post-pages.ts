import type { usePages } from '@parvis/platform/web';

import type { PostCardFragment } from '../post/PostCard.generated.ts';

/** A list of posts read page by page. */
export type PostPages = Pick<
  ReturnType<typeof usePages<object, Record<string, unknown>, PostCardFragment>>,
  'items' | 'isLoading' | 'isLoadingMore' | 'isFetching' | 'hasMore' | 'error' | 'loadMore' | 'refresh'
>;
