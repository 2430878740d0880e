import type { PersonState, Role } from '@parvis/platform/web';

/** Roles that may be given by hand. */
export const grantableRoles: readonly Role[] = ['EXECUTIVE', 'HR', 'MODERATOR', 'IT', 'AUDITOR', 'WORKS_COUNCIL'];

/** Those that a second person of IT has to agree to. */
export const needsSecond = (role: string): boolean => role === 'AUDITOR' || role === 'WORKS_COUNCIL';

export const personStates: readonly PersonState[] = ['PRESENT', 'NEVER_CAME', 'AWAY', 'LEFT'];

/** The last instant of a day (YYYY-MM-DD) where the administrator is; null: none was chosen. */
export const endOfDay = (day: string): string | null => {
  const end = new Date(`${day}T23:59:59`);
  return day === '' || Number.isNaN(end.getTime()) ? null : end.toISOString();
};
