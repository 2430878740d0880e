import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { SkillLanguage } from './skill.entity.ts';
import { SkillLoader } from './skill.loader.ts';
import { SkillQuery } from './skill.query.ts';
import { SkillLanguageEnum, SkillSuggestionType, SkillType } from './skill.type.ts';

@SignedIn()
@Resolver(() => SkillType)
export class SkillResolver {
  constructor(
    private readonly query: SkillQuery,
    private readonly skills: SkillLoader,
  ) {}

  @Query(() => [SkillSuggestionType], { description: 'The skills that somebody may mean by what they type, the nearest first: eight at most. Synonyms count, in both languages; mistakes are forgiven.' })
  async skillSuggestions(
    @CurrentViewer() viewer: Viewer,
    @Args('typed', { description: 'What is typed; the first 100 characters count.' }) typed: string,
    @Args('language', { type: () => SkillLanguageEnum, description: 'The reader’s: words of the other one come after.' }) language: SkillLanguage,
  ): Promise<SkillSuggestionType[]> {
    const found = await this.query.suggest(typed, language);
    return Promise.all(found.map(async ({ skillId, label }) => ({ label, skill: await this.skills.required(viewer, skillId) })));
  }
}
