import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { returnAddress, SessionCookie, Sessions, type Viewer } from '@parvis/identity/server';
import { Config, languagesSetting, linksUnderSubPath, networkSetting, offeredLanguage, platformErrors, Public, Settings, spokenLanguages, type HouseLanguage } from '@parvis/platform/server';
import type { Request, Response } from 'express';
import type { HouseTextKind } from '../text/house-text.entity.ts';
import { HouseTexts } from '../text/house-texts.ts';
import { CharterAcceptances } from './charter-acceptances.ts';
import { legalPage, legalWords, type LegalPage } from './legal-page.ts';

/** These pages run nothing, and load stylesheets of ours alone. */
const policy = `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The charter and the legal notice as pages of their own: for everybody, and before anything else for whoever has to accept the charter first. */
@Controller()
@Public()
export class LegalController {
  constructor(
    private readonly config: Config,
    private readonly settings: Settings,
    private readonly texts: HouseTexts,
    private readonly acceptances: CharterAcceptances,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
  ) {}

  @Get('legal')
  async notice(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, { kind: 'legal-notice' });
  }

  @Get('legal/charter')
  async charter(@Req() request: Request, @Res() response: Response): Promise<void> {
    const viewer = await this.viewerOf(request);
    const [text, latest] = [await this.texts.inForce('charter'), viewer && (await this.acceptances.latestOf(viewer))];
    const isThis = text !== null && latest?.number === text.number;
    await this.show(request, response, { kind: 'charter', acceptedAt: isThis ? latest.acceptedAt : null });
  }

  /** Asks whoever has not accepted the charter; everybody else goes on to `returnTo`, and nobody who is not signed in stays here. */
  @Get('charter')
  async ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    const goingOn = this.goingOn(request);
    const viewer = await this.viewerOf(request);
    const text = await this.texts.inForce('charter');
    if (!viewer || !text || (await this.acceptances.isMetBy(viewer))) {
      response.redirect(302, goingOn);
      return;
    }
    const latest = await this.acceptances.latestOf(viewer);
    const acceptsAt = `/charter/acceptance?${new URLSearchParams({ number: String(text.number), language: this.languageOf(request), returnTo: goingOn })}`;
    await this.show(request, response, { kind: 'charter', acceptsAt, isChange: latest !== null });
  }

  /** Of the form of the page above. When another version was published meanwhile, that one is shown. */
  @Post('charter/acceptance')
  async accept(@Req() request: Request, @Res() response: Response): Promise<void> {
    // A page of another site must not accept it for somebody. Browsers say where a form was.
    if (request.headers['sec-fetch-site'] === 'cross-site') throw platformErrors.forbidden();
    const viewer = await this.viewerOf(request);
    if (!viewer) throw platformErrors.unauthenticated();
    const goingOn = this.goingOn(request);
    const isAccepted = await this.acceptances.accept(viewer, { number: Number(request.query['number']), language: this.languageOf(request) });
    response.redirect(303, isAccepted ? goingOn : `/charter?${new URLSearchParams({ returnTo: goingOn })}`);
  }

  private async show(request: Request, response: Response, page: Pick<LegalPage, 'kind' | 'acceptedAt' | 'acceptsAt' | 'isChange'>): Promise<void> {
    const language = this.languageOf(request);
    const text = await this.texts.inForce(page.kind);
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Vary', 'Accept-Language, Cookie');
    response.status(text ? 200 : 404).type('html').send(linksUnderSubPath(response, legalPage({ ...page, text, language, house: this.settings.get(networkSetting).name, links: this.linksFor(request, page.kind, language) })));
  }

  private linksFor(request: Request, shown: HouseTextKind, language: HouseLanguage): LegalPage['links'] {
    const others = ([['charter', '/legal/charter'], ['legal-notice', '/legal']] as const).filter(([kind]) => kind !== shown && this.texts.isPublished(kind));
    const languages = this.settings.get(languagesSetting).offered.filter((one) => one !== language);
    const here = new URL(request.originalUrl, this.config.publicUrl);
    return [
      ...others.map(([kind, href]) => ({ href: `${href}?language=${language}`, label: legalWords[language][kind] })),
      ...languages.map((one) => {
        here.searchParams.set('language', one);
        return { href: `${here.pathname}${here.search}`, label: one === 'fr' ? 'Lire en français' : 'Read in English' };
      }),
    ];
  }

  private languageOf(request: Request): HouseLanguage {
    const asked = spokenLanguages.filter((one) => one === request.query['language']);
    return offeredLanguage(this.settings.get(languagesSetting), [...asked, ...request.acceptsLanguages()]);
  }

  private goingOn(request: Request): string {
    const { pathname, search, hash } = new URL(returnAddress(request.query['returnTo'], this.config.publicUrl));
    const path = this.config.addresses.within(pathname);
    // Not round in circles.
    return path.startsWith('/charter') ? '/' : `${path}${search}${hash}`;
  }

  private async viewerOf(request: Request): Promise<Viewer | null> {
    const token = this.cookie.read(request);
    return token ? this.sessions.viewerOf(token) : null;
  }
}
