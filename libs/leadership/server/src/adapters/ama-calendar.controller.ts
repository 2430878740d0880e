import { Controller, Get, Param, Res } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { Config, isId, SignedIn } from '@parvis/platform/server';
import type { Response } from 'express';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { AmaSessionQuery } from '../session/ama-session.query.ts';

/** A session as a file for one's calendar: its UID stays and SEQUENCE grows, so importing it again changes the entry instead of adding one; only for those who see the session. */
@SignedIn()
@Controller('calendar')
export class AmaCalendarController {
  constructor(
    private readonly query: AmaSessionQuery,
    private readonly config: Config,
  ) {}

  @Get('ama/:id.ics')
  async session(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const session = isId(id) ? await this.query.byId(viewer, id) : null;
    if (!session) {
      response.status(404).json({ error: { code: 'AMA_SESSION_NOT_FOUND', params: {} } });
      return;
    }
    const url = `${this.config.publicUrl}/leadership/sessions/${session.id}`;
    const calendar = new ICalCalendar({ prodId: '//Parvis//Sessions//EN', method: ICalCalendarMethod.PUBLISH });
    calendar.createEvent({
      id: `${session.id}@${new URL(this.config.publicUrl).hostname}`,
      sequence: session.sequence,
      start: session.startsAt,
      end: session.endsAt,
      summary: session.title,
      description: [session.description, url].filter(Boolean).join('\n\n'),
      url,
      status: session.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="session.ics"');
    response.setHeader('Cache-Control', 'private, no-store');
    response.send(calendar.toString());
  }
}
