export { anAmaSession, AmaSessionBuilder } from './ama-session.builder.ts';
