/** How a file that is not an image is checked once its bytes were recognised. */
export type Check = 'none' | 'text' | 'archive' | 'office' | 'open-document';

export interface AllowedFile {
  mediaType: string;
  /** What the bytes must be recognised as; text is recognised as nothing. */
  sniffed: readonly string[];
  check: Check;
}

const office = (kind: string): AllowedFile => ({
  mediaType: `application/vnd.openxmlformats-officedocument.${kind}`,
  sniffed: [`application/vnd.openxmlformats-officedocument.${kind}`, 'application/zip'],
  check: 'office',
});
const openDocument = (kind: string): AllowedFile => ({
  mediaType: `application/vnd.oasis.opendocument.${kind}`,
  sniffed: [`application/vnd.oasis.opendocument.${kind}`],
  check: 'open-document',
});
const text = (mediaType: string): AllowedFile => ({ mediaType, sniffed: [], check: 'text' });
/** Sound or film. */
const recording = (mediaType: string, ...sniffed: string[]): AllowedFile => ({ mediaType, sniffed: [mediaType, ...sniffed], check: 'none' });

/**
 * What may be attached beside images, by extension. Left out on purpose: programs and scripts; HTML and SVG, which are programs too; Office
 * files that may hold macros, the formats from before 2007 among them, since nobody can tell without running them.
 */
export const allowedFiles: ReadonlyMap<string, AllowedFile> = new Map([
  ['pdf', { mediaType: 'application/pdf', sniffed: ['application/pdf'], check: 'none' }],
  ['docx', office('wordprocessingml.document')],
  ['xlsx', office('spreadsheetml.sheet')],
  ['pptx', office('presentationml.presentation')],
  ['odt', openDocument('text')],
  ['ods', openDocument('spreadsheet')],
  ['odp', openDocument('presentation')],
  ['zip', { mediaType: 'application/zip', sniffed: ['application/zip'], check: 'archive' }],
  ['txt', text('text/plain')],
  ['md', text('text/markdown')],
  ['csv', text('text/csv')],
  ['mp4', recording('video/mp4', 'video/x-m4v')],
  ['mov', recording('video/quicktime')],
  ['webm', recording('video/webm')],
  ['mp3', recording('audio/mpeg')],
  ['m4a', recording('audio/x-m4a', 'audio/mp4', 'video/mp4')],
  ['ogg', recording('audio/ogg', 'audio/opus', 'application/ogg')],
  ['wav', recording('audio/wav')],
]);

/** Formats of images that are decoded and encoded anew. */
export const imageTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif', 'image/gif']);

/** Played in the page; everything else is downloaded. */
export const isPlayable = (mediaType: string): boolean => /^(video\/(mp4|webm)|audio\/)/.test(mediaType);
