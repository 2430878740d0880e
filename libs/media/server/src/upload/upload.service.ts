import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, daysAgo, limited, newId, Transactions } from '@parvis/platform/server';
import { IsNull, MoreThan } from 'typeorm';
import { cleanFileName } from '../file/file-name.ts';
import { FileEntity } from '../file/file.entity.ts';
import { maxAltLength } from '../file/file.type.ts';
import { Images } from '../image/images.ts';
import { mediaSettings, type MediaSettings } from '../media.config.ts';
import { mediaErrors } from '../media.errors.ts';
import { VirusScanner } from '../scan/scanner.ts';
import { storageToken, type Content, type Storage } from '../storage/storage.ts';
import { examine } from './examine.ts';
import type { ReceivedUpload } from './received-upload.ts';

/** Most files that somebody may have uploaded and not attached to anything yet. */
const maxWaiting = 60;

type Facts = Pick<FileEntity, 'kind' | 'name' | 'mediaType' | 'byteSize' | 'width' | 'height' | 'isAnimated' | 'tint'>;
type Prepared = Facts & { contents: { name: string; content: Content }[] };

/** After this, an upload that has not come to its end was cut by a crash, and another try takes its place. */
const stalledMs = 5 * 60_000;

/** Takes files in: examined, scanned, images encoded anew, then kept. */
@Injectable()
export class UploadService {
  /** Uploads under way in this process, by who sends them and their key. */
  private readonly underWay = new Map<string, Promise<FileEntity>>();

  constructor(
    @Inject(mediaSettings) private readonly settings: MediaSettings,
    @Inject(storageToken) private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly images: Images,
    private readonly scanner: VirusScanner,
  ) {}

  /** The same key again returns the file that the first call made. Errors: ID_INVALID, TEXT_TOO_LONG, FILES_TOO_MANY_WAITING, FILE_INCOMPLETE while another process takes the same one, those of `examine`, of images and of the scanner. */
  async take(viewer: Viewer, upload: ReceivedUpload): Promise<FileEntity> {
    const key = checkedId('key', upload.key);
    const alt = limited('alt', upload.alt, maxAltLength);
    const attempt = `${viewer.personId} ${key}`;
    const other = this.underWay.get(attempt);
    if (other) return other;
    const work = this.make(viewer, upload, { key, alt }).finally(() => this.underWay.delete(attempt));
    this.underWay.set(attempt, work);
    return work;
  }

  private async make(viewer: Viewer, upload: ReceivedUpload, { key, alt }: { key: string; alt: string }): Promise<FileEntity> {
    const made = await this.byKey(viewer, key);
    if (made) return made;
    await this.requireRoom(viewer);
    const { contents, ...facts } = await this.prepare(upload);
    const storageKey = randomBytes(16).toString('hex');
    const file = await this.begin(viewer, { ...facts, key, alt, storageKey });
    if (file.status === 'ready') return file;
    return this.keep(file, storageKey, contents);
  }

  private async byKey({ personId }: Pick<Viewer, 'personId'>, key: string): Promise<FileEntity | null> {
    const file = await this.transactions.run((tx) => tx.manager.findOneBy(FileEntity, { ownerId: personId, key }));
    if (file?.deletedAt) throw mediaErrors.fileNotFound();
    return file?.status === 'ready' ? file : null;
  }

  private async requireRoom(viewer: Viewer): Promise<void> {
    const recently = daysAgo(1);
    const waiting = await this.transactions.run((tx) =>
      tx.manager.countBy(FileEntity, { ownerId: viewer.personId, attachedId: IsNull(), deletedAt: IsNull(), createdAt: MoreThan(recently) }),
    );
    if (waiting >= maxWaiting) throw mediaErrors.tooManyWaiting(maxWaiting);
  }

  private async prepare({ path, name }: ReceivedUpload): Promise<Prepared> {
    const examined = await examine(path, name);
    const { size } = await stat(path);
    if (examined.kind === 'image' && size > this.settings.maxImageBytes) throw mediaErrors.fileTooLarge(Math.floor(this.settings.maxImageBytes / 1024 / 1024));
    await this.scanner.check(path);
    if (examined.kind === 'image') return this.prepareImage(path, name);
    const { mediaType } = examined;
    return { kind: 'file', name: cleanFileName(name, 'file'), mediaType, byteSize: size, width: null, height: null, isAnimated: false, tint: null, contents: [{ name: 'file', content: { path } }] };
  }

  private async prepareImage(path: string, name: string): Promise<Prepared> {
    const { variants, width, height, isAnimated, tint } = await this.images.encode(path);
    const contents = variants.map(({ variant, bytes }) => ({ name: `${variant}.webp`, content: bytes }));
    const byteSize = variants.at(-1)?.bytes.length ?? 0;
    return { kind: 'image', name: cleanFileName(name, 'image'), mediaType: 'image/webp', byteSize, width, height, isAnimated, tint, contents };
  }

  /** The row comes before the bytes: whatever is written to the storage has a row that the sweep finds, also after a crash. */
  private async begin(viewer: Viewer, facts: Facts & { key: string; alt: string; storageKey: string }): Promise<FileEntity> {
    const { file, abandoned } = await this.transactions.run(async (tx) => {
      const row = { ...facts, id: newId(), ownerId: viewer.personId, status: 'receiving' as const, createdAt: new Date() };
      await tx.manager.createQueryBuilder().insert().into(FileEntity).values(row).orIgnore().execute();
      const found = await tx.manager.findOneOrFail(FileEntity, { where: { ownerId: viewer.personId, key: facts.key }, lock: { mode: 'pessimistic_write' } });
      if (found.deletedAt) throw mediaErrors.fileNotFound();
      if (found.status === 'ready' || found.storageKey === facts.storageKey) return { file: found, abandoned: null };
      if (found.createdAt.getTime() > Date.now() - stalledMs) throw mediaErrors.fileIncomplete();
      const before = found.storageKey;
      await tx.manager.update(FileEntity, found.id, { ...facts, createdAt: new Date() });
      return { file: Object.assign(found, facts), abandoned: before };
    });
    if (abandoned) await this.storage.removeAll(abandoned);
    return file;
  }

  private async keep(file: FileEntity, storageKey: string, contents: Prepared['contents']): Promise<FileEntity> {
    for (const { name, content } of contents) await this.storage.put(storageKey, name, content);
    const { affected } = await this.transactions.run((tx) => tx.manager.update(FileEntity, { id: file.id, storageKey, status: 'receiving' }, { status: 'ready' }));
    if (affected === 1) return Object.assign(file, { status: 'ready' });
    // A later try with the same key has taken over.
    await this.storage.removeAll(storageKey);
    const made = await this.byKey({ personId: file.ownerId }, file.key);
    if (!made) throw mediaErrors.fileIncomplete();
    return made;
  }
}
