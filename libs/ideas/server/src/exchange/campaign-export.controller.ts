import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { disposition } from '@parvis/media/server';
import { isId, SignedIn, type DomainError } from '@parvis/platform/server';
import type { Response } from 'express';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { mayCommand } from '../campaign/campaign.policy.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { CampaignExportQuery } from './campaign-export.query.ts';
import { asCsv, asJson, exportParts } from './campaign-file.ts';

const fileForm = new RegExp(`^(${exportParts.join('|')})\\.(csv|json)$`);

/** What a campaign gives away to its owner and sponsor, as files that are written while they are sent. */
@SignedIn()
@Controller('campaign-files')
export class CampaignExportController {
  constructor(
    private readonly campaigns: CampaignLoader,
    private readonly query: CampaignExportQuery,
  ) {}

  /**
   * `ideas`, `votes`, `results`, `jury`, `answers` or `projects`, as `.csv` (UTF-8 with a byte order mark; `?delimiter=semicolon` for spreadsheets that expect it) or `.json`.
   * 404 CAMPAIGN_NOT_FOUND: missing, out of sight, or no such file; 403 CAMPAIGN_NOT_YOURS, EXPORT_BLIND.
   */
  @Get(':id/:file')
  async download(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('file') file: string, @Query('delimiter') delimiter: unknown, @Res() response: Response): Promise<void> {
    const [, part, format] = fileForm.exec(file) ?? [];
    const known = exportParts.find((one) => one === part);
    const campaign = known && isId(id) ? await this.campaigns.byId(viewer, id) : null;
    if (!known || !campaign) return refuse(response, 404, ideasErrors.campaignNotFound());
    if (!mayCommand(await this.campaigns.rolesOfViewer(viewer, campaign), 'export')) return refuse(response, 403, ideasErrors.campaignNotYours());
    if (await this.query.judgesBlind(viewer, campaign.id)) return refuse(response, 403, ideasErrors.exportBlind());
    const rows = this.query.rows(viewer, campaign, known);
    response.setHeader('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8');
    response.setHeader('Content-Disposition', disposition('attachment', `${nameOf(campaign)} - ${file}`));
    response.setHeader('Cache-Control', 'private, no-store');
    await send(format === 'csv' ? asCsv(known, rows, delimiter === 'semicolon' ? ';' : ',') : asJson(known, rows), response);
  }
}

function refuse(response: Response, status: number, { code, params }: DomainError): void {
  response.status(status).json({ error: { code, params } });
}

async function send(text: AsyncGenerator<string>, response: Response): Promise<void> {
  try {
    await pipeline(Readable.from(text), response);
  } catch (error) {
    // Whoever asked has gone: nobody is left to be answered.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** The question, without what file systems refuse. */
const nameOf = ({ question }: CampaignEntity): string => question.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 80).trim() || 'campaign';
