import type { SkillLevel } from '@parvis/platform/web';

/** In the order in which one gets there. Their words are under `skills.level`. */
export const skillLevels: readonly SkillLevel[] = ['LEARNING', 'USING', 'FLUENT', 'HELPING'];
