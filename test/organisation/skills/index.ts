import type { Language } from '../records.ts';
import { businessSkills } from './business-skills.ts';
import { digitalSkills } from './digital-skills.ts';
import { technicalSkills } from './technical-skills.ts';

/** What a skill is called in both languages: the preferred word first, then its synonyms. */
export type StockSkill = Record<Language, string[]>;

const words = (text: string): string[] => text.split('|').map((word) => word.trim());

/** The skills that the generated company speaks of. */
export const skillStock: readonly StockSkill[] = [technicalSkills, businessSkills, digitalSkills].flatMap((lines) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [fr = '', en = ''] = line.split(' = ');
      return { fr: words(fr), en: words(en) };
    }),
);

const folded = (word: string): string => word.toLowerCase();
const byEnglish = new Map(skillStock.flatMap((skill) => skill.en.map((word) => [folded(word), skill] as const)).reverse());

/** A skill of `jobs`, which are written in English, in the words of somebody who writes in that language: mostly the preferred ones. */
export function skillWords(english: string, language: Language, chance: number): string {
  const called = byEnglish.get(folded(english))?.[language] ?? [english];
  const preferred = language === 'en' ? english : (called[0] ?? english);
  return chance < 0.8 ? preferred : (called[Math.floor(((chance - 0.8) / 0.2) * called.length)] ?? preferred);
}

/** Words for skills that no taxonomy has as they stand: what an administrator finds to map. */
export const ownSkills: Record<Language, readonly string[]> = {
  fr: ['Lean Six Sigma', 'Power BI', 'Pilotage Vigie', 'Réglage Pilote', 'Bricolage de prototypes', 'Formateur terrain'],
  en: ['Lean Six Sigma', 'Power BI', 'Vigie set-up', 'Prototype tinkering', 'Floor coaching'],
};
