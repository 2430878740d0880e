// By its path: the door of the domain would load NestJS and the database with it, for a program that is to start in a blink.
// eslint-disable-next-line @nx/enforce-module-boundaries
export { keyPairIn, type KeyPair } from '../../../libs/identity/server/src/saml/service-provider/key-pair.ts';
