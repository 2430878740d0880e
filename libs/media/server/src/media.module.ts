import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@parvis/identity/server';
import { Config, Jobs, jobType } from '@parvis/platform/server';
import { Attachments } from './attachment/attachments.ts';
import { MediaOwners } from './attachment/media-owners.ts';
import { DownloadController } from './download/download.controller.ts';
import { ImageBytes } from './download/image-bytes.ts';
import { FileLoader } from './file/file.loader.ts';
import { FileQuery } from './file/file.query.ts';
import { FileResolver } from './file/file.resolver.ts';
import { FileService } from './file/file.service.ts';
import { Images } from './image/images.ts';
import { MediaSweep } from './media-sweep.ts';
import { mediaSettings, parseMediaSettings, type MediaSettings } from './media.config.ts';
import { GuardedFetch } from './preview/guarded-fetch.ts';
import { LinkPreviewController } from './preview/link-preview.controller.ts';
import { LinkPreviewResolver } from './preview/link-preview.resolver.ts';
import { LinkPreviewService } from './preview/link-preview.service.ts';
import { LinkPreviews } from './preview/link-previews.ts';
import { VirusScanner } from './scan/scanner.ts';
import { openStorage } from './storage/open-storage.ts';
import { storageToken } from './storage/storage.ts';
import { UploadController } from './upload/upload.controller.ts';
import { UploadService } from './upload/upload.service.ts';

const configured = [
  {
    provide: mediaSettings,
    inject: [Config],
    useFactory: (config: Config): MediaSettings => {
      const result = parseMediaSettings(process.env, config);
      if ('faults' in result) throw new Error(result.faults.join('\n'));
      return result.settings;
    },
  },
  {
    provide: storageToken,
    inject: [mediaSettings],
    useFactory: openStorage,
  },
  { provide: VirusScanner, inject: [mediaSettings], useFactory: ({ clamd }: MediaSettings) => new VirusScanner(clamd) },
  { provide: GuardedFetch, inject: [mediaSettings], useFactory: ({ previews }: MediaSettings) => new GuardedFetch({ hosts: previews.hosts }) },
];

@Module({
  imports: [IdentityModule],
  // The pictures of previews first: their address would do for a file’s.
  controllers: [UploadController, LinkPreviewController, DownloadController],
  providers: [
    ...configured,
    MediaOwners,
    Attachments,
    FileQuery,
    FileLoader,
    FileService,
    FileResolver,
    Images,
    ImageBytes,
    UploadService,
    LinkPreviewService,
    LinkPreviews,
    LinkPreviewResolver,
    MediaSweep,
  ],
  exports: [MediaOwners, Attachments, FileQuery, FileLoader, LinkPreviews],
})
export class MediaModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sweep: MediaSweep,
    private readonly previews: LinkPreviews,
  ) {}

  onModuleInit(): void {
    this.jobs.every(jobType('media.sweep'), '23 * * * *', async () => {
      await this.sweep.run();
      await this.previews.sweep();
    });
  }
}
