import { useI18n } from 'vue-i18n';

import type { SkillNamesFragment } from './SkillNames.generated.ts';

const escoAddress = 'http://data.europa.eu/esco/';

/** What skills are called in the reader's language. */
export function useSkillName() {
  const { locale } = useI18n();
  const nameOf = (skill: Pick<SkillNamesFragment, 'fr' | 'en'>): string => (locale.value === 'fr' ? skill.fr : skill.en);
  return {
    nameOf,
    /** Words that no taxonomy knows are shown as they are. */
    shownName: ({ words, skill }: { words: string; skill?: SkillNamesFragment | null }): string => (skill ? nameOf(skill) : words),
  };
}

/** ESCO may be used on condition that it is named where it shows. */
export const isOfEsco = (skill?: Pick<SkillNamesFragment, 'uri'> | null): boolean => skill?.uri?.startsWith(escoAddress) ?? false;
