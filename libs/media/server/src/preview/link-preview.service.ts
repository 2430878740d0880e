import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { dayMs, newId } from '@parvis/platform/server';
import { DataSource, MoreThan } from 'typeorm';
import { Images } from '../image/images.ts';
import { mediaSettings, type MediaSettings } from '../media.config.ts';
import { mediaErrors } from '../media.errors.ts';
import { Pace } from '../pace.ts';
import { storageToken, type Storage } from '../storage/storage.ts';
import { GuardedFetch } from './guarded-fetch.ts';
import { LinkPreviewEntity } from './link-preview.entity.ts';
import { pageFacts, pageText, type PageFacts } from './page-facts.ts';

const maxUrlLength = 2_000;
const pageWish = { accept: 'text/html,application/xhtml+xml', maxBytes: 512 * 1024, timeoutMs: 5_000 };
const imageWish = { accept: 'image/webp,image/png,image/jpeg', maxBytes: 5 * 1024 * 1024, timeoutMs: 5_000 };
const keptForMs = dayMs;
const failureKeptForMs = 10 * 60 * 1000;

type Picture = Pick<LinkPreviewEntity, 'imageKey' | 'imageWidth' | 'imageHeight'>;
const noPicture: Picture = { imageKey: null, imageWidth: null, imageHeight: null };
const noFacts: PageFacts = { title: '', description: '', siteName: '', image: '' };

/** Looks at pages for people, and remembers for a day what was there. */
@Injectable()
export class LinkPreviewService {
  private readonly pace = new Pace({ tries: 30, windowMs: 5 * 60_000 });
  /** Pages being looked at, by address: a link that many paste at once is fetched once. */
  private readonly looking = new Map<string, Promise<LinkPreviewEntity>>();

  constructor(
    @Inject(mediaSettings) private readonly settings: MediaSettings,
    @Inject(storageToken) private readonly storage: Storage,
    private readonly dataSource: DataSource,
    private readonly images: Images,
    private readonly guarded: GuardedFetch,
  ) {}

  /** Null when there is nothing to show. Errors: PACE_EXCEEDED. */
  async look(viewer: Viewer, address: string): Promise<LinkPreviewEntity | null> {
    const url = this.settings.previews.enabled ? normalised(address) : null;
    if (!url) return null;
    const preview = (await this.known(url)) ?? (await this.fetchOnce(viewer, url));
    return preview.title === null ? null : preview;
  }

  private known(url: string): Promise<LinkPreviewEntity | null> {
    return this.dataSource.manager.findOne(LinkPreviewEntity, { where: { url, expiresAt: MoreThan(new Date()) }, order: { expiresAt: 'DESC' } });
  }

  private fetchOnce(viewer: Viewer, url: string): Promise<LinkPreviewEntity> {
    const wait = this.pace.waitFor(viewer.personId);
    if (wait !== null) throw mediaErrors.paceExceeded(wait);
    let work = this.looking.get(url);
    if (!work) {
      work = this.knownOrFetched(url).finally(() => this.looking.delete(url));
      this.looking.set(url, work);
    }
    return work;
  }

  /** Somebody may have looked at it between the first question and now. */
  private async knownOrFetched(url: string): Promise<LinkPreviewEntity> {
    return (await this.known(url)) ?? this.fetch(url);
  }

  private async fetch(url: string): Promise<LinkPreviewEntity> {
    const page = await this.guarded.get(url, pageWish);
    const isPage = page !== null && /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(page.contentType);
    const facts = isPage ? pageFacts(pageText(page.bytes, page.contentType)) : noFacts;
    const picture = isPage && facts.title && facts.image ? await this.pictureAt(facts.image, page.url) : noPicture;
    const now = Date.now();
    const preview: LinkPreviewEntity = {
      id: newId(),
      url,
      title: facts.title || null,
      description: facts.description,
      siteName: facts.siteName,
      ...picture,
      fetchedAt: new Date(now),
      expiresAt: new Date(now + (facts.title ? keptForMs : failureKeptForMs)),
    };
    await this.dataSource.manager.insert(LinkPreviewEntity, preview);
    return preview;
  }

  /** Fetched by the server too, through the same guard, and encoded anew: readers ask nothing of that site. */
  private async pictureAt(address: string, page: URL): Promise<Picture> {
    if (!URL.canParse(address, page)) return noPicture;
    const found = await this.guarded.get(new URL(address, page).href, imageWish);
    if (!found || found.isCut) return noPicture;
    const image = await this.images.encodeSmall(found.bytes).catch(() => null);
    if (!image) return noPicture;
    const imageKey = randomBytes(16).toString('hex');
    await this.storage.put(imageKey, 'thumb.webp', image.bytes);
    return { imageKey, imageWidth: image.width, imageHeight: image.height };
  }
}

function normalised(address: string): string | null {
  if (address.length > maxUrlLength || !URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = '';
  return ['http:', 'https:'].includes(url.protocol) && url.href.length <= maxUrlLength ? url.href : null;
}
