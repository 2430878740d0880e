import { type ProfileAudience, type ProfileField, type UpdateProfileInput } from '@parvis/platform/web';
import { reactive } from 'vue';

import type { ProfileAboutFragment } from '../components/ProfileAbout.generated.ts';
import { draftsOf, entriesOf, entryForms, withoutBlanks } from './entry-forms.ts';
import type { OwnVisibilityFragment } from './OwnVisibility.generated.ts';

/** One's profile while it is written. What was typed stays until the server has it. */
export function useProfileDraft(person: ProfileAboutFragment & OwnVisibilityFragment) {
  const draft = reactive({
    biography: person.biography,
    askMeAbout: [...person.askMeAbout],
    languages: [...person.languages],
    hobbies: [...person.hobbies],
    projects: draftsOf(entryForms.projects, person.projects),
    certificates: draftsOf(entryForms.certificates, person.certificates),
    links: draftsOf(entryForms.links, person.links),
    workingDays: [...(person.workingDays ?? [])],
    timeZone: person.timeZone ?? '',
  });
  const before = new Map((person.profileVisibility ?? []).map(({ field, audience }) => [field, audience]));
  const audiences = reactive(Object.fromEntries(before)) as Record<ProfileField, ProfileAudience>;

  function input(): UpdateProfileInput {
    // Places in refusals count what is sent.
    for (const list of ['projects', 'certificates', 'links'] as const) draft[list] = withoutBlanks(draft[list]);
    const { timeZone, workingDays, projects, certificates, links, ...words } = draft;
    return {
      ...words,
      biography: words.biography.trim(),
      projects: entriesOf(entryForms.projects, projects) as UpdateProfileInput['projects'],
      certificates: entriesOf(entryForms.certificates, certificates) as UpdateProfileInput['certificates'],
      links: entriesOf(entryForms.links, links) as UpdateProfileInput['links'],
      // Empty is said too: it takes back what was.
      workingDays: [...workingDays],
      ...(timeZone !== (person.timeZone ?? '') && { timeZone }),
      visibility: [...before].flatMap(([field, audience]) => (audiences[field] === audience ? [] : [{ field, audience: audiences[field] }])),
    };
  }

  return { draft, audiences, input };
}
