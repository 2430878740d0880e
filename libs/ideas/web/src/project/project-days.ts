import { useFormats } from '@parvis/platform/web';

/** Days without an hour, as people say them. */
export function useDays() {
  const { dates } = useFormats();
  return { day: (on: string): string => dates({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on)) };
}

/** Today where the reader is (YYYY-MM-DD). */
export const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
};
