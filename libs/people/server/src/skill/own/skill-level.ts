/** How well people say that they can do something, in the order in which they get there; in the database from 1. Nobody else says it, and nothing but the order of those who can do something is computed from it. */
export const skillLevels = ['learning', 'using', 'fluent', 'helping'] as const;
export type SkillLevel = (typeof skillLevels)[number];

export const levelNumber = (level: SkillLevel | null | undefined): number | null => (level ? skillLevels.indexOf(level) + 1 : null);
export const levelOf = (number: number | null): SkillLevel | null => (number === null ? null : (skillLevels[number - 1] ?? null));
