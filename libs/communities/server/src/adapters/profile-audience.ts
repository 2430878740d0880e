import { Injectable } from '@nestjs/common';
import { ProfileVisibility } from '@parvis/people/server';

/** Tells people's profiles what « my communities » means: both are members of one, whichever it is. */
@Injectable()
export class ProfileAudience {
  constructor(visibility: ProfileVisibility) {
    visibility.registerCommunities(
      (one, other) =>
        `EXISTS (SELECT 1 FROM membership mine JOIN membership theirs ON theirs.community_id = mine.community_id WHERE mine.person_id = ${one} AND theirs.person_id = ${other})`,
    );
  }
}
