import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { identityDomain } from '@parvis/identity/server';
import { TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';

/** The server as far as sign-in goes, under the name that people type: `localhost`, another site than `127.0.0.1`. */
export class ParvisUnderTest {
  readonly url: string;

  private constructor(
    private readonly door: Server,
    readonly api: TestApi,
    url: string,
  ) {
    this.url = url;
  }

  static async start(port: number, env: Record<string, string>): Promise<ParvisUnderTest> {
    const url = `http://localhost:${port}`;
    // What is about sign-in is read from the environment of the process.
    const before = { ...process.env };
    Object.assign(process.env, env);
    const api = await TestApi.start([platformDomain, identityDomain], { env: { PARVIS_URL: url, ...env } }).finally(() => {
      for (const name of Object.keys(env)) delete process.env[name];
      Object.assign(process.env, before);
    });
    const door = createServer((request: IncomingMessage, response: ServerResponse) => void api.app.getHttpServer().emit('request', request, response));
    await new Promise<void>((resolve) => door.listen(port, resolve));
    return new ParvisUnderTest(door, api, url);
  }

  async metadata(): Promise<string> {
    return (await fetch(`${this.url}/saml/metadata`)).text();
  }

  /** What the audit log has of refusals, the newest first. */
  async refusals(): Promise<string[]> {
    const rows: { reason: string }[] = await this.api.manager.query(`SELECT details->>'reason' AS reason FROM audit_entry WHERE action = 'sign-in.refused' ORDER BY number DESC`);
    return rows.map(({ reason }) => reason);
  }

  async stop(): Promise<void> {
    this.door.close();
    this.door.closeAllConnections();
    await this.api.stop();
  }
}
