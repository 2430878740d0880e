import { Injectable } from '@nestjs/common';
import { PersonOwners, type Viewer } from '@parvis/identity/server';
import { limited, Transactions, wordList } from '@parvis/platform/server';
import { peopleErrors } from '../people.errors.ts';
import { profileEdited } from '../people.events.ts';
import { ProfileVisibilityService } from '../visibility/profile-visibility.service.ts';
import { WorkingTimeService } from '../working-time/working-time.service.ts';
import { checkedCertificates, checkedLinks, checkedProjects } from './profile-entries.ts';
import { ProfileEntity } from './profile.entity.ts';
import type { UpdateProfileInput } from './profile.type.ts';

const maxBiographyLength = 2_000;
export const maxProfileWords = 30;
const words = { maxItems: maxProfileWords, maxLength: 60 };

/** Lets people say who they are. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly transactions: Transactions,
    private readonly visibility: ProfileVisibilityService,
    private readonly workingTime: WorkingTimeService,
    private readonly owners: PersonOwners,
  ) {}

  /**
   * Changes the viewer's own profile. Errors: TEXT_TOO_LONG, TEXT_REQUIRED, TOO_MANY_ITEMS, LANGUAGE_UNKNOWN, LINK_INVALID, YEAR_INVALID, YEARS_REVERSED,
   * TIME_ZONE_UNKNOWN, WORKING_DAYS_INVALID.
   */
  async edit(viewer: Viewer, change: UpdateProfileInput): Promise<void> {
    const checked = checkedWords(change);
    await this.transactions.run(async (tx) => {
      // First: what is said may be meant for fewer than before.
      await this.visibility.chooseIn(tx, viewer, change.visibility ?? []);
      await this.workingTime.takeBack(tx, viewer, change);
      await this.workingTime.change(tx, viewer, { ...change, workingDays: change.workingDays?.length ? change.workingDays : null });
      await tx.manager.upsert(ProfileEntity, { personId: viewer.personId, ...checked }, ['personId']);
      await this.owners.claim(tx, viewer.personId, Object.keys(checked).filter(isOwned));
      tx.emit(profileEdited({ personId: viewer.personId }));
    });
  }
}

function checkedLanguage(code: string): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(code.trim());
    if (canonical && canonical.length <= 20) return canonical;
  } catch {
    // Falls through to the refusal.
  }
  throw peopleErrors.unknownLanguage(code.slice(0, 20));
}

/** Files tell these too; the rest nobody but the person does. */
const isOwned = (field: string): field is 'biography' | 'languages' | 'askMeAbout' => ['biography', 'languages', 'askMeAbout'].includes(field);

function checkedWords(change: UpdateProfileInput) {
  return {
    ...(change.biography != null && { biography: limited('biography', change.biography, maxBiographyLength) }),
    ...(change.languages != null && { languages: wordList('languages', change.languages.map(checkedLanguage), words) }),
    ...(change.askMeAbout != null && { askMeAbout: wordList('askMeAbout', change.askMeAbout, words) }),
    ...(change.hobbies != null && { hobbies: wordList('hobbies', change.hobbies, words) }),
    ...(change.projects != null && { projects: checkedProjects(change.projects) }),
    ...(change.certificates != null && { certificates: checkedCertificates(change.certificates) }),
    ...(change.links != null && { links: checkedLinks(change.links) }),
  };
}
