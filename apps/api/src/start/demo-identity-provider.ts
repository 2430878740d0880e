import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '@parvis/platform/server';
import { StartFault } from './start-fault.ts';

const program = fileURLToPath(new URL('./demo-identity-provider.mjs', import.meta.url));

export interface DemoIdentityProvider {
  stop(): Promise<void>;
}

/** Starts the demo identity provider beside the server and waits until it answers. It ends with this process. Throws StartFault. */
export async function startDemoIdentityProvider(config: Config): Promise<DemoIdentityProvider> {
  if (!existsSync(program)) {
    throw new StartFault('SAML_IDP_METADATA is not set and the demo identity provider is not built: give the address of your identity provider’s metadata, or run npm start.');
  }
  const child = fork(program, {
    env: { ...process.env, DEMO_IDP_PORT: String(config.demoIdpPort), PARVIS_URL: config.publicUrl, PARVIS_DATA_DIR: config.dataDir },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // The Ctrl-C of the terminal is ours to pass on.
    detached: true,
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2_000)));
  const metadataUrl = `http://127.0.0.1:${config.demoIdpPort}/metadata`;
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 50) {
    if (child.exitCode !== null) throw new StartFault(errors.trim().split('\n').at(-1) || 'The demo identity provider did not start.');
    if (await answers(metadataUrl)) return { stop: () => stop(child) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(child);
  throw new StartFault(`The demo identity provider does not answer on port ${config.demoIdpPort}: set DEMO_IDP_PORT to another port.`);
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(impatience);
}
