import type { CommunityEntity } from '@parvis/communities/server';
import type { PersonEntity } from '@parvis/identity/server';
import type { TestApi } from '@parvis/identity/server/testing';
import { newId } from '@parvis/platform/server';
import type { NotificationKind } from '../notification/notification-kind.ts';
import { NotificationService } from '../notification/notification.service.ts';

interface Parts {
  by: PersonEntity;
  to: PersonEntity[];
  kind?: NotificationKind;
  eventId?: string;
  once?: boolean;
}

/** Notifies people of a community, as a higher domain does of what is its own; a mention unless said otherwise. */
export const aHappening = (api: TestApi, { id }: CommunityEntity, { by, to, kind = 'mention', eventId = newId(), once = false }: Parts): Promise<void> =>
  api.app.get(NotificationService).notify({ eventId, kind, subject: { type: 'community', id }, actorId: by.id, recipientIds: to.map((person) => person.id), once });
