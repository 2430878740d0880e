import { Controller, Get, Logger, Post, Req, Res } from '@nestjs/common';
import { Config, Public, publicUrlOf } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import type { SessionOrigin } from '../session/asserted-person.ts';
import { SessionCookie } from '../session/session-cookie.ts';
import { Sessions } from '../session/sessions.ts';
import type { PendingRequest } from './exchange/exchange-store.ts';
import type { BegunExchange } from './exchange/outgoing.ts';
import type { CarriedLogout } from './logout/logout-message.ts';
import { samlParameters } from './logout/query-signature.ts';
import type { Binding } from './message.ts';
import { languageOf } from './pages/language.ts';
import { sendOutgoing } from './pages/send-outgoing.ts';
import { sendSignedOut } from './pages/signed-out-page.ts';
import { readForm } from './read-form.ts';
import { Refusals } from './refusals.ts';
import { SamlExchanges } from './saml-exchanges.ts';
import { SamlRefusal } from './saml-refusal.ts';
import { BrowserCookies } from './sign-in/browser-cookies.ts';

/** Sign-out: begun here, or at the identity provider. */
@Controller('saml')
@Public()
export class SamlLogoutController {
  private readonly logger = new Logger('Saml');

  constructor(
    private readonly config: Config,
    private readonly exchanges: SamlExchanges,
    private readonly refusals: Refusals,
    private readonly sessions: Sessions,
    private readonly sessionCookie: SessionCookie,
  ) {}

  /** Ends the session here, always; and at the identity provider, when it offers that. */
  @Get('logout')
  async logout(@Req() request: Request, @Res() response: Response): Promise<void> {
    // A link on another site must not sign people out. Browsers say where a request comes from, and only this page's own links get here otherwise.
    if (request.headers['sec-fetch-site'] === 'cross-site') {
      response.redirect(303, '/');
      return;
    }
    const token = this.sessionCookie.read(request);
    const origin = token ? await this.sessions.end(token) : null;
    this.sessionCookie.clear(response);
    const begun = origin && (await this.beginFor(request, origin));
    if (!begun) {
      response.redirect(303, '/saml/signed-out');
      return;
    }
    this.cookiesAt(request).setSecret(response, begun.requestId, begun.browserSecret);
    sendOutgoing(response, begun.message, languageOf(request));
  }

  @Get('signed-out')
  signedOut(@Req() request: Request, @Res() response: Response): void {
    sendSignedOut(response, { language: languageOf(request), everywhere: request.query['everywhere'] === 'true' });
  }

  /** Logout requests and responses by HTTP-Redirect. */
  @Get('slo')
  async redirected(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.refusals.guard(request, response, async () => {
      await this.take(request, response, { by: 'redirect', fields: samlParameters(queryOf(request)) });
    });
  }

  /** Logout requests and responses by HTTP-POST. */
  @Post('slo')
  async posted(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.refusals.guard(request, response, async () => {
      await this.take(request, response, { by: 'post', fields: await readForm(request) });
    });
  }

  private async take(request: Request, response: Response, { by, fields }: { by: Binding; fields: Record<string, unknown> }): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    if ('SAMLRequest' in fields && 'SAMLResponse' in fields) throw new SamlRefusal('malformed', 'a request and a response at once');
    const { logout } = await this.exchanges.at(request);
    const kind: CarriedLogout['kind'] = 'SAMLRequest' in fields ? 'SAMLRequest' : 'SAMLResponse';
    const carried: CarriedLogout = { by, kind, encoded: fields[kind], rawQuery: queryOf(request) };
    if (kind === 'SAMLResponse') {
      const cookies = this.cookiesAt(request);
      const { request: answered, isComplete } = await logout.conclude(carried, cookies.secretFor(request));
      cookies.clearSecret(response, answered.id);
      // Elsewhere, so that a reload shows the page again rather than a message that has been used.
      response.redirect(303, `${this.placeOf(request, answered)}saml/signed-out${isComplete ? '?everywhere=true' : ''}`);
      return;
    }
    const { issuer, nameId, sessionIndexes, answer } = await logout.receive(carried, fields['RelayState']);
    // By what the identity provider names, never by the cookie: in a foreign frame the browser does not send it.
    await this.sessions.endByOrigin({ issuer, nameId, sessionIndexes });
    this.sessionCookie.clear(response);
    const message = await answer();
    if (message) sendOutgoing(response, message, languageOf(request));
    else response.redirect(303, '/saml/signed-out?everywhere=true');
  }

  /** Where the person was, when that was another name of ours than the one that is told. */
  private placeOf(request: Request, { returnTo }: PendingRequest): string {
    return returnTo === `${publicUrlOf(this.config, request)}/` ? '/' : returnTo;
  }

  private cookiesAt(request: Request): BrowserCookies {
    return new BrowserCookies(publicUrlOf(this.config, request), '/saml/slo');
  }

  private async beginFor(request: Request, origin: SessionOrigin): Promise<BegunExchange | null> {
    try {
      const { logout } = await this.exchanges.at(request);
      return await logout.begin(origin);
    } catch (error) {
      // The session here is over already; that the identity provider cannot be told must not keep anybody from seeing so.
      this.logger.warn(`The identity provider cannot be told of a sign-out: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }
}

const queryOf = ({ originalUrl }: Request): string => (originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?') + 1) : '');
