import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { TestApi } from '@parvis/identity/server/testing';
import { MediaFolder } from '@parvis/media/server/testing';
import { Readiness } from '@parvis/platform/server';
import type { GraphQLSchema } from 'graphql';
import { domains } from '../../../apps/api/src/domains.ts';
import { WebModule } from '../../../apps/api/src/web/web.module.ts';
import { metadataXml, testKeys } from '../../../libs/identity/server/src/saml/testing/test-identity-provider.ts';
import { RolledBack } from './rolled-back.ts';
import { plantWorld, type World } from './world.ts';

/** The whole server with the world of the matrix in it, as in production: it knows an identity provider, and is ready. */
export interface PlantedCompany {
  api: TestApi;
  schema: GraphQLSchema;
  world: World;
  rolledBack: RolledBack;
  stop(): Promise<void>;
}

/** `pages`: a folder of built pages and the address at which they are opened. */
export async function plantedCompany(pages?: { folder: string; url: string }): Promise<PlantedCompany> {
  const folder = new MediaFolder();
  const metadata = join(folder.path, 'idp.xml');
  writeFileSync(metadata, metadataXml([testKeys()]));
  const api = await TestApi.start(domains, {
    modules: [pages ? WebModule.withPages(pages.folder) : WebModule],
    env: { PARVIS_DATA_DIR: folder.path, LOG_LEVEL: 'error', SAML_IDP_METADATA: metadata, ...(pages && { PARVIS_URL: pages.url }) },
  });
  api.app.get(Readiness).startFinished();
  const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
  const world = await plantWorld(api, schema);
  const stop = async () => {
    await api.stop();
    folder.remove();
  };
  return { api, schema, world, rolledBack: new RolledBack(api), stop };
}
