import { Controller, Get, Header, Res } from '@nestjs/common';
import { Config, networkSetting, Public, Settings, standardAccent, tonesOf, type AccentTones } from '@parvis/platform/server';
import type { Response } from 'express';

const tones: readonly [keyof AccentTones, string][] = [['accent', '--color-accent'], ['strong', '--color-accent-strong'], ['onAccent', '--color-on-accent'], ['soft', '--color-accent-soft']];

/** The company's colour as a stylesheet after the others, and its name for whoever installs the pages as an application. */
@Controller()
@Public()
export class LookController {
  constructor(
    private readonly settings: Settings,
    private readonly config: Config,
  ) {}

  @Get('look.css')
  // Asked for with each page, and answered without a body as long as nothing has changed (ETag).
  @Header('Cache-Control', 'no-cache')
  stylesheet(@Res() response: Response): void {
    response.type('css').send(this.styles());
  }

  @Get('manifest.webmanifest')
  @Header('Cache-Control', 'no-cache')
  manifest(@Res() response: Response): void {
    const { name, accent } = this.settings.get(networkSetting);
    const { path } = this.config.addresses;
    response.type('application/manifest+json').send(
      JSON.stringify({ name, short_name: name, start_url: `${path}/`, scope: `${path}/`, display: 'standalone', background_color: '#f7f5f1', theme_color: accent.light, icons: [{ src: `${path}/mark.svg`, type: 'image/svg+xml', sizes: 'any' }] }),
    );
  }

  private styles(): string {
    const { accent } = this.settings.get(networkSetting);
    if (accent.light === standardAccent.light && accent.dark === standardAccent.dark) return '/* As it comes. */\n';
    const [light, dark] = [tonesOf('light', accent.light), tonesOf('dark', accent.dark)];
    const declared = tones.map(([tone, name]) => `  ${name}: light-dark(${light[tone]}, ${dark[tone]});`);
    return `:root {\n${declared.join('\n')}\n}\n`;
  }
}
