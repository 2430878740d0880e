import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityContents } from '@parvis/communities/server';

/** What people chose to be told of a community follows it into another, unless they chose something there already. */
@Injectable()
export class CommunitySettingsMove implements OnModuleInit {
  constructor(private readonly contents: CommunityContents) {}

  onModuleInit(): void {
    this.contents.registerMove(async (tx, { from, into }) => {
      await tx.manager.query(
        `UPDATE notification_community chosen SET community_id = $2 WHERE chosen.community_id = $1
           AND NOT EXISTS (SELECT 1 FROM notification_community there WHERE there.community_id = $2 AND there.person_id = chosen.person_id)`,
        [from, into],
      );
      await tx.manager.query('DELETE FROM notification_community WHERE community_id = $1', [from]);
    });
  }
}
