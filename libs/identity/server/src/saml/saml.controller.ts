import { Controller, Get, Inject, Logger, Post, Req, Res } from '@nestjs/common';
import { Public } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import { SessionCookie } from '../session/session-cookie.ts';
import { Sessions } from '../session/sessions.ts';
import { SignIn } from '../session/sign-in.service.ts';
import { languageOf } from './pages/language.ts';
import { sendOutgoing } from './pages/send-outgoing.ts';
import { readForm } from './read-form.ts';
import { Refusals } from './refusals.ts';
import { SamlExchanges, samlSettings } from './saml-exchanges.ts';
import { SamlRefusal } from './saml-refusal.ts';
import type { SamlSettings } from './saml.config.ts';
import { Attempts } from './sign-in/attempts.ts';
import { assertedPersonOf } from './sign-in/asserted-person-of.ts';
import { groupsElsewhere } from './sign-in/attribute-names.ts';
import { BrowserCookies } from './sign-in/browser-cookies.ts';
import { returnAddress } from './sign-in/return-to.ts';
import { originOf, type VerifiedAssertion } from './sign-in/verified-assertion.ts';

/** Sign-in: our metadata, the question to the identity provider, its answer. */
@Controller('saml')
@Public()
export class SamlController {
  private readonly logger = new Logger('Saml');
  private readonly cookies: BrowserCookies;

  constructor(
    @Inject(samlSettings) private readonly settings: SamlSettings,
    private readonly exchanges: SamlExchanges,
    private readonly refusals: Refusals,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly sessionCookie: SessionCookie,
  ) {
    this.cookies = new BrowserCookies(settings.publicUrl);
  }

  /** Our metadata, for the identity provider. */
  @Get('metadata')
  async metadata(@Res() response: Response): Promise<void> {
    const { metadata } = await this.exchanges.ready();
    response.type('application/samlmetadata+xml').send(metadata);
  }

  /** Sends the browser to the identity provider; afterwards it is at `returnTo`, a path of Parvis. */
  @Get('login')
  async login(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.refusals.guard(request, response, async () => {
      const address = returnAddress(request.query['returnTo'], this.settings.publicUrl);
      const attempts = Attempts.read(this.cookies.readAttempts(request), new Date()).with(address, new Date());
      if (attempts.tooMany) throw new SamlRefusal('too-many-attempts');
      const { signIn } = await this.exchanges.ready();
      const { requestId, browserSecret, message } = await signIn.begin(request.query['returnTo']);
      this.cookies.setSecret(response, requestId, browserSecret);
      this.cookies.setAttempts(response, attempts.toString());
      sendOutgoing(response, message, languageOf(request));
    });
  }

  /** Takes the identity provider's answer: opens the session and goes where the person was going. */
  @Post('acs')
  async acs(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    await this.refusals.guard(request, response, async () => {
      const form = await readForm(request);
      const { signIn } = await this.exchanges.ready();
      const { used, requestId, returnTo } = await signIn.finish(form['SAMLResponse'], this.cookies.secretFor(request), (assertion) => this.readPerson(assertion));
      const { token, expiresAt } = await this.openSession(used);
      this.cookies.clearSecret(response, requestId);
      this.sessionCookie.set(response, token, expiresAt);
      // 303: the browser must not post the answer again to the page it goes to.
      response.redirect(303, returnTo);
    });
  }

  private readPerson(assertion: VerifiedAssertion) {
    if (assertion.attributes.has(groupsElsewhere)) {
      this.logger.warn('Somebody signs in with a link in place of their groups, so without any right: have Entra ID send the groups assigned to the application only.');
    }
    return { person: assertedPersonOf(assertion, this.settings), origin: originOf(assertion) };
  }

  private async openSession({ person, origin }: ReturnType<SamlController['readPerson']>): Promise<{ token: string; expiresAt: Date }> {
    const opened = await this.signIn.signIn(person, origin);
    // Somebody who has left is still known to the identity provider for a while: without a word here, they would go round in circles.
    if (await this.sessions.viewerOf(opened.token)) return opened;
    await this.sessions.end(opened.token);
    throw new SamlRefusal('deactivated');
  }
}
