import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import type { FileEntity } from '../file/file.entity.ts';
import { FileQuery } from '../file/file.query.ts';
import { isImageVariant, type ImageVariant } from '../image/image-variants.ts';
import { storageToken, type Storage } from '../storage/storage.ts';
import { byteRange } from './byte-range.ts';
import { contentHeaders } from './content-headers.ts';
import { ImageBytes } from './image-bytes.ts';

@SignedIn()
@Controller('media')
export class DownloadController {
  constructor(
    private readonly files: FileQuery,
    private readonly imageBytes: ImageBytes,
    @Inject(storageToken) private readonly storage: Storage,
  ) {}

  /** `variant`: thumb, medium or large of an image; `file` of anything else. Missing, deleted and out of sight are all 404. */
  @Get(':id/:variant')
  async download(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('variant') variant: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const file = await this.files.byId(viewer, id);
    if (file?.kind === 'image' && isImageVariant(variant)) await this.sendImage(file, variant, request, response);
    else if (file?.kind === 'file' && variant === 'file') await this.sendFile(file, request, response);
    else notFound(response);
  }

  private async sendImage(file: FileEntity, variant: ImageVariant, request: Request, response: Response): Promise<void> {
    const image = await this.imageBytes.read(file, variant, /image\/avif/.test(request.headers.accept ?? ''));
    if (!image) return notFound(response);
    const { stream, size, format } = image;
    response.set(contentHeaders(file, { mediaType: `image/${format}`, download: 'download' in request.query }));
    response.set('ETag', `"${file.storageKey}-${image.variant}-${format}"`).set('Content-Length', String(size));
    if (request.fresh) return notModified(stream, response);
    await send(stream, response);
  }

  private async sendFile(file: FileEntity, request: Request, response: Response): Promise<void> {
    response.set(contentHeaders(file, { mediaType: file.mediaType, download: 'download' in request.query }));
    response.set('ETag', `"${file.storageKey}"`).set('Accept-Ranges', 'bytes');
    if (request.fresh) return void response.status(304).end();
    const range = byteRange(request.headers.range, file.byteSize);
    if (range === 'unsatisfiable') return void response.status(416).set('Content-Range', `bytes */${file.byteSize}`).end();
    const found = await this.storage.read(file.storageKey, 'file', range ?? undefined);
    if (!found) return notFound(response);
    if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${file.byteSize}`);
    response.set('Content-Length', String(range ? range.end - range.start + 1 : file.byteSize));
    await send(found.stream, response);
  }
}

function notFound(response: Response): void {
  for (const name of response.getHeaderNames()) if (/^content-(type|disposition|length|range)$|^etag$/.test(name)) response.removeHeader(name);
  response.status(404).set('Cache-Control', 'no-store').json({ error: { code: 'FILE_NOT_FOUND', params: {} } });
}

function notModified(stream: Readable, response: Response): void {
  stream.destroy();
  response.removeHeader('Content-Length');
  response.status(304).end();
}

async function send(stream: Readable, response: Response): Promise<void> {
  if (response.req.method === 'HEAD') {
    stream.destroy();
    response.end();
    return;
  }
  // A reader who goes away in the middle is no fault.
  await pipeline(stream, response).catch(() => response.destroy());
}
