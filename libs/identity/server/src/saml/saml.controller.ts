import { Controller, Get, Header, Logger, Post, Query, Req, Res } from '@nestjs/common';
import { Config, platformErrors, Public, publicUrlOf, SignedIn } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import type { AssertedPerson, SessionOrigin } from '../session/asserted-person.ts';
import { OtherPerson } from '../session/other-person.ts';
import { SessionCookie } from '../session/session-cookie.ts';
import { Sessions } from '../session/sessions.ts';
import { SignIn } from '../session/sign-in.service.ts';
import { CurrentViewer, type Viewer } from '../viewer/viewer.ts';
import type { PendingRequest } from './exchange/exchange-store.ts';
import { IdentityProviders } from './identity-provider/identity-providers.ts';
import type { Provider } from './identity-provider/provider.ts';
import { sendProviderChoice } from './pages/choice-page.ts';
import { languageOf } from './pages/language.ts';
import { sendOutgoing } from './pages/send-outgoing.ts';
import { readForm } from './read-form.ts';
import { Refusals } from './refusals.ts';
import { SamlExchanges } from './saml-exchanges.ts';
import { SamlRefusal } from './saml-refusal.ts';
import { Attempts } from './sign-in/attempts.ts';
import { assertedPersonOf } from './sign-in/asserted-person-of.ts';
import { groupsElsewhere } from './sign-in/attribute-names.ts';
import { BrowserCookies } from './sign-in/browser-cookies.ts';
import { chooseProvider } from './sign-in/provider-choice.ts';
import { returnAddress } from './sign-in/return-to.ts';
import type { Answered, Beginning, FinishedSignIn } from './sign-in/sign-in-exchange.ts';
import { originOf, type VerifiedAssertion } from './sign-in/verified-assertion.ts';
import { SamlTrials } from './trial/saml-trials.ts';
import { refusedTrialResult, trialResultOf, type TrialResult } from './trial/trial-result.ts';

/** Sign-in: our metadata, the question to the identity provider, its answer. */
@Controller('saml')
@Public()
export class SamlController {
  private readonly logger = new Logger('Saml');
  private readonly cookies = new Map<string, BrowserCookies>();

  constructor(
    private readonly exchanges: SamlExchanges,
    private readonly providers: IdentityProviders,
    private readonly trials: SamlTrials,
    private readonly refusals: Refusals,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly sessionCookie: SessionCookie,
    private readonly config: Config,
  ) {}

  /** Our metadata, for identity providers. */
  @Get('metadata')
  async metadata(@Res() response: Response): Promise<void> {
    const { metadata } = await this.exchanges.ready();
    response.type('application/samlmetadata+xml').send(metadata);
  }

  /**
   * Sends the browser to the identity provider; afterwards it is at `returnTo`, a path of Parvis. Where there are several, to the one whose id
   * `provider` is, to that of the domain of the address `mail`, or to the one of the last time unless `anew` is there; else asks which.
   */
  @Get('login')
  async login(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.refusals.guard(request, response, async () => {
      const { returnTo, provider, mail, anew } = request.query;
      const choice = chooseProvider(await this.providers.all(), { provider, mail, remembered: this.cookiesAt(request).readProvider(request), anew: anew !== undefined });
      if ('provider' in choice) await this.ask(request, response, choice.provider, { returnTo, purpose: 'sign-in', sessionId: await this.sessionOf(request) });
      else if (choice.among.length === 0) throw new SamlRefusal('nobody-may');
      else sendProviderChoice(response, { ...choice, language: languageOf(request), returnTo });
    });
  }

  /** Has somebody who is signed in say again who they are, although the identity provider remembers; afterwards the browser is at `returnTo`. */
  @Get('confirm')
  @SignedIn()
  async confirm(@CurrentViewer() { sessionId }: Viewer, @Query('returnTo') returnTo: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.refusals.guard(request, response, async () => {
      const provider = await this.providers.byIssuer((await this.sessions.issuerOf(sessionId)) ?? '');
      if (!provider) throw new SamlRefusal('issuer', 'that of the session is not known any more');
      await this.ask(request, response, provider, { returnTo, purpose: 'confirmation', sessionId });
    });
  }

  /** For IT: signs in as far as seeing what would come of it, by the identity provider of that id, enabled or not. */
  @Get('trial')
  @SignedIn()
  async trial(@CurrentViewer() { sessionId, roles }: Viewer, @Query('provider') id: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (!roles.includes('it')) throw platformErrors.forbidden();
    await this.refusals.guard(request, response, async () => {
      const provider = (await this.providers.all()).find((known) => known.id === id);
      if (!provider) throw new SamlRefusal('issuer', 'no such identity provider');
      await this.ask(request, response, provider, { returnTo: `/administration/sign-in/${provider.id}`, purpose: 'test', sessionId });
    });
  }

  /** Takes the identity provider's answer: opens the session and goes where the person was going. */
  @Post('acs')
  @Header('Cache-Control', 'no-store')
  async acs(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.refusals.guard(request, response, async () => {
      const form = await readForm(request);
      const { signIn } = await this.exchanges.at(request);
      const cookies = this.cookiesAt(request);
      const finished = await signIn
        .finish({ message: form['SAMLResponse'], relayState: form['RelayState'] }, cookies.secretFor(request), (assertion, answered) => this.read(assertion, answered))
        .catch(refusedTrial);
      if (finished.request) cookies.clearSecret(response, finished.request.id);
      // 303: the browser must not post the answer again to the page it goes to.
      response.redirect(303, 'trial' in finished.used ? await this.keepTrial(finished.used.trial, finished.request) : await this.enter(response, finished.used, finished.returnTo));
    });
  }

  private async ask(request: Request, response: Response, provider: Provider, beginning: Beginning): Promise<void> {
    const now = new Date();
    const cookies = this.cookiesAt(request);
    const attempts = Attempts.read(cookies.readAttempts(request), now).with(returnAddress(beginning.returnTo, publicUrlOf(this.config, request)), now);
    if (attempts.tooMany) throw new SamlRefusal('too-many-attempts');
    const { signIn } = await this.exchanges.at(request);
    const { requestId, browserSecret, message } = await signIn.begin(provider, beginning);
    cookies.setSecret(response, requestId, browserSecret);
    cookies.setAttempts(response, attempts.toString());
    if (beginning.purpose === 'sign-in') cookies.setProvider(response, provider.id);
    sendOutgoing(response, message, languageOf(request));
  }

  /** Those of the name by which the browser came: it keeps them for each. */
  private cookiesAt(request: Request): BrowserCookies {
    const url = publicUrlOf(this.config, request);
    const known = this.cookies.get(url) ?? new BrowserCookies(url);
    this.cookies.set(url, known);
    return known;
  }

  /** The session that the browser has. Kept with the request: the answer is posted by another site, without the session's cookie. */
  private async sessionOf(request: Request): Promise<string | null> {
    const token = this.sessionCookie.read(request);
    return token ? ((await this.sessions.viewerOf(token))?.sessionId ?? null) : null;
  }

  private read(assertion: VerifiedAssertion, { provider, request }: Answered): Entrance | Trial {
    if (request?.purpose === 'test') return { trial: trialResultOf(assertion, provider) };
    if (assertion.attributes.has(groupsElsewhere)) {
      this.logger.warn('Somebody signs in with a link in place of their groups, so without any right: have Entra ID send the groups assigned to the application only.');
    }
    if (request?.purpose === 'confirmation') checkConfirmed(assertion, request, provider);
    return { person: assertedPersonOf(assertion, provider.settings), origin: originOf(assertion), confirms: request?.purpose === 'confirmation' ? request.sessionId : null, former: request?.purpose === 'sign-in' ? request.sessionId : null };
  }

  /** Opens the session; where it goes then. */
  private async enter(response: Response, { person, origin, confirms, former }: Entrance, returnTo: string): Promise<string> {
    const opened = await this.signIn.signIn(person, origin, { confirms }).catch((error: unknown) => {
      throw error instanceof OtherPerson ? new SamlRefusal('other-person') : error;
    });
    // Somebody who has left is still known to the identity provider for a while: without a word here, they would go round in circles.
    if (!(await this.sessions.viewerOf(opened.token))) {
      await this.sessions.end(opened.token);
      throw new SamlRefusal('deactivated');
    }
    // Its token is about to be forgotten by the browser: nobody could sign it out any more.
    if (former !== null) await this.sessions.endOne(former);
    this.sessionCookie.set(response, opened.token, opened.expiresAt);
    return returnTo;
  }

  private async keepTrial(result: TrialResult, request: PendingRequest | null): Promise<string> {
    if (!request) throw new Error('A trial is always asked for.');
    await this.trials.keep(request, result);
    const address = new URL(request.returnTo);
    address.searchParams.set('trial', request.id);
    return address.href;
  }
}

interface Entrance {
  person: AssertedPerson;
  origin: SessionOrigin;
  /** The session whose person confirms who they are. */
  confirms: string | null;
  /** The session that the browser had when it asked, whoever's it is. */
  former: string | null;
}

interface Trial {
  trial: TrialResult;
}

/** What is refused in a trial is its result. */
function refusedTrial(error: unknown): Pick<FinishedSignIn<Trial>, 'used' | 'request' | 'returnTo'> {
  if (!(error instanceof SamlRefusal) || error.request?.purpose !== 'test') throw error;
  return { used: { trial: refusedTrialResult(error) }, request: error.request, returnTo: error.request.returnTo };
}

/** An identity provider that knows nothing of ForceAuthn answers with what it remembers. */
function checkConfirmed({ authenticatedAt }: VerifiedAssertion, { createdAt }: PendingRequest, { settings }: Provider): void {
  if (authenticatedAt && authenticatedAt.getTime() >= createdAt.getTime() - settings.clockToleranceMs) return;
  throw new SamlRefusal('not-confirmed', `authenticated at ${authenticatedAt?.toISOString() ?? 'no time'}, asked at ${createdAt.toISOString()}`);
}
