import { Injectable } from '@nestjs/common';
import sharp, { type Sharp } from 'sharp';
import { mediaErrors } from '../media.errors.ts';
import { keptVariants, variantEdges, type ImageVariant } from './image-variants.ts';
import { Turns } from './turns.ts';

/** Most pixels that are decoded, all frames of an animation together. */
const maxPixels = 50_000_000;
const maxFrames = 400;
const timeoutSeconds = 30;

// One thread for each image, and two images at a time: an upload must leave cores to those who only read.
sharp.concurrency(1);
sharp.cache(false);

export interface EncodedImage {
  width: number;
  height: number;
  isAnimated: boolean;
  tint: string;
  variants: { variant: ImageVariant; bytes: Buffer }[];
}

/**
 * Decodes images and encodes them anew: what comes out was written by us pixel by pixel, so nothing that hides in a file survives, nor its
 * metadata (the place where a photo was taken, the serial number of the phone). Rotation is applied, colours become sRGB.
 */
@Injectable()
export class Images {
  private readonly turns = new Turns(2);
  private readonly slowTurns = new Turns(1);

  /** WebP in all sizes that make sense. Errors: FILE_UNREADABLE, IMAGE_TOO_MANY_PIXELS. */
  encode(path: string): Promise<EncodedImage> {
    return this.turns.take(async () => {
      const { frames } = await measured(path);
      const isAnimated = frames > 1;
      const variants: EncodedImage['variants'] = [];
      const natural = await open(path, false).autoOrient().metadata().then(({ autoOrient }) => autoOrient, unreadable);
      const kept = keptVariants(Math.max(natural.width, natural.height));
      for (const variant of kept) {
        // A thumbnail stands still, unless there is nothing larger: a page where all moves can be read by nobody.
        const moves = isAnimated && (variant !== 'thumb' || kept.length === 1);
        const image = sized(open(path, moves), variant);
        variants.push({ variant, bytes: await image.webp({ quality: 80, effort: 4 }).timeout({ seconds: timeoutSeconds }).toBuffer().catch(unreadable) });
      }
      const largest = variants.at(-1);
      if (!largest) throw mediaErrors.fileUnreadable();
      const { width, height, pageHeight } = await sharp(largest.bytes).metadata();
      const { dominant } = await sharp(variants[0]?.bytes).stats();
      return { width, height: pageHeight ?? height, isAnimated, tint: hex(dominant), variants };
    });
  }

  /** The same image as AVIF: a third smaller but, measured on 2 cores, 0.4 s for 960 px and 1.6 s for 2048 px, which nobody should wait for. */
  toAvif(webp: Buffer): Promise<Buffer> {
    return this.slowTurns.take(() => sharp(webp).avif({ quality: 55, effort: 2 }).timeout({ seconds: timeoutSeconds }).toBuffer());
  }

  /** One small WebP, for the picture of a link. Errors as of `encode`. */
  encodeSmall(bytes: Buffer): Promise<{ bytes: Buffer; width: number; height: number }> {
    return this.turns.take(async () => {
      await measured(bytes);
      const { data, info } = await sized(open(bytes, false), 'medium').webp({ quality: 80 }).timeout({ seconds: timeoutSeconds }).toBuffer({ resolveWithObject: true }).catch(unreadable);
      return { bytes: data, width: info.width, height: info.height };
    });
  }
}

const formats = ['jpeg', 'png', 'webp', 'gif', 'heif'];

/** Looks at the header before a pixel is decoded. */
async function measured(input: string | Buffer): Promise<{ frames: number }> {
  const { format, width, height, pages = 1 } = await sharp(input, { limitInputPixels: false, animated: false }).metadata().catch(unreadable);
  if (!formats.includes(format)) throw mediaErrors.fileTypeNotAllowed();
  if (width * height * pages > maxPixels) throw mediaErrors.imageTooManyPixels(maxPixels / 1_000_000);
  return { frames: format === 'heif' || pages > maxFrames ? 1 : pages };
}

const open = (input: string | Buffer, animated: boolean): Sharp => sharp(input, { limitInputPixels: maxPixels, failOn: 'error', animated });

const sized = (image: Sharp, variant: ImageVariant): Sharp =>
  image.autoOrient().resize(variantEdges[variant], variantEdges[variant], { fit: 'inside', withoutEnlargement: true });

const unreadable = (): never => {
  throw mediaErrors.fileUnreadable();
};

const hex = ({ r, g, b }: { r: number; g: number; b: number }): string => `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
