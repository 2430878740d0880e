import { type MaybeRefOrGetter, toValue, watchEffect } from 'vue';

/** The title of the window; each page gives its own, most particular word first. */
export function useTitle(title: MaybeRefOrGetter<string | null | undefined>): void {
  watchEffect(() => {
    const own = toValue(title);
    document.title = own ? `${own} · Parvis` : 'Parvis';
  });
}
