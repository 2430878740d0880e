import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { isId, SignedIn } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import { storageToken, type Storage } from '../storage/storage.ts';
import { LinkPreviews } from './link-previews.ts';

/** The pictures of previews. Fetched with nobody’s rights: any colleague may see them. */
@SignedIn()
@Controller('media/previews')
export class LinkPreviewController {
  constructor(
    private readonly previews: LinkPreviews,
    @Inject(storageToken) private readonly storage: Storage,
  ) {}

  @Get(':id')
  async picture(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const preview = isId(id) ? await this.previews.byId(id) : null;
    const found = preview?.imageKey ? await this.storage.read(preview.imageKey, 'thumb.webp') : null;
    if (!found) {
      response.status(404).set('Cache-Control', 'no-store').json({ error: { code: 'FILE_NOT_FOUND', params: {} } });
      return;
    }
    response.set({
      'Content-Type': 'image/webp',
      'Content-Length': String(found.size),
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      // It never changes, and no rule decides who sees it.
      'Cache-Control': 'private, max-age=86400, immutable, no-transform',
      Vary: 'Cookie',
    });
    if (request.method === 'HEAD') {
      found.stream.destroy();
      response.end();
    } else await pipeline(found.stream, response).catch(() => response.destroy());
  }
}
