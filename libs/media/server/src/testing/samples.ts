import sharp from 'sharp';

/** A photo as a phone makes it: lying on its side, with the place where it was taken and the name of who took it. */
export const aPhoto = ({ width = 640, height = 480 } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3a7d44' } })
    .withExif({ IFD0: { Artist: 'Ada Secret', Make: 'SpyPhone' }, IFD3: { GPSLatitude: '48/1 51/1 24/1', GPSLatitudeRef: 'N', GPSLongitude: '2/1 21/1 7/1', GPSLongitudeRef: 'E' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const aPng = ({ width = 40, height = 30, background = '#336699' } = {}): Promise<Buffer> => sharp({ create: { width, height, channels: 3, background } }).png().toBuffer();

/** An animation of as many frames, each of another grey. */
export async function aGif(frames = 3): Promise<Buffer> {
  const pictures = await Promise.all(Array.from({ length: frames }, (_, i) => aPng({ background: `rgb(${i * 40}, ${i * 40}, ${i * 40})` })));
  return sharp(pictures, { join: { animated: true } }).gif().toBuffer();
}

export const aPdf = (): Buffer => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export interface ZipSample {
  name: string;
  content?: string;
  /** What the archive says that it becomes, whatever it is. */
  declaredSize?: number;
}

/** An archive without compression; the directory says what it is told to say. */
export function aZip(entries: ZipSample[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', declaredSize = content.length } of entries) {
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(declaredSize, 8);
    const local = Buffer.concat([Buffer.from('504b0304140000000000000000000000'.slice(0, 28), 'hex'), localSizes(content.length), lengths(name), Buffer.from(name + content)]);
    const entry = Buffer.concat([Buffer.from('504b01021400140000000000000000000000'.slice(0, 32), 'hex'), sizes, lengths(name), Buffer.alloc(10), uint32(offset), Buffer.from(name)]);
    offset += local.length;
    locals.push(local);
    directory.push(entry);
  }
  const size = Buffer.concat(directory).length;
  const end = Buffer.concat([Buffer.from('504b050600000000', 'hex'), uint16(entries.length), uint16(entries.length), uint32(size), uint32(offset), uint16(0)]);
  return Buffer.concat([...locals, ...directory, end]);
}

/** A Word document with the given parts beside those that every one has. */
export const aDocx = (...more: ZipSample[]): Buffer =>
  aZip([
    { name: '[Content_Types].xml', content: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' },
    { name: 'word/document.xml', content: '<document/>' },
    ...more,
  ]);

const uint16 = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const lengths = (name: string): Buffer => Buffer.concat([uint16(Buffer.byteLength(name)), uint16(0)]);
/** CRC, packed and whole size, as they stand before the bytes. */
const localSizes = (length: number): Buffer => Buffer.concat([uint32(0), uint32(length), uint32(length)]);
