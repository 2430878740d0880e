export { SqlCounter } from './sql-counter.ts';
export { asRunning, testDatabase, type TestDatabase } from './test-database.ts';
export { startTestServer, type TestServer } from './test-server.ts';
export { headersOf, partOf, TestMailServer, type ReceivedLetter } from './mail-server.ts';
