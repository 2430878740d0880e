import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { auditLine, platformErrors, SignedIn, type AuditEntry } from '@parvis/platform/server';
import type { Response } from 'express';
import { AuditAreaEnum } from '../entry/audit-area.ts';
import { AuditQuery } from '../entry/audit.query.ts';

/** A part of the audit log as a file, for whoever may read it. */
@SignedIn()
@Controller('audit-files')
export class AuditExportController {
  constructor(private readonly query: AuditQuery) {}

  /** JSON lines, the oldest first, each as `AuditEntry.line`; 403 FORBIDDEN for whoever may not read it, also where there is no such part. */
  @Get(':area.jsonl')
  async download(@CurrentViewer() viewer: Viewer, @Param('area') name: string, @Res() response: Response): Promise<void> {
    const area = Object.values(AuditAreaEnum).find((known) => known === name);
    if (!area) throw platformErrors.forbidden();
    const entries = this.query.all(viewer, area);
    const day = new Date().toISOString().slice(0, 10);
    response.setHeader('Content-Type', 'application/jsonl; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="parvis-audit-${area}-${day}.jsonl"`);
    response.setHeader('Cache-Control', 'private, no-store');
    try {
      await pipeline(Readable.from(lines(entries)), response);
    } catch (error) {
      // Whoever asked has gone: nobody is left to be answered.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
  }
}

async function* lines(entries: AsyncGenerator<AuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${auditLine(entry)}\n`;
}
