import { useFormats } from '@parvis/platform/web';

/** Days without an hour, as people say them. */
export function useDays() {
  const { dates } = useFormats();
  return { day: (on: string): string => dates({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on)) };
}
