import type { Domain } from './database/domain.ts';
import { Import1764000000100 } from './import/1764000000100-import.migration.ts';
import { ImportReferenceEntity } from './import/import-reference.entity.ts';
import { Platform1764000000000 } from './migrations/1764000000000-platform.migration.ts';
import { ServerProcessEntity } from './health/server-process.entity.ts';
import { LetterEntity } from './mail/letter.entity.ts';
import { Audit1764170000000 } from './migrations/1764170000000-audit.migration.ts';
import { Letters1764175000000 } from './migrations/1764175000000-letters.migration.ts';
import { Settings1764192000000 } from './migrations/1764192000000-settings.migration.ts';
import { Health1764196000000 } from './migrations/1764196000000-health.migration.ts';
import { SeveralProcesses1764101000000 } from './migrations/1764101000000-several-processes.migration.ts';
import { OutboxEventEntity } from './outbox/outbox-event.entity.ts';
import { PlatformModule } from './platform.module.ts';
import { SettingEntity } from './settings/setting.entity.ts';

export const platformDomain: Domain = {
  name: 'platform',
  module: PlatformModule,
  entities: [OutboxEventEntity, ImportReferenceEntity, LetterEntity, SettingEntity, ServerProcessEntity],
  migrations: [Platform1764000000000, Import1764000000100, SeveralProcesses1764101000000, Audit1764170000000, Letters1764175000000, Settings1764192000000, Health1764196000000],
};
