import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { uploadHeader } from '@parvis/media/server';
import { platformErrors, SignedIn } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import { ideasErrors } from '../ideas.errors.ts';
import { maxImportMb } from './idea-file.ts';
import { IdeaImportService } from './idea-import.service.ts';

/** Ideas brought into a campaign from a file of an owner. */
@SignedIn()
@Controller('campaign-files')
export class IdeaImportController {
  constructor(private readonly service: IdeaImportService) {}

  /**
   * The file as `application/octet-stream`: CSV or JSON, the columns of the export. Answers what would become of each row; `?confirmed=true`: what became of it. A page of another site cannot send the header.
   * Errors: FORBIDDEN, IMPORT_TOO_LARGE, and those of `IdeaImportService.bringIn`.
   */
  @Post(':id/ideas')
  async bringIn(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query('confirmed') confirmed: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (!request.headers[uploadHeader]) throw platformErrors.forbidden();
    const bytes = await bodyOf(request);
    response.setHeader('Cache-Control', 'no-store').json(await this.service.bringIn(viewer, id, { bytes, confirmed: confirmed === 'true' }));
  }
}

/** What is beyond the limit is read and forgotten: a browser that is still sending does not hear the answer. Errors: IMPORT_TOO_LARGE. */
async function bodyOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxImportMb * 1024 * 1024) chunks.push(chunk);
    else if (size > 50 * maxImportMb * 1024 * 1024) break;
  }
  if (size > maxImportMb * 1024 * 1024) throw ideasErrors.importTooLarge(maxImportMb);
  return Buffer.concat(chunks);
}
