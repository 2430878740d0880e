import type { Domain } from '@parvis/platform/server';
import { FileEntity } from './file/file.entity.ts';
import { MediaModule } from './media.module.ts';
import { LinkPreviewUseEntity } from './preview/link-preview-use.entity.ts';
import { LinkPreviewEntity } from './preview/link-preview.entity.ts';
import { LinkPreviews1764102001000 } from './migrations/1764102001000-link-previews.migration.ts';
import { LinkPreviewUses1764102002000 } from './migrations/1764102002000-link-preview-uses.migration.ts';
import { Media1764102000000 } from './migrations/1764102000000-media.migration.ts';

export const mediaDomain: Domain = {
  name: 'media',
  module: MediaModule,
  entities: [FileEntity, LinkPreviewEntity, LinkPreviewUseEntity],
  migrations: [Media1764102000000, LinkPreviews1764102001000, LinkPreviewUses1764102002000],
};
