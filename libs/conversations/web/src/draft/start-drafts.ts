import { watchTopic } from '@parvis/platform/web';
import type { Client } from '@urql/vue';

import { sendLeftBehind } from './draft-left-behind.ts';
import { hearOfDraft, keepDraftsOn, onRegisterRead, readRegister } from './draft-register.ts';
import { graphqlDraftServer } from './draft-server.ts';

/** From now on what the person writes follows them from device to device. Needs the session. */
export function startDrafts(client: Client): void {
  onRegisterRead(() => void sendLeftBehind());
  keepDraftsOn(graphqlDraftServer(client));
  watchTopic('drafts', { onChange: hearOfDraft, onReconnect: () => void readRegister() });
}
