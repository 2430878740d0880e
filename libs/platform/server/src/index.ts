export { auditColumns, entryOf, type AuditRow } from './audit/audit-entries.ts';
export { auditLine, type AuditDetail, type AuditEntry, type AuditRecord } from './audit/audit-entry.ts';
export { AuditLog } from './audit/audit-log.ts';
export { verifyAudit, type AuditFault, type AuditReceipt } from './audit/verify-audit.ts';
export { Config } from './config/config.ts';
export { dataSourceOf, oldestPostgres } from './database/data-source.ts';
export type { Domain } from './database/domain.ts';
export { pendingMigrations } from './database/pending-migrations.ts';
export { isMigrated, mayMigrate, migrate } from './database/migrate.ts';
export { faultsOfRole, letRun } from './database/running-role.ts';
export { PreparedStatements } from './database/prepared-statements.ts';
export { Transactions, type Transaction } from './database/transactions.ts';
export { newestRevisions } from './database/revisions.ts';
export { DomainError } from './errors/domain-error.ts';
export { platformErrors } from './errors/platform.errors.ts';
export { limited, requiredLine, requiredText, searchWords, wordList } from './errors/text.ts';
export type { TrustedDocuments } from './graphql/trusted-documents.ts';
export { queryLimits } from './graphql/query-limits.ts';
export { operationCost, pageCost, perParentPageCost } from './graphql/query-limits.plugin.ts';
export type { GraphqlContext } from './graphql/request-context.ts';
export { failureCode } from './errors/failure-code.ts';
export { bytes, healthStates, milliseconds, moment, number, text, type HealthCheck, type HealthFact, type HealthFinding, type HealthState } from './health/health-check.ts';
export { HealthChecks } from './health/health-checks.ts';
export type { ServerProcessEntity } from './health/server-process.entity.ts';
export { lookAtMailServer } from './health/mail-server-health.ts';
export { isHeard, ServerProcesses } from './health/server-processes.ts';
export { HealthController } from './http/health.controller.ts';
export { Metrics } from './http/metrics.ts';
export { Rate } from './http/rate.ts';
export { Readiness } from './http/readiness.ts';
export { JobDesk, type JobFailure, type JobKind } from './jobs/job-desk.ts';
export { newNonce, pagePolicy } from './http/security-headers.ts';
export { jobType, type JobType } from './jobs/job-type.ts';
export { Jobs, type JobHandler, type JobTime } from './jobs/jobs.ts';
export { letterType, type Letter, type LetterLanguage, type LetterLink, type LetterType } from './mail/letter.ts';
export { isMailAddress, onOneLine } from './mail/mail-address.ts';
export { mailEncryptions, type MailEncryption, mailSetting, type MailSetting } from './mail/mail.setting.ts';
export { mailPassword, MailRoute } from './mail/mail-route.ts';
export { Mailer, type Delivery } from './mail/mailer.ts';
export { LetterSending } from './mail/letter-sending.ts';
export { Letters, type LetterWriter } from './mail/letters.ts';
export { linksUnderSubPath, publicUrlOf } from './http/public-address.ts';
export { perViewer } from './loaders/per-viewer.ts';
export { eventType, type DomainEvent, type EventType } from './outbox/domain-event.ts';
export { EventHandlers } from './outbox/event-handlers.ts';
export { GivenUp, type GivenUpKind } from './outbox/given-up.ts';
export { OutboxRelay } from './outbox/outbox-relay.ts';
export {
  connection,
  connectionOf,
  connectionType,
  countedConnectionType,
  decodeCursor,
  edgeType,
  encodeCursor,
  maxPageSize,
  PageInfo,
  pageOfWhole, pageRequest,
  type Connection,
  type CountedConnection,
  type PageRequest,
} from './paging/connection.ts';
export { PageArgs } from './paging/page.args.ts';
export { checkedId, firstIdAt, idFrom, isId, newId } from './paging/uuid.ts';
export { permissionKey, Public, SignedIn, type Permission } from './permission/permission.ts';
export { PlatformModule } from './platform.module.ts';
export { platformDomain } from './platform.domain.ts';
export { Realtime, type Change, type SocketOwner } from './realtime/realtime.ts';
export { contrast, enoughContrast, isReadable, leastContrast, nearestReadable, tonesOf, type Accent, type AccentTones, type Theme } from './settings/accent.ts';
export { longestName as longestNetworkName, networkSetting, standardAccent, type Network } from './settings/network.setting.ts';
export { languagesOf, networkOf } from './settings/settings-of-request.ts';
export { languagesSetting, offeredLanguage, spokenLanguages, type HouseLanguage } from './settings/languages.setting.ts';
export { Retention, type CountBefore, type RetentionTerm } from './retention/retention.ts';
export { retentionSetting } from './retention/retention.setting.ts';
export { SecretBox, SecretUnreadable } from './secrets/secret-box.ts';
export { setting, type Setting, type SettingState } from './settings/setting.ts';
export { Settings, type SettingChange } from './settings/settings.ts';
export { createApplication } from './http/application.ts';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts';
export { importOutcome, importRows, inAll, inWaves, type ImportOutcome, type ImportProblem } from './import/import-rows.ts';
export { backupMark } from './health/storage-health.ts';
export { secretNames, takeSecretFiles } from './config/secret-files.ts';
export { runningEmbeddedPostgres } from './embedded-postgres/running-postgres.ts';
export { dayMs, daysAgo, hourMs } from './time/durations.ts';
export { within } from './time/within.ts';
export { checkedTimeZone } from './time/time-zone.ts';
