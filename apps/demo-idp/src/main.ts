import { startDemoIdp } from './start.ts';

try {
  const { server, baseUrl, parvisUrl } = await startDemoIdp(process.env);
  console.log(`Demo identity provider at ${baseUrl} for ${parvisUrl}`);
  const stop = () => {
    server.close();
    server.closeAllConnections();
    if (process.connected) process.disconnect();
  };
  // Disconnected: Parvis, which started us, is gone without having said so.
  for (const end of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(end, stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
