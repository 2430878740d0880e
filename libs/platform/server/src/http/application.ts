import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { Logger } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.ts';
import type { Domain } from '../database/domain.ts';
import { trustedDocuments, type TrustedDocuments } from '../graphql/trusted-documents.ts';
import { PlatformModule } from '../platform.module.ts';
import { keepSettings } from '../settings/settings-of-request.ts';
import { Realtime } from '../realtime/realtime.ts';
import { signInLimit } from './address-limit.ts';
import { DomainErrorFilter } from './domain-error.filter.ts';
import { Metrics } from './metrics.ts';
import { keepSubPath, onlyFromOwnPages, redirectsUnder, takeSubPathOff } from './public-address.ts';
import { securityHeaders } from './security-headers.ts';

export interface ApplicationParts {
  config: Config;
  /** Connected and migrated; closed by whoever opened it. */
  dataSource: DataSource;
  domains: readonly Domain[];
  /** Modules on top of the domains, such as the one that serves the web pages. */
  modules?: (Type | DynamicModule)[];
  /** What the pages ask, by hash. */
  documents?: TrustedDocuments;
  /** Where the log goes; standard output when left out. */
  logTo?: DestinationStream;
}

@Module({})
class RootModule {}

/** The whole server, not listening yet: the domains on the platform, with sockets, security headers, compression and figures. */
export async function createApplication({ config, dataSource, domains, modules = [], documents = new Map(), logTo }: ApplicationParts): Promise<NestExpressApplication> {
  const root: DynamicModule = {
    module: RootModule,
    imports: [
      PlatformModule.with({ config, dataSource, logTo }),
      ...domains.filter((domain) => domain.module !== (PlatformModule as Type)).map((domain) => domain.module),
      ...modules,
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bufferLogs: true,
    abortOnError: false,
    // Each reads what it expects, within its own limits: JSON below, sign-in forms in the SAML controller.
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.set('trust proxy', [...config.proxies]);
  keepSubPath(app, config);
  app.disable('x-powered-by');
  app.use(app.get(Metrics).middleware);
  app.use(securityHeaders(config));
  app.use(redirectsUnder(config));
  app.use(onlyFromOwnPages(config));
  if (config.limitsRequests) app.use('/saml', signInLimit());
  app.use(compression());
  app.useBodyParser('json', { limit: '200kb', type: isForAll });
  app.use('/graphql', trustedDocuments({ documents, only: config.trustedDocumentsOnly }));
  keepSettings(app);
  app.useGlobalFilters(new DomainErrorFilter());
  app.getHttpServer().keepAliveTimeout = keepAliveMs;
  if (config.answers) app.get(Realtime).attach(app.getHttpServer());
  else app.use(onlyForWatching);
  takeSubPathOff(app.getHttpServer(), config);
  return app;
}

/** Longer than a proxy in front of it keeps an idle connection (a minute, mostly): whoever closes first while the other begins a request loses that request. */
const keepAliveMs = 75_000;

/** JSON, but for what is sent to SCIM, which reads it by itself: its limit and its refusals are other ones. */
const isForAll = ({ url = '', headers }: IncomingMessage): boolean => !/^\/scim\//i.test(url) && /^application\/json\b/i.test(headers['content-type'] ?? '');

const watching = new Set(['/healthz', '/readyz', '/metrics']);

/** A worker has no pages and no API: it answers whoever watches over it. */
function onlyForWatching(request: Request, response: Response, next: NextFunction): void {
  if (watching.has(request.path)) next();
  else response.status(404).json({ error: { code: 'NOT_FOUND' } });
}
