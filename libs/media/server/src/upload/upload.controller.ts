import { join } from 'node:path';
import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { Config, SignedIn } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import { fileToJson } from '../file/file.type.ts';
import { mediaSettings, type MediaSettings } from '../media.config.ts';
import { mediaErrors } from '../media.errors.ts';
import { Pace } from '../pace.ts';
import { withUpload } from './received-upload.ts';
import { UploadService } from './upload.service.ts';

/** A page of another site cannot send this header: the browser would ask us first, and we answer no such question. As for GraphQL. */
export const uploadHeader = 'x-parvis-upload';

/** What a form holds beside its file, in bytes, at most. */
const formOverhead = 64 * 1024;

@SignedIn()
@Controller('media')
export class UploadController {
  private readonly pace = new Pace({ tries: 120, windowMs: 10 * 60_000 });

  constructor(
    @Inject(mediaSettings) private readonly settings: MediaSettings,
    private readonly service: UploadService,
    private readonly config: Config,
  ) {}

  /**
   * A form (`multipart/form-data`) with the fields `key` (UUID made once for each file), `alt` (optional) and `file`. Answers 201 with `{file}` as GraphQL’s
   * `MediaFile`, or `{error: {code, params}}`.
   */
  @Post()
  async upload(@CurrentViewer() viewer: Viewer, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (!request.headers[uploadHeader]) throw mediaErrors.forbidden();
    const wait = this.pace.waitFor(viewer.personId);
    if (wait !== null) throw mediaErrors.paceExceeded(wait);
    const place = { folder: incomingFolder(this.settings), maxBytes: Math.max(this.settings.maxFileBytes, this.settings.maxImageBytes) };
    // Said in advance, so answered in advance: nobody should send a film for minutes to hear that it is too long.
    if (Number(request.headers['content-length']) > place.maxBytes + formOverhead) throw mediaErrors.fileTooLarge(Math.floor(place.maxBytes / 1024 / 1024));
    const file = await withUpload(request, place, (upload) => this.service.take(viewer, upload));
    response.status(201).setHeader('Cache-Control', 'no-store').json({ file: fileToJson(file, this.config) });
  }
}

/** Where uploads are until they are known to be good; on the disk of the storage, so that keeping one is a rename. */
export const incomingFolder = ({ folder }: MediaSettings): string => join(folder, 'incoming');
