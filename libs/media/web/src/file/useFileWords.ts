import { useFormats } from '@parvis/platform/web';
import { useI18n } from 'vue-i18n';

const kilo = 1_024;

/** What is said of a file: how large it is, what it is. Call inside a template or a computed. */
export function useFileWords() {
  const { t } = useI18n();
  const { measure } = useFormats();

  function size(bytes: number): string {
    const [value, unit] = bytes < kilo * kilo ? [Math.max(1, Math.round(bytes / kilo)), 'kilobyte'] : [bytes / kilo / kilo, 'megabyte'];
    return measure(value, unit, value < 10 ? 1 : 0);
  }

  /** `PDF`, `DOCX`: what people call it by. */
  function type(name: string): string {
    return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? t('media.file.unknownType');
  }

  return { size, type };
}
