import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Controller, type DynamicModule, Get, Inject, Module, Req, Res } from '@nestjs/common';
import { FirstPage, HouseModule } from '@parvis/house/server';
import { EntryConditions, IdentityModule, SessionCookie, Sessions } from '@parvis/identity/server';
import { Config, newNonce, pagePolicy, Public, type TrustedDocuments } from '@parvis/platform/server';
import express, { type NextFunction, type Request, type Response } from 'express';

/** The built pages: `dist/apps/web`, beside the built server. */
const pagesFolder = join(fileURLToPath(new URL('.', import.meta.url)), '../apps/web');
const PAGES_FOLDER = Symbol('PAGES_FOLDER');

/** Where the build (vite.config.ts) leaves a place for the nonce. */
const noncePlace = 'PARVIS_NONCE';
/** Where index.html leaves a place for which documents the server takes. */
const documentsPlace = 'PARVIS_DOCUMENTS';

/**
 * Serves the pages. Whoever opens an address without a session is sent to sign in there and then, and comes back to that address: nobody
 * sees a login page of Parvis, since there is none.
 */
@Controller()
@Public()
export class WebController {
  private readonly files: express.Handler;

  /** The page in parts, between which the nonce of an answer stands. Read when it is first asked for: tests have no pages. */
  private parts: string[] | undefined;

  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly conditions: EntryConditions,
    private readonly firstPage: FirstPage,
    private readonly config: Config,
    @Inject(PAGES_FOLDER) private readonly folder: string,
  ) {
    this.files = express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (answer, path) => {
        // Names under assets/ hold a hash of the content.
        answer.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }

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
    const viewer = token ? await this.sessions.viewerOf(token) : null;
    const first = viewer ? (await this.conditions.unmetBy(viewer))?.page : '/saml/login';
    if (first) response.redirect(302, `${first}?returnTo=${encodeURIComponent(request.originalUrl)}`);
    else this.sendPage(response);
  }

  private sendPage(response: Response): void {
    this.parts ??= pageUnder(this.folder, this.config.addresses.path)
      .replaceAll(documentsPlace, this.config.trustedDocumentsOnly ? 'trusted' : 'any')
      .split(noncePlace);
    const nonce = newNonce();
    response.setHeader('Content-Security-Policy', pagePolicy(nonce));
    response.type('html').send(this.firstPage.of(this.parts.join(nonce)));
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

/** The page of the build (vite.config.ts), its files found from any address below the sub-path, of which it is told. */
function pageUnder(folder: string, subPath: string): string {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return page.replaceAll(/ (src|href)="\.\//g, (_whole, name) => ` ${name}="${subPath}/`).replace('<meta name="parvis:sub-path" content=""', () => `<meta name="parvis:sub-path" content="${subPath}"`);
}

@Module({ imports: [IdentityModule, HouseModule], controllers: [WebController], providers: [{ provide: PAGES_FOLDER, useValue: pagesFolder }] })
export class WebModule {
  /** With pages that were built elsewhere, for a server that runs as it is written. */
  static withPages(folder: string): DynamicModule {
    return { module: WebModule, providers: [{ provide: PAGES_FOLDER, useValue: folder }] };
  }
}

/** Whether the pages were built. */
export const pagesAreBuilt = (): boolean => existsSync(join(pagesFolder, 'index.html'));

/** What the pages ask, as codegen wrote it beside them. None where nothing was built. */
export function builtDocuments(): TrustedDocuments {
  const file = join(pagesFolder, '../../web-documents.json');
  return new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : []);
}
