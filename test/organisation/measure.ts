/**
 * Streams a company and says what it holds, how long it took and how much memory:
 *   node test/organisation/measure.ts [people communities posts]
 */
import { demoPlan, organisation } from './index.ts';

const [people = 500, communities = 30, posts = 2_500] = process.argv.slice(2).map(Number);
const counts: Record<string, number> = {};
const startedAtMs = performance.now();
let records = 0;
let peakBytes = 0;
for (const { type } of organisation({ ...demoPlan(new Date().toISOString()), people, communities, posts })) {
  counts[type] = (counts[type] ?? 0) + 1;
  records += 1;
  if (records % 20_000 === 0) peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}
const seconds = (performance.now() - startedAtMs) / 1000;
const cpuSeconds = process.cpuUsage().user / 1e6;
console.log(counts);
console.log(`${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor), ${Math.round(Math.max(peakBytes, process.memoryUsage.rss()) / 1e6)} MB at most`);
