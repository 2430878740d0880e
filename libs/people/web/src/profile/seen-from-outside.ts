import type { ProfileField } from '@parvis/platform/web';

import type { PersonPageQuery } from '../pages/PersonPage.generated.ts';

type Profile = NonNullable<PersonPageQuery['person']>;

const withheld: Record<ProfileField, Partial<Profile>> = {
  BIOGRAPHY: { biography: '' },
  LANGUAGES: { languages: [] },
  SKILLS: { skills: [], endorsements: [] },
  ASK_ME_ABOUT: { askMeAbout: [] },
  WORKING_TIME: { timeZone: null, workingDays: null },
  ABSENCE: { absence: null },
  PROJECTS: { projects: [] },
  CERTIFICATES: { certificates: [] },
  LINKS: { links: [] },
  HOBBIES: { hobbies: [] },
};

/** One's own profile as a colleague of another department sees it. Which fields that is, the server's one rule says. */
export function asSeenFromOutside(person: Profile): Profile {
  const hidden = (Object.keys(withheld) as ProfileField[]).filter((field) => !person.seenFromOutside?.includes(field));
  return Object.assign({ ...person, isViewer: false, profileVisibility: null, mobility: null }, ...hidden.map((field) => withheld[field]));
}
