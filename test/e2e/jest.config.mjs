import base from '../../jest.config.mjs';

/** Journeys: a real browser on a whole Parvis, as people use it. */
export default {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/{e2e,start}/**/*.spec.ts'],
  modulePathIgnorePatterns: base.modulePathIgnorePatterns,
  extensionsToTreatAsEsm: base.extensionsToTreatAsEsm,
  transform: base.transform,
  testEnvironment: '<rootDir>/test/e2e/journey-environment.mjs',
  runtime: base.runtime,
  testSequencer: base.testSequencer,
  globalSetup: '<rootDir>/test/e2e/setup.mjs',
  globalTeardown: '<rootDir>/test/e2e/teardown.mjs',
  testTimeout: 90_000,
};
