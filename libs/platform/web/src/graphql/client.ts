import { Client, fetchExchange, makeOperation, mapExchange } from '@urql/vue';

import { addressOf } from '../address.ts';
import { errorCode } from '../errors/error-sentence.ts';
import { noteOutdated } from '../page/outdated.ts';
import { goToCharter, goToLogin } from '../session/login.ts';
import { cacheOf } from './cache.ts';
import type { CacheRules } from './cache-rules.ts';
import { fetchWithRetry } from './retry.ts';
import { noted, trustedExchange } from './trusted.ts';

/** The one GraphQL client. A session that has ended sends the browser through the company's sign-in, a charter that is new through its page, and back here. */
export function createGraphqlClient(rules: readonly CacheRules[]): Client {
  return new Client({
    url: addressOf('/graphql'),
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onOperation: (operation) =>
          operation.kind === 'query'
            ? makeOperation('query', noted(operation), { ...noted(operation).context, fetch: fetchWithRetry })
            : noted(operation),
        // What the page does by itself (`staysOnPage`) takes nobody away from what they write: their next own step will.
        onError: (error, operation) => {
          if (errorCode(error) === 'DOCUMENT_UNKNOWN') noteOutdated();
          if (operation.context['staysOnPage']) return;
          if (errorCode(error) === 'UNAUTHENTICATED') goToLogin();
          if (errorCode(error) === 'CHARTER_NOT_ACCEPTED') goToCharter();
        },
      }),
      cacheOf(rules),
      trustedExchange,
      fetchExchange,
    ],
  });
}
