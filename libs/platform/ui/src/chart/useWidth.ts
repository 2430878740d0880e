import { onMounted, onScopeDispose, type Ref, ref } from 'vue';

interface Widths {
  /** Until it is known. */
  before: number;
  /** On paper: the page is laid out anew and printed before anything can be measured. */
  printed: () => number;
}

/** The width of an element in whole pixels, kept up to date; while it is hidden, the last one. */
export function useWidth(element: Readonly<Ref<HTMLElement | null>>, { before, printed }: Widths): Readonly<Ref<number>> {
  const width = ref(before);
  const measure = (): void => {
    width.value = Math.floor(element.value?.clientWidth ?? 0) || width.value;
  };
  const print = (): void => {
    width.value = printed();
  };
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
  onMounted(() => {
    measure();
    if (element.value) observer?.observe(element.value);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', measure);
  });
  onScopeDispose(() => {
    observer?.disconnect();
    removeEventListener('beforeprint', print);
    removeEventListener('afterprint', measure);
  });
  return width;
}
