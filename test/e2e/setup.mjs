import chromium from '@sparticuz/chromium';
import { temporaryFolder } from '../temporary-folder.ts';
import { startStack } from './stack.ts';

/**
 * Starts Parvis for the first time, once for all journeys: each of them copies what that leaves in the data folder, and starts from there. Chromium is unpacked
 * once too: workers that unpack it at the same time start one that is not whole.
 */
export default async function setup() {
  if (!process.env.CHROMIUM_PATH) await chromium.executablePath();
  const folder = temporaryFolder();
  const stack = await startStack({ dataDir: folder });
  await stack.stop();
  process.env.PARVIS_TEST_TEMPLATE = folder;
}
