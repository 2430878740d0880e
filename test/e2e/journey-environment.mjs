import KeptEnvironment from '../jest/kept-environment.mjs';

/** Says what the visitors had before their eyes when a journey failed: what a person would look at first, and a log of a distant machine does not show. */
export default class JourneyEnvironment extends KeptEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
    const seen = await this.global.whatVisitorsSee?.().catch((error) => `What the visitors saw is not known: ${error.message}`);
    if (seen) console.error(seen);
  }
}
