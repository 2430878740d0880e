import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { IdentityModule, SessionCookie, Sessions } from '@parvis/identity/server';
import { Public } from '@parvis/platform/server';
import express, { type NextFunction, type Request, type Response } from 'express';

/** The built pages: `dist/apps/web`, beside the built server. */
const pagesFolder = join(fileURLToPath(new URL('.', import.meta.url)), '../apps/web');

/**
 * Serves the pages. Whoever opens an address without a session is sent to sign in there and then, and comes back to that address: nobody
 * sees a login page of Parvis, since there is none.
 */
@Controller()
@Public()
export class WebController {
  private readonly files = express.static(pagesFolder, {
    index: false,
    setHeaders: (response, path) => {
      // Names under assets/ hold a hash of the content.
      response.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
  ) {}

  @Get(['', '*path'])
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (await this.isFile(request, response)) return;
    // A page of an older build asks for files that are gone: a page in their place would only break it further.
    if (request.path.startsWith('/assets/') || !request.accepts('html')) {
      response.status(404).json({ error: { code: 'NOT_FOUND' } });
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    const token = this.cookie.read(request);
    if (token && (await this.sessions.viewerOf(token))) response.sendFile(join(pagesFolder, 'index.html'));
    else response.redirect(302, `/saml/login?returnTo=${encodeURIComponent(request.originalUrl)}`);
  }

  private isFile(request: Request, response: Response): Promise<boolean> {
    if (request.path === '/index.html') return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      response.once('finish', () => resolve(true));
      const next: NextFunction = (error?: unknown) => (error ? reject(error) : resolve(false));
      this.files(request, response, next);
    });
  }
}

@Module({ imports: [IdentityModule], controllers: [WebController] })
export class WebModule {}

/** Whether the pages were built. */
export const pagesAreBuilt = (): boolean => existsSync(join(pagesFolder, 'index.html'));
