import type { InjectionKey, Ref } from 'vue';

/** The element of the layout that ContextColumn fills; null until the layout stands. */
export const contextPlaceKey: InjectionKey<Readonly<Ref<HTMLElement | null>>> = Symbol('context place');
