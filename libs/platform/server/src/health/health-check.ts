/** From good to bad. `unknown`: nothing tells, which is no fault by itself. */
export const healthStates = ['fine', 'unknown', 'attention', 'fault'] as const;
export type HealthState = (typeof healthStates)[number];

/** What a sentence is filled with, and how it is to be written. A moment is in ISO 8601. */
export interface HealthFact {
  kind: 'text' | 'number' | 'bytes' | 'milliseconds' | 'moment';
  value: string | number;
}

export const text = (value: string): HealthFact => ({ kind: 'text', value });
export const number = (value: number): HealthFact => ({ kind: 'number', value });
export const bytes = (value: number): HealthFact => ({ kind: 'bytes', value });
export const milliseconds = (value: number): HealthFact => ({ kind: 'milliseconds', value: Math.round(value) });
export const moment = (value: Date): HealthFact => ({ kind: 'moment', value: value.toISOString() });

/** One thing that was looked at. It tells nothing about a person. */
export interface HealthFinding {
  /** What was looked at and how it was found, such as `storage.low`: has a sentence, and one on what to do unless it is fine. */
  code: string;
  state: HealthState;
  facts?: Record<string, HealthFact>;
  /** Since when it is so, where that is known. */
  since?: Date | null;
}

/** Looks at something. What it cannot find out it throws, which is a finding as well. */
export type HealthCheck = () => Promise<readonly HealthFinding[]>;
