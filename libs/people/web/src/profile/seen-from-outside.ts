import type { ProfileAudience, ProfileField } from '@parvis/platform/web';

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

/** Who may look at one's own profile: a colleague of another department, of one's own, of a community of one's own. */
export const lookers = ['EVERYONE', 'DEPARTMENT', 'COMMUNITIES'] as const satisfies ProfileAudience[];
export type Looker = (typeof lookers)[number];

/** One's own profile as such a colleague sees it. Which fields that is, the server's one rule says. */
export function asSeenBy(looker: Looker, person: Profile): Profile {
  const seen = { EVERYONE: person.seenByEveryone, DEPARTMENT: person.seenByDepartment, COMMUNITIES: person.seenByCommunities }[looker];
  const hidden = (Object.keys(withheld) as ProfileField[]).filter((field) => !seen?.includes(field));
  return Object.assign({ ...person, isViewer: false, profileVisibility: null, mobility: null, ownAbsence: null }, ...hidden.map((field) => withheld[field]));
}
