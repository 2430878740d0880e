import type { AdministrationTab } from '@parvis/identity/web';

/** Pages of administration about the server; apps/web puts them there. */
export const healthTab: AdministrationTab = {
  path: 'health',
  name: 'administration-health',
  label: 'operations.health.title',
  component: () => import('./health/HealthPage.vue'),
};

export const jobsTab: AdministrationTab = {
  path: 'jobs',
  name: 'administration-jobs',
  label: 'operations.jobs.title',
  component: () => import('./jobs/JobsPage.vue'),
};

export const mailTab: AdministrationTab = {
  path: 'mail',
  name: 'administration-mail',
  label: 'operations.mail.title',
  component: () => import('./mail/MailPage.vue'),
};

export const retentionTab: AdministrationTab = {
  path: 'retention',
  name: 'administration-retention',
  label: 'operations.retention.title',
  component: () => import('./retention/RetentionPage.vue'),
};
