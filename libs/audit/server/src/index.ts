export { auditDomain } from './audit.domain.ts';
