import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

/** A Chromium: the one that npm brought, or that of CHROMIUM_PATH. It asks nothing of the network beyond the pages. */
export async function launchBrowser(): Promise<Browser> {
  const systemPath = process.env['CHROMIUM_PATH'];
  // As on people's machines: without a locale, it gives files whose names have accents a name of its own.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu'];
  if (systemPath) return playwright.launch({ executablePath: systemPath, args: [...quiet, '--no-sandbox'], env });
  return playwright.launch({ executablePath: await chromiumPath(), args: [...withoutFlags(chromium.args), ...quiet], headless: true, env });
}

// Made for cloud functions: one process and no isolation. A journey needs sites apart, as in real browsers.
const unwanted = ['--single-process', '--no-zygote', '--disable-site-isolation-trials', '--disable-web-security', '--in-process-gpu'];
const withoutFlags = (flags: string[]): string[] => flags.filter((flag) => !unwanted.includes(flag) && !flag.startsWith('--headless'));
