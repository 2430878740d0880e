import { type DraftHandle, filesOf, isBlank } from '@parvis/conversations/web';
import type { PostKind } from '@parvis/platform/web';
import { computed, reactive, ref, shallowRef, watch } from 'vue';

import { lookOf, postKinds } from '../kinds/post-kinds.ts';

const isKind = (value: unknown): value is PostKind => postKinds.some(({ kind }) => kind === value);

/** The kind of a post being written, its title, its form and its files, kept with the draft. What was filled in for one kind is still there after looking at another. */
export function useKindForm(draft: DraftHandle) {
  const kind = ref<PostKind>('STATUS');
  const title = ref('');
  const look = computed(() => lookOf(kind.value));
  const empty = Object.fromEntries(postKinds.map((one) => [one.kind, one.emptyPart()]));
  const parts = reactive<Record<string, unknown>>(structuredClone(empty));
  const part = computed({ get: () => parts[kind.value], set: (value) => (parts[kind.value] = value) });
  const files = shallowRef(filesOf(draft));

  function read(): void {
    const stored = draft.details.value;
    kind.value = isKind(stored?.['kind']) ? stored['kind'] : 'STATUS';
    title.value = stored?.title ?? '';
    parts[kind.value] = structuredClone(stored?.['part'] ?? empty[kind.value]);
    files.value = filesOf(draft);
  }
  read();
  watch(draft.replacements, read);

  const isFilledIn = () => look.value.hasTitle && (title.value.trim() !== '' || JSON.stringify(part.value) !== JSON.stringify(empty[kind.value]));
  watch(
    [kind, title, part, files],
    () => {
      const isTouched = isFilledIn() || files.value.length > 0;
      draft.details.value = isTouched ? { kind: kind.value, title: title.value, part: JSON.parse(JSON.stringify(part.value)) as unknown, files: files.value } : null;
    },
    { deep: true },
  );

  return {
    kind,
    title,
    look,
    part,
    files,
    isComplete: () => (look.value.hasTitle ? title.value.trim() !== '' && look.value.isReady(part.value) : !isBlank(draft.body.value) || files.value.length > 0),
    /** What CreatePostInput takes beside key, place and text. */
    input: () => ({
      kind: kind.value,
      attachmentIds: files.value.map(({ id }) => id),
      ...(look.value.hasTitle && { title: title.value }),
      ...(look.value.part && { [look.value.part]: look.value.input(part.value, true) }),
    }),
  };
}
