import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { DataSource } from 'typeorm';
import { AuditLog } from './audit/audit-log.ts';
import { ProcessChannel } from './cluster/process-channel.ts';
import { Config } from './config/config.ts';
import { PreparedStatements } from './database/prepared-statements.ts';
import { Transactions } from './database/transactions.ts';
import { PlatformGraphqlModule } from './graphql/graphql.module.ts';
import { DatabaseHealth } from './health/database-health.ts';
import { HealthChecks } from './health/health-checks.ts';
import { ServerProcesses } from './health/server-processes.ts';
import { StorageHealth } from './health/storage-health.ts';
import { WorkHealth } from './health/work-health.ts';
import { GivenUp } from './outbox/given-up.ts';
import { HealthController } from './http/health.controller.ts';
import { loggerOptions } from './http/logging.ts';
import { Metrics } from './http/metrics.ts';
import { Readiness } from './http/readiness.ts';
import { JobDesk } from './jobs/job-desk.ts';
import { Jobs } from './jobs/jobs.ts';
import { LetterSending } from './mail/letter-sending.ts';
import { Letters } from './mail/letters.ts';
import { MailRoute } from './mail/mail-route.ts';
import { Mailer } from './mail/mailer.ts';
import { EventHandlers } from './outbox/event-handlers.ts';
import { OutboxRelay } from './outbox/outbox-relay.ts';
import { PermissionAudit } from './permission/permission-audit.ts';
import { Realtime } from './realtime/realtime.ts';
import { OutboxSweep } from './outbox/outbox-sweep.ts';
import { Retention } from './retention/retention.ts';
import { SecretBox } from './secrets/secret-box.ts';
import { Settings } from './settings/settings.ts';

/** What every domain stands on. */
@Global()
@Module({})
export class PlatformModule {
  /** `dataSource` is connected and migrated already; whoever opened it closes it. */
  static with({ config, dataSource, logTo }: { config: Config; dataSource: DataSource; logTo?: DestinationStream | undefined }): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        LoggerModule.forRoot(loggerOptions(config, logTo)),
        PlatformGraphqlModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: DataSource, useValue: dataSource },
        ProcessChannel,
        EventHandlers,
        OutboxRelay,
        Jobs,
        Transactions,
        AuditLog,
        Settings,
        SecretBox,
        Retention,
        OutboxSweep,
        MailRoute,
        Letters,
        Mailer,
        LetterSending,
        PreparedStatements,
        Realtime,
        Readiness,
        Metrics,
        JobDesk,
        GivenUp,
        HealthChecks,
        DatabaseHealth,
        ServerProcesses,
        StorageHealth,
        WorkHealth,
        PermissionAudit,
      ],
      exports: [Config, DataSource, EventHandlers, OutboxRelay, Jobs, Transactions, AuditLog, Settings, Letters, LetterSending, PreparedStatements, Realtime, Readiness, Metrics, JobDesk, GivenUp, Retention, SecretBox, MailRoute, Mailer, HealthChecks, ServerProcesses],
    };
  }
}
