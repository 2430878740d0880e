export { aPerson, people, PersonBuilder } from './person.builder.ts';
export { ApiError, TestApi, type Client } from './test-api.ts';
export { webOperation } from './web-operations.ts';
export { metadataXml, testKeys } from '../saml/testing/test-identity-provider.ts';
