import './main.css';

import { startDrafts } from '@parvis/conversations/web';
import { createGraphqlClient, i18n, startLanguage, startSession } from '@parvis/platform/web';
import urql from '@urql/vue';
import { createApp } from 'vue';

import App from './App.vue';
import { cacheRules } from './cache.ts';
import { locales } from './locales.ts';
import StartFailure from './pages/StartFailure.vue';
import { createAppRouter } from './router.ts';

async function start(): Promise<void> {
  // Both are needed before the first word; neither needs the other.
  const session = startSession().then(
    () => true,
    () => false,
  );
  await startLanguage(locales);
  if (!(await session)) {
    createApp(StartFailure).mount('#app');
    return;
  }
  const router = createAppRouter();
  const client = createGraphqlClient(cacheRules);
  startDrafts(client);
  createApp(App).use(i18n).use(urql, client).use(router).mount('#app');
}

start().catch((error: unknown) => {
  // A part of the application could not be fetched, the words among them: better a page that says so than a white one.
  reportError(error);
  createApp(StartFailure).mount('#app');
});
