export { latestDays, noteActivations } from './arrival/activation.ts';
export { engagementDomain } from './engagement.domain.ts';
export { importPulse, type ImportedPulseQuarter } from './pulse/pulse.importer.ts';
export { quartersOver as pulseQuartersOver } from './pulse/pulse-mix.ts';
export { parsePulse } from './pulse/pulse-rules.ts';
export { rebuild } from './roll-up/rebuild.ts';
export { rollUp, rollUpAnew } from './roll-up/roll-up.ts';
export { mergeEngagement } from './standing/merge.ts';
