import { parsePulse } from '@parvis/engagement/server';
import { parseRequestSettings, parseWeights } from '@parvis/experts/server';
import { parseSamlSettings } from '@parvis/identity/server';
import { parseMediaSettings } from '@parvis/media/server';
import { Config, takeSecretFiles } from '@parvis/platform/server';
import { parseCommunityGroups, parseScimToken } from '@parvis/provisioning/server';

type Variables = Record<string, string | undefined>;

/** What the environment says of the server, `changes` apart. Secrets in files are put into `variables`, where the domains look for them. */
export function readConfig(variables: Variables, changes: Variables = {}): { config: Config } | { faults: string[] } {
  const faults = takeSecretFiles(variables);
  return faults.length > 0 ? { faults } : Config.parse({ ...variables, ...changes });
}

/** Everything that the environment says, of the server and of each domain. A fault is a sentence that names the variable and says what to do. */
export function readSettings(variables: Variables, changes: Variables = {}): { config: Config } | { faults: string[] } {
  const parsed = readConfig(variables, changes);
  if ('faults' in parsed) return parsed;
  const faults = [
    parseSamlSettings(variables, parsed.config),
    parseMediaSettings(variables, parsed.config),
    parseWeights(variables['EXPERT_WEIGHTS']),
    parseRequestSettings(variables['EXPERT_REQUESTS']),
    parsePulse(variables['ENGAGEMENT_PULSE']),
    parseScimToken(variables['SCIM_TOKEN']),
    parseCommunityGroups(variables['SAML_COMMUNITIES']),
  ].flatMap((settings) => ('faults' in settings ? settings.faults : []));
  return faults.length > 0 ? { faults } : parsed;
}
