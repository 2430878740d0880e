import { useClientHandle } from '@urql/vue';
import { onScopeDispose, shallowRef, watch } from 'vue';

import { type LinkPreviewCardFragment, LinkPreviewDocument } from './LinkPreviewCard.generated.ts';

const waitMs = 800;

/**
 * The preview of the address that a person is writing about, a moment after they have stopped changing it. One that they took away does not come
 * back. A page that cannot be looked at is no fault of theirs: there is simply no preview.
 */
export function useLinkPreview(address: () => string | null, { initial = null }: { initial?: LinkPreviewCardFragment | null } = {}) {
  const { client } = useClientHandle();
  const preview = shallowRef<LinkPreviewCardFragment | null>(initial);
  const takenAway = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = address();

  async function look(url: string): Promise<void> {
    const { data } = await client.query(LinkPreviewDocument, { url }).toPromise();
    if (asked === url && !takenAway.has(url)) preview.value = data?.linkPreview ?? null;
  }

  function takeAway(): void {
    if (asked) takenAway.add(asked);
    preview.value = null;
  }

  function follow(url: string | null): void {
    clearTimeout(timer);
    if (url !== asked) preview.value = null;
    asked = url;
    if (url && !takenAway.has(url) && !preview.value) timer = setTimeout(() => void look(url), waitMs);
  }

  watch(address, follow, { immediate: initial === null });
  onScopeDispose(() => clearTimeout(timer));
  return { preview, takeAway };
}
