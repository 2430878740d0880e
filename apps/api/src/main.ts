import { parsePulse } from '@parvis/engagement/server';
import { parseRequestSettings, parseWeights } from '@parvis/experts/server';
import { parseSamlSettings } from '@parvis/identity/server';
import { parseMediaSettings } from '@parvis/media/server';
import { Config } from '@parvis/platform/server';
import { parseCommunityGroups, parseScimToken } from '@parvis/provisioning/server';
import { Progress } from './start/progress.ts';
import { runServer } from './start/server.ts';
import { StartFault } from './start/start-fault.ts';

/** Starts Parvis. What an administrator can put right is said in a line each, and the process ends with code 1. */
async function main(): Promise<void> {
  const progress = new Progress();
  const parsed = Config.parse(process.env);
  if ('faults' in parsed) return fail(parsed.faults);
  const signIn = parseSamlSettings(process.env, parsed.config);
  const media = parseMediaSettings(process.env, parsed.config);
  const experts = parseWeights(process.env['EXPERT_WEIGHTS']);
  const requests = parseRequestSettings(process.env['EXPERT_REQUESTS']);
  const pulse = parsePulse(process.env['ENGAGEMENT_PULSE']);
  const scim = parseScimToken(process.env['SCIM_TOKEN']);
  const communityGroups = parseCommunityGroups(process.env['SAML_COMMUNITIES']);
  const faults = [signIn, media, experts, requests, pulse, scim, communityGroups].flatMap((settings) => ('faults' in settings ? settings.faults : []));
  if (faults.length > 0) return fail(faults);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  try {
    await runServer(parsed.config, progress, stopping.signal);
  } catch (error) {
    progress.end();
    if (!(error instanceof StartFault)) throw error;
    fail([error.message]);
  }
}

function fail(faults: string[]): void {
  for (const fault of faults) process.stderr.write(`Parvis cannot run: ${fault}\n`);
  process.exitCode = 1;
}

await main();
