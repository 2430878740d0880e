import { readonly, shallowRef } from 'vue';

const found = shallowRef(false);

/** Whether the server has become another version than this page: what the page asks, it does not know any more. */
export const isOutdated = readonly(found);

export const noteOutdated = (): void => void (found.value = true);
