export { PersonConnection } from './directory/directory.resolver.ts';
export { DirectoryQuery } from './directory/directory.query.ts';
export { FollowEntity } from './follow/follow.entity.ts';
export { FollowQuery } from './follow/follow.query.ts';
export { peopleDomain } from './people.domain.ts';
export { personFollowed, personUnfollowed } from './people.events.ts';
export { PeopleModule } from './people.module.ts';
export { ProfileEntity } from './profile/profile.entity.ts';
export { importFollows, importPeople, linkManagers, type ImportedFollow, type ImportedPerson } from './adapters/people.importer.ts';
