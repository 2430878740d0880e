import type { Domain } from '@parvis/platform/server';
import { AbsenceEntity } from './absence/absence.entity.ts';
import { DelegationEntity } from './delegation/delegation.entity.ts';
import { DirectoryEntryEntity } from './directory/directory-entry.entity.ts';
import { DirectoryWordEntity } from './directory/directory-word.entity.ts';
import { FollowEntity } from './follow/follow.entity.ts';
import { Delegation1764108200000 } from './migrations/1764108200000-delegation.migration.ts';
import { DirectoryEntry1764125100000 } from './migrations/1764125100000-directory-entry.migration.ts';
import { People1764000003000 } from './migrations/1764000003000-people.migration.ts';
import { ProfileVisibility1764130000000 } from './migrations/1764130000000-profile-visibility.migration.ts';
import { WorkingTime1764130100000 } from './migrations/1764130100000-working-time.migration.ts';
import { Absence1764130200000 } from './migrations/1764130200000-absence.migration.ts';
import { OwnWords1764130310000 } from './migrations/1764130310000-own-words.migration.ts';
import { ProfileEntries1764130400000 } from './migrations/1764130400000-profile-entries.migration.ts';
import { MobilityEntity } from './mobility/mobility.entity.ts';
import { AskedAbout1764141100000 } from './migrations/1764141100000-asked-about.migration.ts';
import { TopicArticles1764141400000 } from './migrations/1764141400000-topic-articles.migration.ts';
import { PeopleModule } from './people.module.ts';
import { ProfileEntity } from './profile/profile.entity.ts';
import { skillParts } from './skill/skill.parts.ts';
import { ProfileVisibilityEntity } from './visibility/profile-visibility.entity.ts';
import { WorkingTimeEntity } from './working-time/working-time.entity.ts';

export const peopleDomain: Domain = {
  name: 'people',
  module: PeopleModule,
  entities: [
    ProfileEntity,
    FollowEntity,
    DelegationEntity,
    DirectoryEntryEntity,
    DirectoryWordEntity,
    ProfileVisibilityEntity,
    WorkingTimeEntity,
    AbsenceEntity,
    MobilityEntity,
    ...skillParts.entities,
  ],
  migrations: [
    People1764000003000,
    Delegation1764108200000,
    DirectoryEntry1764125100000,
    ProfileVisibility1764130000000,
    WorkingTime1764130100000,
    Absence1764130200000,
    OwnWords1764130310000,
    ProfileEntries1764130400000,
    ...skillParts.migrations,
    AskedAbout1764141100000,
    TopicArticles1764141400000,
  ],
};
