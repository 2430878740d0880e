import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FileEntity } from '../file/file.entity.ts';
import { keptVariant, type ImageFormat, type ImageVariant } from '../image/image-variants.ts';
import { Images } from '../image/images.ts';
import { storageToken, type Storage } from '../storage/storage.ts';

export interface SentImage {
  stream: Readable;
  size: number;
  format: ImageFormat;
  variant: ImageVariant;
}

/**
 * The bytes of an image in the best format that the browser takes. AVIF is made when somebody first asks, one at a time and in the background:
 * that reader gets WebP, the next ones AVIF, nobody waits, and images that nobody looks at cost nothing.
 */
@Injectable()
export class ImageBytes {
  private readonly logger = new Logger('ImageBytes');
  /** What is being made, by its place in the storage. */
  private readonly making = new Map<string, Promise<void>>();

  constructor(
    @Inject(storageToken) private readonly storage: Storage,
    private readonly images: Images,
  ) {}

  /** Null when the storage has lost it. */
  async read(file: FileEntity, asked: ImageVariant, takesAvif: boolean): Promise<SentImage | null> {
    const variant = keptVariant(asked, { width: file.width ?? 0, height: file.height ?? 0 });
    if (takesAvif && !file.isAnimated) {
      const found = await this.storage.read(file.storageKey, `${variant}.avif`);
      if (found) return { ...found, format: 'avif', variant };
      this.makeAvif(file, variant);
    }
    const found = await this.storage.read(file.storageKey, `${variant}.webp`);
    return found && { ...found, format: 'webp', variant };
  }

  /** Resolves when nothing is being made. */
  async idle(): Promise<void> {
    await Promise.all(this.making.values());
  }

  private makeAvif({ storageKey }: FileEntity, variant: ImageVariant): void {
    const place = `${storageKey}/${variant}`;
    // A crowd that opens many new images must not queue hours of work: those left out are made for a later reader.
    if (this.making.has(place) || this.making.size >= 50) return;
    const work = this.convert(storageKey, variant)
      .catch((error: unknown) => this.logger.warn({ err: error }, 'An image could not be encoded as AVIF.'))
      .finally(() => this.making.delete(place));
    this.making.set(place, work);
  }

  private async convert(storageKey: string, variant: ImageVariant): Promise<void> {
    const webp = await this.storage.read(storageKey, `${variant}.webp`);
    if (!webp) return;
    const avif = await this.images.toAvif(await buffer(webp.stream));
    await this.storage.put(storageKey, `${variant}.avif`, avif);
  }
}
