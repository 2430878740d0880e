import { showAt } from '@parvis/platform/web';

import { monthOfReport } from './report/report-month.ts';

export { engagementCache } from './engagement.cache.ts';
export { engagementRoutes } from './engagement.routes.ts';

// HR is told of each when its month is over.
showAt('engagement-report', (id) => ({ name: 'engagement-report', query: { month: monthOfReport(id) } }));

/** What the home page shows above its posts to whoever is asked; loaded when it is. */
export const PulseCard = () => import('./pulse/PulseCard.vue');

/** What executives read of themselves, below their own exchanges. */
export const OwnExample = () => import('./own/OwnExample.vue');
