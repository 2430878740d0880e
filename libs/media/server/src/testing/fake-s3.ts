import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** As much of S3 as we use, in memory: objects in one bucket by PUT (also in parts), GET with a range, list, DELETE. */
export class FakeS3 {
  readonly objects = new Map<string, Buffer>();
  /** What was asked, as `PUT /bucket/key`. */
  readonly requests: string[] = [];
  private readonly parts = new Map<string, Map<number, Buffer>>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  }

  static async start(): Promise<FakeS3> {
    const fake = new FakeS3();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const key = decodeURIComponent(pathname.split('/').slice(2).join('/'));
    this.requests.push(`${request.method} ${pathname}`);
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=id/')) return xml(response, 403, '<Error><Code>AccessDenied</Code></Error>');
    if (request.method === 'PUT') return this.put(key, searchParams, await buffer(request), response);
    if (request.method === 'POST') return this.multipart(key, searchParams, response);
    if (request.method === 'DELETE') return this.remove(key, response);
    if (searchParams.has('list-type')) return this.list(searchParams.get('prefix') ?? '', response);
    return this.get(key, request, response);
  }

  private put(key: string, search: URLSearchParams, bytes: Buffer, response: ServerResponse): void {
    const upload = this.parts.get(search.get('uploadId') ?? '');
    if (upload) upload.set(Number(search.get('partNumber')), bytes);
    else this.objects.set(key, bytes);
    response.setHeader('etag', '"etag"').end();
  }

  private multipart(key: string, search: URLSearchParams, response: ServerResponse): void {
    if (search.has('uploads')) {
      const id = `upload-${this.parts.size}`;
      this.parts.set(id, new Map());
      return xml(response, 200, `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    const parts = [...(this.parts.get(search.get('uploadId') ?? '') ?? [])].sort(([one], [other]) => one - other);
    this.objects.set(key, Buffer.concat(parts.map(([, bytes]) => bytes)));
    xml(response, 200, `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"etag"</ETag></CompleteMultipartUploadResult>`);
  }

  private remove(key: string, response: ServerResponse): void {
    this.objects.delete(key);
    response.writeHead(204).end();
  }

  private list(prefix: string, response: ServerResponse): void {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix));
    xml(response, 200, `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`);
  }

  private get(key: string, request: IncomingMessage, response: ServerResponse): void {
    const bytes = this.objects.get(key);
    if (!bytes) return xml(response, 404, '<Error><Code>NoSuchKey</Code><Message>None.</Message></Error>');
    const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (start === undefined) return void response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    const part = bytes.subarray(Number(start), end ? Number(end) + 1 : undefined);
    response.writeHead(206, { 'content-length': part.length, 'content-range': `bytes ${start}-${Number(start) + part.length - 1}/${bytes.length}` }).end(part);
  }
}

const xml = (response: ServerResponse, status: number, body: string): void =>
  void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
