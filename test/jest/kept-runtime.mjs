import Runtime from 'jest-runtime';

const modules = new Map();
const esModules = new Map();
/** `nestjs-pino` has one log for the whole process, that of the first application. */
const isKept = (key) => (key.includes('/node_modules/') && !key.includes('/node_modules/nestjs-pino/')) || key.startsWith('node:');

/**
 * Loads a package once for all the spec files of a worker, and our own code anew for each. Half of the time of the server's tests went into loading
 * NestJS and its like a hundred times.
 */
export default class KeptRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    this.registries.moduleRegistry = modules;
    this.registries.esModuleRegistry = esModules;
  }

  teardown() {
    this.restoreAllMocks();
    for (const registry of [modules, esModules]) {
      for (const key of registry.keys()) if (!isKept(key)) registry.delete(key);
    }
    // A package may load another later on: not too late for it.
    this.testState.enterTestCode();
  }
}
