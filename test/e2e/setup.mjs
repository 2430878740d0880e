import { temporaryFolder } from '../temporary-folder.ts';
import { chromiumPath } from './chromium.ts';
import { startStack } from './stack.ts';

/**
 * Starts Parvis for the first time, once for all journeys: each of them copies what that leaves in the data folder, and starts from there. Chromium is unpacked
 * too, so that no journey waits for it.
 */
export default async function setup() {
  if (!process.env.CHROMIUM_PATH) await chromiumPath();
  const folder = temporaryFolder();
  const stack = await startStack({ dataDir: folder });
  await stack.stop();
  process.env.PARVIS_TEST_TEMPLATE = folder;
}
