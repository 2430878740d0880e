/** Who may see what somebody says of themselves. Whoever says it always sees it. */
export const audiences = ['everyone', 'department', 'communities', 'nobody'] as const;
export type Audience = (typeof audiences)[number];

/** What people say of themselves and may keep to some, with who sees it until they choose. A subject of people that adds a field declares it here. */
export const profileFields = {
  biography: 'everyone',
  languages: 'everyone',
  skills: 'everyone',
  askMeAbout: 'everyone',
  workingTime: 'everyone',
  absence: 'everyone',
  projects: 'everyone',
  certificates: 'everyone',
  links: 'everyone',
  hobbies: 'everyone',
} as const satisfies Record<string, Audience>;

export type ProfileField = keyof typeof profileFields;
