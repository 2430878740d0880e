import type { Viewer } from '@parvis/identity/server';
import { platformErrors } from '@parvis/platform/server';

/** Skills are looked after by HR and IT. Errors: FORBIDDEN. */
export function requireSkillKeeper({ roles }: Viewer): void {
  if (!roles.some((role) => role === 'hr' || role === 'it')) throw platformErrors.forbidden();
}
