import { Injectable } from '@nestjs/common';
import { PeopleMerge } from '@parvis/identity/server';

/** What somebody wrote is found under the one whom they turned out to be. */
@Injectable()
export class PeopleMergeSearch {
  constructor(merge: PeopleMerge) {
    merge.register(async (manager, fromId, intoId) => {
      await manager.query('UPDATE search_document SET author_id = $2 WHERE author_id = $1', [fromId, intoId]);
    });
  }
}
