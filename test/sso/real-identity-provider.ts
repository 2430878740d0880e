import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyPair } from '../../libs/identity/server/src/saml/service-provider/key-pair.ts';

/** A package of the distribution that is not there. */
export function missing(files: readonly string[]): string[] {
  return files.filter((file) => !existsSync(file));
}

/** An identity provider that we did not write, as a program of its own on the loopback address, with a folder for all that it writes. */
export abstract class RealIdentityProvider {
  readonly folder = mkdtempSync(join(tmpdir(), 'parvis-sso-'));
  readonly url: string;
  private process: ChildProcess | null = null;
  private output = '';

  constructor(protected readonly port: number) {
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Where its metadata stands. */
  abstract get metadataUrl(): string;

  protected write(name: string, content: string | object): void {
    const file = join(this.folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }

  protected writeKeys(name: string, { privateKey, certificate }: KeyPair): void {
    this.write(`cert/${name}.key`, privateKey);
    this.write(`cert/${name}.pem`, certificate);
  }

  protected async run(program: string, parameters: string[], env: Record<string, string>): Promise<void> {
    const child = spawn(program, parameters, { cwd: this.folder, env: { ...process.env, SSO_TEST_FOLDER: this.folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.process = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-20_000)));
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
      if (child.exitCode !== null) break;
      if (await fetch(this.metadataUrl, { signal: AbortSignal.timeout(5_000) }).then(({ ok }) => ok, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${program} does not answer at ${this.metadataUrl}:\n${this.output}`);
  }

  protected async end(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child?.pid || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // With its workers: they are of one group.
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }

  async stop(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
