import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** A Chromium: the one that npm brought, or that of CHROMIUM_PATH. It asks nothing of the network beyond the pages. */
export async function launchBrowser(): Promise<Browser> {
  const systemPath = process.env['CHROMIUM_PATH'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu'];
  if (systemPath) return playwright.launch({ executablePath: systemPath, args: [...quiet, '--no-sandbox'] });
  return playwright.launch({ executablePath: await chromium.executablePath(), args: [...withoutFlags(chromium.args), ...quiet], headless: true });
}

// Made for cloud functions: one process and no isolation. A journey needs sites apart, as in real browsers.
const unwanted = ['--single-process', '--no-zygote', '--disable-site-isolation-trials', '--disable-web-security', '--in-process-gpu'];
const withoutFlags = (flags: string[]): string[] => flags.filter((flag) => !unwanted.includes(flag) && !flag.startsWith('--headless'));
