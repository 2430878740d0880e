import { Injectable } from '@nestjs/common';
import { SkillQuery, type SkillInText, type SkillLabel } from '@parvis/people/server';
import { TermStatistics, type PhraseStatistic } from '@parvis/search/server';

/** What a text that is about a skill says: the words of the question for it, or others that mean the same. */
export interface SkillPhrase extends PhraseStatistic {
  /** 1 as the question says it; less for what the skill is called otherwise and in the other language. */
  nearness: number;
}

/** A skill that a question names. */
export interface SkillTerm {
  /** Each as the question has it, folded. */
  words: string[];
  /** As people write of it; none when nobody does. */
  phrases: SkillPhrase[];
}

export interface NamedSkills {
  skills: SkillInText[];
  terms: SkillTerm[];
}

/** Of the skills that a question names, so many are looked for as such, by so many of their other words, which count so much of a word of the question. */
const mostSkills = 3;
const mostLabels = 4;
const asSynonym = 0.8;

/** Reads the skills of a question: « apprentissage automatique » is one thing, and is also looked for as "machine learning"; neither « automatique » nor "machine" alone is about it. */
@Injectable()
export class SkillTerms {
  constructor(
    private readonly statistics: TermStatistics,
    private readonly taxonomy: SkillQuery,
  ) {}

  async in(text: string): Promise<NamedSkills> {
    const skills = await this.taxonomy.inText(text);
    const meant = skills.slice(0, mostSkills);
    if (meant.length === 0) return { skills, terms: [] };
    const labels = await this.taxonomy.labels(meant.map(({ skillId }) => skillId));
    const asked = meant.map(({ skillId, words }) => ({ words, texts: textsOf(words, labels.get(skillId) ?? []) }));
    const known = new Map((await this.statistics.phrases([...new Set(asked.flatMap(({ texts }) => texts))])).map((phrase) => [phrase.text, phrase]));
    const terms = asked.map(({ words, texts }) => ({
      words: words.split(' '),
      phrases: texts.flatMap((said) => known.get(said) ?? []).filter(({ documents }) => documents > 0).map((phrase) => ({ ...phrase, nearness: phrase.text === words ? 1 : asSynonym })),
    }));
    return { skills, terms };
  }
}

/** Signs are no words of a text: what has some (C++) is looked for by its other names alone. */
function textsOf(words: string, labels: readonly SkillLabel[]): string[] {
  const others = labels.map(({ label }) => label).filter((label) => label.toLowerCase() !== words).slice(0, mostLabels);
  return [words, ...others].filter((text) => text.split(' ').every((word) => /^[\p{L}\p{N}'’-]{2,}$/u.test(word)));
}
