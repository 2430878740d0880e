import { gql } from '@urql/vue';
import { expect, it, vi } from 'vitest';

import type { CacheRules } from './cache-rules.ts';
import { createGraphqlClient } from './client.ts';

it('lets every domain say what it forgets after the same mutation', async () => {
  const forgotten: string[] = [];
  const domain = (name: string): CacheRules => ({ mutations: { leave: () => void forgotten.push(name) } });
  vi.stubGlobal('fetch', async () => Response.json({ data: { leave: 'c1' } }));
  const leave = gql`
    mutation Leave {
      leave
    }
  `;

  await createGraphqlClient([domain('communities'), domain('feed')]).mutation(leave, {}).toPromise();

  expect(forgotten).toEqual(['communities', 'feed']);
});
