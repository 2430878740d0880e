import { rmSync } from 'node:fs';

export default function teardown() {
  rmSync(process.env.PARVIS_TEST_TEMPLATE, { recursive: true, force: true });
}
