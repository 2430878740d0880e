import { Injectable } from '@nestjs/common';
import { PeopleMerge } from '@parvis/identity/server';

/** Notifications name people in lists, which have no foreign keys. */
const lists = [['notification', 'actor_ids'], ['notification_settings', 'urgent_person_ids']] as const;

@Injectable()
export class PeopleMergeNotifications {
  constructor(merge: PeopleMerge) {
    merge.register(async (manager, fromId, intoId) => {
      for (const [table, column] of lists) {
        await manager.query(
          `UPDATE ${table} SET ${column} = CASE WHEN $2::uuid = ANY(${column}) THEN array_remove(${column}, $1::uuid) ELSE array_replace(${column}, $1::uuid, $2::uuid) END WHERE $1::uuid = ANY(${column})`,
          [fromId, intoId],
        );
      }
    });
  }
}
