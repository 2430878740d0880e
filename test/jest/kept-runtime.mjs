import Runtime from 'jest-runtime';
import { projectOf } from './project-of.mjs';

const modules = new Map();
const esModules = new Map();
const isPackage = (key) => key.includes('/node_modules/') || key.startsWith('node:');
/** A module is known by its path or its address, with or without a question mark. */
const pathOf = (key) => /^(?:file:\/\/)?([^?]*)/.exec(key)[1];
let project;

/**
 * Loads a package once for all the spec files that a worker runs, and our own code once for those of a project: they stand on the same domains. Two
 * thirds of the time of the server's tests went into loading NestJS and Parvis two hundred times. Spec files, and helpers that ask Jest for its hooks, are loaded anew.
 */
export default class KeptRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    const [, environment] = parts;
    const testPath = parts[6];
    this.registries.moduleRegistry = modules;
    this.registries.esModuleRegistry = esModules;
    if (project !== projectOf(testPath)) {
      forget((key) => !isPackage(key));
      environment.forgetDecorators();
      project = projectOf(testPath);
    }
  }

  teardown() {
    this.restoreAllMocks();
    forgetThoseThatAskJest();
    forgetLog();
    // A package may load another later on: not too late for it.
    this.testState.enterTestCode();
  }
}

function forget(isForgotten) {
  for (const registry of [modules, esModules]) for (const key of registry.keys()) if (isForgotten(key)) registry.delete(key);
}

/** Spec files, and helpers that import the hooks of Jest: they know the Jest of the file that loaded them. */
function forgetThoseThatAskJest() {
  const asking = '@jest/globals/';
  const files = new Set([...esModules.keys()].filter((key) => key.startsWith(asking)).map((key) => pathOf(key.slice(asking.length))));
  forget((key) => key.startsWith(asking) || files.has(pathOf(key)));
}

/** `nestjs-pino` has one log for the whole process, that of the first application, and this for tests. */
function forgetLog() {
  for (const [key, module] of esModules) if (key.includes('/nestjs-pino/dist/esm/PinoLogger.js')) module.namespace.__resetOutOfContextForTests();
}
