import setup from './setup.mjs';
import { startStack } from './stack.ts';
import { launchBrowser } from './browser.ts';
import { Visitor } from './visitor.ts';
await setup();
const stack = await startStack({});
const browser = await launchBrowser();
try {
  for (const [locale, width, scheme] of [['fr-FR', 1440, 'light'], ['en-GB', 390, 'dark']] as const) {
    const v = await Visitor.arrive(browser, stack, { locale, width, colorScheme: scheme });
    await v.openAs(process.env['WHO'] ?? 'Human resources', '/engagement?days=365');
    await v.settled();
    await v.page.waitForTimeout(800);
    await v.page.screenshot({ path: `/tmp/eng-${locale}-${width}.png`, fullPage: true });
    console.log(await v.faults());
    await v.open('/about/engagement'); await v.settled();
    await v.page.screenshot({ path: `/tmp/about-${locale}-${width}.png`, fullPage: true });
    console.log(await v.faults());
    await v.open('/engagement?days=30&department=' + encodeURIComponent('Quality')); await v.settled();
    await v.page.waitForTimeout(500);
    await v.page.screenshot({ path: `/tmp/dep-${locale}-${width}.png`, fullPage: true });
    console.log(await v.faults(), v.strayRequests);
    await v.leave();
  }
} finally { await browser.close(); await stack.stop(); }
