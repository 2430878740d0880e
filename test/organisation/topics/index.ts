import { acoustics } from './acoustics.ts';
import { automation } from './automation.ts';
import { carbon } from './carbon.ts';
import { certification } from './certification.ts';
import { closing } from './closing.ts';
import { communications } from './communications.ts';
import { commuting } from './commuting.ts';
import { continuousImprovement } from './continuous-improvement.ts';
import { customerCalls } from './customer-calls.ts';
import { cybersecurity } from './cybersecurity.ts';
import { dataProtection } from './data-protection.ts';
import { defrost } from './defrost.ts';
import { documentation } from './documentation.ts';
import { erp } from './erp.ts';
import { expenses } from './expenses.ts';
import { fieldReturns } from './field-returns.ts';
import { firmware } from './firmware.ts';
import { inclusion } from './inclusion.ts';
import { installation } from './installation.ts';
import { installerApp } from './installer-app.ts';
import { installerNetwork } from './installer-network.ts';
import { languages } from './languages.ts';
import { leadership } from './leadership.ts';
import { linePerformance } from './line-performance.ts';
import { maintenance } from './maintenance.ts';
import { nextGeneration } from './next-generation.ts';
import { nonConformity } from './non-conformity.ts';
import { onboarding } from './onboarding.ts';
import { packaging } from './packaging.ts';
import { pythonData } from './python-data.ts';
import { recruitment } from './recruitment.ts';
import { refrigerant } from './refrigerant.ts';
import { remoteMonitoring } from './remote-monitoring.ts';
import { roadmap } from './roadmap.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { shiftHandover } from './shift-handover.ts';
import { shortages } from './shortages.ts';
import { siteLife } from './site-life.ts';
import { softwarePractices } from './software-practices.ts';
import { spareParts } from './spare-parts.ts';
import { suppliers } from './suppliers.ts';
import { teamLeading } from './team-leading.ts';
import { tenders } from './tenders.ts';
import { testBench } from './test-bench.ts';
import { tradeShow } from './trade-show.ts';
import { training } from './training.ts';
import { warehouseMerger } from './warehouse-merger.ts';
import { warehouse } from './warehouse.ts';
import { womenEngineering } from './women-engineering.ts';
import { workplaceIt } from './workplace-it.ts';
import type { Topic } from './topic.ts';

/** Everything that the company talks about. */
export const topics: readonly Topic[] = [
  acoustics, automation, carbon, certification, closing, communications, commuting, continuousImprovement,
  customerCalls, cybersecurity, dataProtection, defrost, documentation, erp, expenses, fieldReturns, firmware,
  inclusion, installation, installerApp, installerNetwork, languages, leadership, linePerformance, maintenance,
  nextGeneration, nonConformity, onboarding, packaging, pythonData, recruitment, refrigerant, remoteMonitoring,
  roadmap, running, safety, shiftHandover, shortages, siteLife, softwarePractices, spareParts, suppliers, teamLeading,
  tenders, testBench, tradeShow, training, warehouseMerger, warehouse, womenEngineering, workplaceIt,
];
