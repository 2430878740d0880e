import type { Domain } from '@parvis/platform/server';
import { FileEntity } from './file/file.entity.ts';
import { MediaModule } from './media.module.ts';
import { LinkPreviewEntity } from './preview/link-preview.entity.ts';
import { LinkPreviews1764102001000 } from './migrations/1764102001000-link-previews.migration.ts';
import { Media1764102000000 } from './migrations/1764102000000-media.migration.ts';

export const mediaDomain: Domain = {
  name: 'media',
  module: MediaModule,
  entities: [FileEntity, LinkPreviewEntity],
  migrations: [Media1764102000000, LinkPreviews1764102001000],
};
