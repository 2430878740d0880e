import { Controller, Get, Param, Res } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { Config, isId, SignedIn } from '@parvis/platform/server';
import type { Response } from 'express';
import { calendarOf } from './event-calendar.ts';
import { EventQuery } from './event.query.ts';

/** Events as iCalendar files, by the session: an address that leaks shows nothing to anybody else. */
@Controller('events')
@SignedIn()
export class EventController {
  constructor(
    private readonly query: EventQuery,
    private readonly config: Config,
  ) {}

  /** What the viewer comes to. */
  @Get('mine.ics')
  async mine(@CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    this.send(response, 'parvis.ics', calendarOf(await this.query.ownCalendar(viewer), this.config.publicUrl));
  }

  /** One event. 404 alike when it is missing and when it is out of sight. */
  @Get(':postId.ics')
  async one(@Param('postId') postId: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const entry = isId(postId) ? await this.query.calendarEntry(viewer, postId) : null;
    if (entry) this.send(response, 'event.ics', calendarOf([entry], this.config.publicUrl));
    else response.status(404).json({ error: { code: 'POST_NOT_FOUND', params: {} } });
  }

  private send(response: Response, name: string, calendar: string): void {
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.type('text/calendar; charset=utf-8').send(calendar);
  }
}
