export { operationsDomain } from './operations.domain.ts';
