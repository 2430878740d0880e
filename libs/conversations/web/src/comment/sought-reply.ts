import { shallowRef } from 'vue';

/** The reply that the address names, for the comment that it stands under: its thread opens until it is in sight. */
export const soughtReply = shallowRef<{ id: string; parentId: string } | null>(null);

/** Shows a comment and gives it the focus. */
export function showComment(id: string): void {
  const comment = document.getElementById(`comment-${id}`);
  comment?.scrollIntoView({ block: 'center' });
  comment?.focus({ preventScroll: true });
}
