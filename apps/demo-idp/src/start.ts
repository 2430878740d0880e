import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { demoIdp } from './demo-idp.ts';
import { peopleOfTheDemo } from './demo-people.ts';
import { keyPairIn } from './keys.ts';

// This machine alone: nobody else should become somebody by a click.
const host = '127.0.0.1';

/** Starts the demo identity provider as the variables say. Throws an Error that says what to do when it cannot. */
export async function startDemoIdp(variables: Record<string, string | undefined>): Promise<{ server: Server; baseUrl: string; parvisUrl: string }> {
  if (variables['NODE_ENV'] === 'production') {
    throw new Error('The demo identity provider lets anybody in as anybody, so it does not start when NODE_ENV is production: give your own identity provider in SAML_IDP_METADATA.');
  }
  const port = Number(variables['DEMO_IDP_PORT'] || 3001);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`DEMO_IDP_PORT (${variables['DEMO_IDP_PORT']}) is not a port: use a number from 1 to 65535, for example DEMO_IDP_PORT=3001.`);
  }
  const baseUrl = `http://${host}:${port}`;
  const parvisUrl = (variables['PARVIS_URL'] || 'http://localhost:3000').replace(/\/+$/, '');
  const otherUrls = (variables['PARVIS_OTHER_URLS'] ?? '').split(/[\s,]+/).filter(Boolean).map((url) => url.replace(/\/+$/, ''));
  const folder = resolve(variables['PARVIS_DATA_DIR'] || './data', 'demo-idp');
  const keys = await keyPairIn(join(folder, 'identity-provider.pem'), { commonName: 'Parvis demo identity provider' });
  const app = demoIdp({ people: peopleOfTheDemo(), keys, baseUrl, parvisUrl, otherUrls });
  const server = await new Promise<Server>((resolved, rejected) => {
    const listening = app.listen(port, host, (error) => (error ? rejected(error) : resolved(listening)));
  });
  return { server, baseUrl, parvisUrl };
}
