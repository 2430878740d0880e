import { constants, createContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** What Node makes buffers of must be what the tests compare them with. */
const nodesOwn = new Set(['ArrayBuffer', 'Uint8Array']);

let kept;

/**
 * One set of globals for all the spec files that a worker runs, so that `kept-runtime.mjs` may keep the packages it has loaded. It looks nothing up in
 * an object of the outer world, as Jest's does: each `Promise` or `Map` that the code names costs fifty times less.
 */
export default class KeptEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (kept) return kept;
    super(config, context);
    const global = createContext(constants.DONT_CONTEXTIFY);
    for (const name of Reflect.ownKeys(this.global)) {
      if (name in global && !nodesOwn.has(name)) continue;
      const { enumerable } = Object.getOwnPropertyDescriptor(this.global, name);
      Object.defineProperty(global, name, { value: this.global[name], enumerable, configurable: true, writable: true });
    }
    global.global = global;
    global.Error.stackTraceLimit = this.global.Error.stackTraceLimit;
    this.global = global;
    this.context = global;
    this.moduleMocker = new this.moduleMocker.constructor(global);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global });
    this.variables = { ...global.process.env };
    kept = this;
  }

  /** What a file leaves goes: variables, the handlers of Jest. */
  async teardown() {
    this.fakeTimersModern.useRealTimers();
    const { env } = this.global.process;
    for (const name of Object.keys(env)) delete env[name];
    Object.assign(env, this.variables);
    delete this.global[Symbol.for('EVENT_HANDLERS')];
  }

  /** What decorators have told of classes that will be loaded anew. */
  forgetDecorators() {
    delete this.global.typeormMetadataArgsStorage;
    this.global.GqlTypeMetadataStorage?.clear();
    this.global.GqlLazyMetadataStorageHost?.lazyMetadataByTarget.clear();
  }
}
