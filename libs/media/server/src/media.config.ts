import { join } from 'node:path';
import { z } from 'zod';

/** Token of the checked settings. */
export const mediaSettings = Symbol('mediaSettings');

/** Where files are kept when an S3-compatible storage is configured. */
export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Where the virus scanner listens: a TCP port, or a socket file. */
export type ClamdAddress = { host: string; port: number } | { socket: string };

/** What the environment says about files and link previews, checked. */
export interface MediaSettings {
  maxImageBytes: number;
  maxFileBytes: number;
  /** Files on the local disk, and uploads on their way; absolute. */
  folder: string;
  /** Null: the local disk. */
  s3: S3Settings | null;
  /** Null: nothing is scanned. */
  clamd: ClamdAddress | null;
  previews: {
    enabled: boolean;
    /** Hosts (`wiki.corp` or `wiki.corp:8080`) that alone may be asked, whatever their address; null: every public one. */
    hosts: string[] | null;
  };
}

/** What files need to know of the configuration of the whole server. */
export interface Surroundings {
  production: boolean;
  dataDir: string;
}

const megabyte = 1024 * 1024;
const megabytes = z.coerce.number().int().min(1).max(2_000);
const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
const hostForm = /^(?=.{1,255}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

type Variables = ReadonlyMap<string, string>;

/** Every fault is one sentence that names the variable and says what to do; a variable that is set but empty counts as unset. */
export function parseMediaSettings(variables: Record<string, string | undefined>, around: Surroundings): { settings: MediaSettings } | { faults: string[] } {
  const set: Variables = new Map(Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
  const faults: string[] = [];
  const settings: MediaSettings = {
    maxImageBytes: sizeOf(set, 'MEDIA_MAX_IMAGE_MB', 20, faults),
    maxFileBytes: sizeOf(set, 'MEDIA_MAX_FILE_MB', 100, faults),
    folder: join(around.dataDir, 'media'),
    s3: s3Of(set, faults),
    clamd: clamdOf(set.get('CLAMD_URL'), faults),
    previews: { enabled: previewsOf(set, around, faults), hosts: hostsOf(set.get('LINK_PREVIEW_HOSTS'), faults) },
  };
  return faults.length > 0 ? { faults } : { settings };
}

function sizeOf(set: Variables, name: string, otherwise: number, faults: string[]): number {
  const size = megabytes.safeParse(set.get(name) ?? otherwise);
  if (!size.success) faults.push(`${name} (${JSON.stringify(set.get(name))}) is not valid: use a whole number of megabytes from 1 to 2000, or leave it out for ${otherwise}.`);
  return (size.data ?? otherwise) * megabyte;
}

function s3Of(set: Variables, faults: string[]): S3Settings | null {
  const [endpoint, bucket, region, accessKeyId, secretAccessKey] = s3Names.map((name) => set.get(name));
  if (!s3Names.some((name) => set.has(name))) return null;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    const missing = s3Names.filter((name) => name !== 'S3_REGION' && !set.has(name));
    faults.push(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set: an S3-compatible storage needs S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY; leave them all out to keep files on the disk.`);
    return null;
  }
  if (!isAddress(endpoint, ['http:', 'https:'])) {
    faults.push(`S3_ENDPOINT (${JSON.stringify(endpoint)}) is not an address: give one that starts with https:// or http://, for example S3_ENDPOINT=https://s3.example.com.`);
    return null;
  }
  return { endpoint, bucket, region: region ?? 'us-east-1', accessKeyId, secretAccessKey };
}

function clamdOf(value: string | undefined, faults: string[]): ClamdAddress | null {
  if (!value) return null;
  if (value.startsWith('/')) return { socket: value };
  if (isAddress(value, ['unix:'])) return { socket: new URL(value).pathname };
  if (isAddress(value, ['tcp:']) && new URL(value).port) return { host: new URL(value).hostname, port: Number(new URL(value).port) };
  faults.push(`CLAMD_URL (${JSON.stringify(value)}) is not where clamd listens: give tcp://host:port or the path of its socket, for example CLAMD_URL=tcp://127.0.0.1:3310.`);
  return null;
}

/** Off in production unless somebody decides otherwise: a preview tells the outside which addresses colleagues talk about. */
function previewsOf(set: Variables, { production }: Surroundings, faults: string[]): boolean {
  const value = set.get('LINK_PREVIEWS');
  if (value && !['on', 'off'].includes(value)) faults.push(`LINK_PREVIEWS (${JSON.stringify(value)}) is not valid: use on or off.`);
  return value ? value === 'on' : !production;
}

function hostsOf(value: string | undefined, faults: string[]): string[] | null {
  if (!value) return null;
  const hosts = value.toLowerCase().split(/[\s,]+/).filter(Boolean);
  for (const host of hosts.filter((named) => !hostForm.test(named))) {
    faults.push(`LINK_PREVIEW_HOSTS names ${JSON.stringify(host)}, which is not a host: give names as in wiki.example.com or wiki.corp:8080, separated by spaces.`);
  }
  return hosts;
}

const isAddress = (value: string, protocols: string[]): boolean => URL.canParse(value) && protocols.includes(new URL(value).protocol);
