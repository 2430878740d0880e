import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Settings } from '../media.config.ts';
import type { ByteRange, Content, Storage } from './storage.ts';

const prefix = 'media';

/** Files in a bucket of an S3-compatible storage (AWS, MinIO, Ceph, OVH, Scaleway…). Downloads go through Parvis, which checks who asks. */
export class S3Storage implements Storage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings) {
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // The bucket as the first part of the path: own installations seldom have a DNS name for each bucket.
      forcePathStyle: true,
      // Storages other than Amazon's do not all know the newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(folder: string, name: string, content: Content): Promise<void> {
    const Body = Buffer.isBuffer(content) ? content : createReadStream(content.path);
    await new Upload({ client: this.client, params: { Bucket: this.bucket, Key: this.keyOf(folder, name), Body } }).done();
    if (!Buffer.isBuffer(content)) await rm(content.path, { force: true });
  }

  async read(folder: string, name: string, range?: ByteRange): Promise<{ stream: Readable; size: number } | null> {
    const Range = range && `bytes=${range.start}-${Number.isFinite(range.end) ? range.end : ''}`;
    const answer = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: this.keyOf(folder, name), Range })).catch(absent);
    if (!answer) return null;
    const whole = /\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1] ?? answer.ContentLength;
    return { stream: answer.Body as Readable, size: Number(whole) };
  }

  async list(folder: string): Promise<string[]> {
    const prefix = this.keyOf(folder, '');
    // A folder has a handful of objects: one answer names them all.
    const listed = await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix }));
    return (listed.Contents ?? []).flatMap(({ Key }) => (Key ? [Key.slice(prefix.length)] : [])).sort();
  }

  async removeAll(folder: string): Promise<void> {
    for (const name of await this.list(folder)) await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: this.keyOf(folder, name) }));
  }

  private keyOf(folder: string, name: string): string {
    return `${prefix}/${folder}/${name}`;
  }
}

const absent = (error: unknown): null => {
  if (error instanceof NoSuchKey) return null;
  throw error;
};
