import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { Public } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import { PersonQuery } from '../person/person.query.ts';
import { SessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

@Controller('auth')
@Public()
export class SessionController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly people: PersonQuery,
  ) {}

  /** 200 with `{person: {id, displayName, email, roles}}` for somebody signed in, else 401 with `{error: {code}}`. */
  @Get('session')
  @Header('Cache-Control', 'no-store')
  async session(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = this.cookie.read(request);
    const viewer = token ? await this.sessions.viewerOf(token) : null;
    const person = viewer && (await this.people.byId(viewer, viewer.personId));
    if (!person) {
      response.status(401).json({ error: { code: 'UNAUTHENTICATED' } });
      return;
    }
    const { id, displayName, email, roles } = person;
    response.json({ person: { id, displayName, email, roles } });
  }
}
