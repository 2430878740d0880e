import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { z } from 'zod';
import { Config } from '../config/config.ts';
import { createApplication } from '../http/application.ts';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';
// Not through the door: its types would come into every schema that is made for a test.
import { ProbeModule } from '../testing/probe.ts';
import { setting, type SettingState } from './setting.ts';
import { Settings } from './settings.ts';

const shape = z.object({ months: z.number().int().min(1).max(120), isOn: z.boolean() });
const keeping = setting('test.keeping', shape, () => ({ months: Number(process.env['TEST_KEEPING'] ?? 24), isOn: true }));
const standard = { months: 24, isOn: true };
const actorId = randomUUID();

let server: TestServer;
let elsewhere: NestExpressApplication;
let here: Settings;
let there: Settings;

beforeAll(async () => {
  server = await startTestServer([platformDomain], { modules: [ProbeModule] });
  // As another process: with a channel, a memory and listeners of its own.
  elsewhere = await createApplication({ config: Config.of({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PARVIS_ROLE: 'worker' }), dataSource: server.dataSource, domains: [platformDomain], modules: [ProbeModule] });
  await elsewhere.init();
  [here, there] = [server.app.get(Settings), elsewhere.get(Settings)];
});
afterAll(async () => {
  await elsewhere.close();
  await server.stop();
});
afterEach(async () => {
  const { revision, isStandard } = here.stateOf(keeping);
  if (!isStandard) await here.change(keeping, { value: null, revision, actorId });
});

const change = (value: z.infer<typeof shape> | null, revision = here.stateOf(keeping).revision) => here.change(keeping, { value, revision, actorId });
/** When the settings tell that so many months hold; those of the test before may still be told. */
const told = (settings: Settings, months: number): Promise<SettingState<z.infer<typeof shape>>> => {
  const { promise, resolve } = Promise.withResolvers<SettingState<z.infer<typeof shape>>>();
  const stop = settings.onChange(keeping, (state) => {
    if (state.value.months !== months) return;
    stop();
    resolve(state);
  });
  return promise;
};
const entries = (): Promise<object[]> =>
  server.dataSource.query(`SELECT area, action, actor_id AS "actorId", details FROM audit_entry WHERE details ->> 'setting' = 'test.keeping' ORDER BY number`);

describe('a setting', () => {
  it('holds what the environment says, until somebody says otherwise', async () => {
    expect(here.get(keeping)).toEqual(standard);
    expect(here.stateOf(keeping)).toMatchObject({ value: standard, isStandard: true });
    const state = await change({ months: 6, isOn: true });
    expect(state).toMatchObject({ value: { months: 6, isOn: true }, standard, isStandard: false, changedById: actorId, changedAt: expect.any(Date) });
    expect(here.get(keeping)).toEqual({ months: 6, isOn: true });
  });

  it('goes back to what the environment says', async () => {
    await change({ months: 6, isOn: false });
    const { revision } = here.stateOf(keeping);
    await expect(change(null)).resolves.toMatchObject({ value: standard, isStandard: true, revision: revision + 1 });
  });

  it('is known to every process within a second', async () => {
    const heard = told(there, 7);
    const began = performance.now();
    await change({ months: 7, isOn: true });
    await expect(heard).resolves.toMatchObject({ value: { months: 7, isOn: true } });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(there.get(keeping)).toEqual({ months: 7, isOn: true });
  });

  it('is known to a process that was cut off meanwhile, once it is back', async () => {
    const heard = told(there, 8);
    await server.dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'parvis channel'`);
    await change({ months: 8, isOn: true });
    await expect(heard).resolves.toMatchObject({ value: { months: 8, isOn: true } });
  });

  it('is changed by one of two who change it at once', async () => {
    const { revision } = here.stateOf(keeping);
    const outcomes = await Promise.allSettled([
      here.change(keeping, { value: { months: 1, isOn: true }, revision, actorId }),
      there.change(keeping, { value: { months: 2, isOn: true }, revision, actorId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'SETTING_CHANGED_MEANWHILE' } });
    await expect(change({ months: 3, isOn: true }, revision)).rejects.toMatchObject({ code: 'SETTING_CHANGED_MEANWHILE' });
  });

  it('is refused what it cannot be', async () => {
    await change({ months: 5, isOn: true });
    await expect(change({ months: 0, isOn: true })).rejects.toMatchObject({ code: 'SETTING_INVALID', field: 'months' });
    expect(here.get(keeping)).toEqual({ months: 5, isOn: true });
  });

  it('leaves who changed which fields in the audit log, and not what to', async () => {
    const before = await entries();
    await change({ months: 9, isOn: true });
    await expect(change({ months: 10, isOn: true }, 0)).rejects.toMatchObject({ code: 'SETTING_CHANGED_MEANWHILE' });
    await change(null);
    const entry = { area: 'configuration', action: 'configuration.setting-changed', actorId };
    expect((await entries()).slice(before.length)).toEqual([
      { ...entry, details: { setting: 'test.keeping', changed: ['months'], toStandard: false } },
      { ...entry, details: { setting: 'test.keeping', changed: ['months'], toStandard: true } },
    ]);
  });

  it('stands or falls with what belongs to the change', async () => {
    const failing = here.change(keeping, { value: { months: 11, isOn: true }, revision: here.stateOf(keeping).revision, actorId, alongside: async () => Promise.reject(new Error('no')) });
    await expect(failing).rejects.toThrow('no');
    expect(here.stateOf(keeping).isStandard).toBe(true);
  });

  it('of another version, which does not fit any more, leaves what holds where nobody has said otherwise', async () => {
    const known = told(there, 4);
    await change({ months: 4, isOn: true });
    await known;
    const heard = Promise.all([told(here, 24), told(there, 24)]);
    await server.dataSource.query(`UPDATE setting SET value = '{"months": "many"}', revision = revision + 1 WHERE key = 'test.keeping'`);
    const fallenBack = { value: standard, isStandard: true };
    await expect(heard).resolves.toMatchObject([fallenBack, fallenBack]);
  });
});
