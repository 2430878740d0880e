import { type CacheRules, forgetField } from '@parvis/platform/web';

export const operationsCache: CacheRules = {
  mutations: {
    changeMailServer: (_result, _args, cache) => forgetField(cache, 'Query', 'mailAdministration'),
    forgetMailServer: (_result, _args, cache) => forgetField(cache, 'Query', 'mailAdministration'),
  },
  embedded: ['ServerHealth', 'HealthFinding', 'HealthFact', 'BackgroundWork', 'JobRun', 'JobFailure', 'GivenUpWork', 'MailAdministration', 'MailServer', 'MailTrial', 'RetentionAdministration'],
};
