export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const daysAgo = (days: number, now = new Date()): Date => new Date(now.getTime() - days * dayMs);
