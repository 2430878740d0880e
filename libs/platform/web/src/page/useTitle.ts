import { type MaybeRefOrGetter, shallowRef, toValue, watchEffect } from 'vue';

import { houseName } from './house.ts';

const count = shallowRef(0);

/** The title of the window; each page gives its own, most particular word first. */
export function useTitle(title: MaybeRefOrGetter<string | null | undefined>): void {
  watchEffect(() => {
    const own = toValue(title);
    const name = own ? `${own} · ${houseName()}` : houseName();
    document.title = count.value > 0 ? `(${count.value}) ${name}` : name;
  });
}

/** A figure before the title of every page: how much waits to be read. */
export function useTitleCount(waiting: MaybeRefOrGetter<number>): void {
  watchEffect(() => (count.value = toValue(waiting)));
}
