import type { ProfileField } from '../visibility/profile-field.ts';

/** What helps colleagues most comes first. Neither a picture nor anything private is asked for. */
export const usefulFields = ['askMeAbout', 'skills', 'biography', 'languages', 'projects', 'workingTime', 'links'] as const satisfies readonly ProfileField[];

/** More at once would be a task. */
export const maxSteps = 3;

/** What to add next to a profile of which some fields are filled. */
export const nextSteps = (filled: ReadonlySet<ProfileField>): ProfileField[] => usefulFields.filter((field) => !filled.has(field)).slice(0, maxSteps);
