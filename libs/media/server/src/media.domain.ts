import type { Domain } from '@parvis/platform/server';
import { FileEntity } from './file/file.entity.ts';
import { MediaModule } from './media.module.ts';
import { Media1764102000000 } from './migrations/1764102000000-media.migration.ts';

export const mediaDomain: Domain = {
  name: 'media',
  module: MediaModule,
  entities: [FileEntity],
  migrations: [Media1764102000000],
};
