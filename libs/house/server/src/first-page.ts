import { Injectable } from '@nestjs/common';
import { Config, languagesSetting, networkSetting, Settings } from '@parvis/platform/server';
import { houseTextKinds } from './text/house-text.entity.ts';
import { escapeHtml } from './text/rich-text-html.ts';
import { HouseTexts } from './text/house-texts.ts';

/** What the application has to know before it asks anything, written into its page: nothing of another name or colour flashes up. */
@Injectable()
export class FirstPage {
  constructor(
    private readonly texts: HouseTexts,
    private readonly settings: Settings,
    private readonly config: Config,
  ) {}

  /** `built`: the page as it was built. */
  of(built: string): string {
    const { name } = this.settings.get(networkSetting);
    const { offered, standard } = this.settings.get(languagesSetting);
    const { path } = this.config.addresses;
    const facts: [string, string][] = [
      ['application-name', name],
      ['parvis:texts', houseTextKinds.filter((kind) => this.texts.isPublished(kind)).join(' ')],
      // The company's own first.
      ['parvis:languages', [standard, ...offered.filter((one) => one !== standard)].join(' ')],
    ];
    const told = facts.reduce((page, [fact, content]) => withMeta(page, fact, content), built);
    return told
      .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(name)}</title>`)
      .replace('</head>', () => `<link rel="stylesheet" href="${path}/look.css"><link rel="manifest" href="${path}/manifest.webmanifest"></head>`);
  }
}

/** The page with what a `<meta>` of it says replaced. */
function withMeta(page: string, name: string, content: string): string {
  return page.replace(new RegExp(`(<meta name="${name}" content=")[^"]*(")`), (_all, before: string, after: string) => `${before}${escapeHtml(content)}${after}`);
}
