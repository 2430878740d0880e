import { Injectable } from '@nestjs/common';
import { houseTextKinds } from './text/house-text.entity.ts';
import { escapeHtml } from './text/rich-text-html.ts';
import { HouseTexts } from './text/house-texts.ts';

/** What the application has to know before it asks anything, written into its page. */
@Injectable()
export class FirstPage {
  constructor(private readonly texts: HouseTexts) {}

  /** `built`: the page as it was built. */
  of(built: string): string {
    return withMeta(built, 'parvis:texts', houseTextKinds.filter((kind) => this.texts.isPublished(kind)).join(' '));
  }
}

/** The page with what a `<meta>` of it says replaced. */
export function withMeta(page: string, name: string, content: string): string {
  return page.replace(new RegExp(`(<meta name="${name}" content=")[^"]*(")`), (_all, before: string, after: string) => `${before}${escapeHtml(content)}${after}`);
}
