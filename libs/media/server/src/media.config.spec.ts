import { describe, expect, it } from '@jest/globals';
import { parseMediaSettings } from './media.config.ts';

const around = { production: true, dataDir: '/var/parvis' };
const s3 = { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'parvis', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'hunter2' };

function settingsOf(variables: Record<string, string>, changes = {}) {
  const result = parseMediaSettings(variables, { ...around, ...changes });
  if ('faults' in result) throw new Error(result.faults.join('\n'));
  return result.settings;
}
const faultsOf = (variables: Record<string, string>): string[] => {
  const result = parseMediaSettings(variables, around);
  return 'faults' in result ? result.faults : [];
};

describe('settings of files', () => {
  it('need nothing, and let nothing leave the network in production', () => {
    expect(settingsOf({})).toEqual({ maxImageBytes: 20 * 1024 ** 2, maxFileBytes: 100 * 1024 ** 2, folder: '/var/parvis/media', s3: null, clamd: null, previews: { enabled: false, hosts: null } });
    expect(settingsOf({}, { production: false }).previews.enabled).toBe(true);
  });

  it.each([
    [{ MEDIA_MAX_FILE_MB: '250' }, { maxFileBytes: 250 * 1024 ** 2 }],
    [s3, { s3: { endpoint: 'https://s3.example', bucket: 'parvis', region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'hunter2' } }],
    [{ CLAMD_URL: 'tcp://clamd:3310' }, { clamd: { host: 'clamd', port: 3310 } }],
    [{ CLAMD_URL: '/run/clamd.sock' }, { clamd: { socket: '/run/clamd.sock' } }],
    [{ CLAMD_URL: 'unix:///run/clamd.sock' }, { clamd: { socket: '/run/clamd.sock' } }],
    [{ LINK_PREVIEWS: 'on', LINK_PREVIEW_HOSTS: 'Wiki.corp:8080, docs.example.com' }, { previews: { enabled: true, hosts: ['wiki.corp:8080', 'docs.example.com'] } }],
  ])('%j', (variables, expected) => {
    expect(settingsOf(variables as Record<string, string>)).toMatchObject(expected);
  });

  it.each([
    [{ MEDIA_MAX_FILE_MB: 'much' }, /^MEDIA_MAX_FILE_MB \("much"\) is not valid: /],
    [{ MEDIA_MAX_IMAGE_MB: '0' }, /^MEDIA_MAX_IMAGE_MB /],
    [{ S3_BUCKET: 'parvis' }, /^S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY are not set: /],
    [{ ...s3, S3_ENDPOINT: 's3.example' }, /^S3_ENDPOINT \("s3.example"\) is not an address: /],
    [{ CLAMD_URL: 'clamd' }, /^CLAMD_URL \("clamd"\) is not where clamd listens: /],
    [{ CLAMD_URL: 'tcp://clamd' }, /^CLAMD_URL /],
    [{ LINK_PREVIEWS: 'yes' }, /^LINK_PREVIEWS \("yes"\) is not valid: use on or off\.$/],
    [{ LINK_PREVIEW_HOSTS: 'https://wiki.corp/' }, /^LINK_PREVIEW_HOSTS names "https:\/\/wiki.corp\/", which is not a host: /],
  ])('says what is wrong in one sentence: %j', (variables, sentence) => {
    const faults = faultsOf(variables as Record<string, string>);
    expect(faults).toEqual([expect.stringMatching(sentence)]);
    expect(faults.join()).not.toContain('hunter2');
  });
});
