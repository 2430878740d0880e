export { engagementDomain } from './engagement.domain.ts';
export { rollUp, rollUpAnew } from './roll-up/roll-up.ts';
