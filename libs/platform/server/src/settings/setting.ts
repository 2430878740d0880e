import type { z } from 'zod';

/** What the administration may change of how Parvis works, under one name. A domain declares it once, as a constant. */
export interface Setting<T extends object> {
  /** Name in the table and the audit log: `retention`. */
  readonly key: string;
  /** What a value must be. Fields that come later have a `.default()`, since values of before are read by it too. */
  readonly shape: z.ZodType<T>;
  /** What holds where nobody has said otherwise; of the environment, if there is a variable. Asked once in each process. */
  readonly standard: () => T;
}

/** `standard` is a value, or reads the environment: `() => ({ months: parseMonths(process.env['RETENTION_MONTHS']) })`. No secrets: what is kept here can be read by whoever administers. */
export const setting = <T extends object>(key: string, shape: z.ZodType<T>, standard: T | (() => T)): Setting<T> => ({
  key, shape, standard: typeof standard === 'function' ? standard : () => standard,
});

/** A setting as it holds now. */
export interface SettingState<T extends object> {
  readonly value: Readonly<T>;
  /** What would hold if nobody had said otherwise. */
  readonly standard: Readonly<T>;
  /** Whether it does: nobody has said otherwise. */
  readonly isStandard: boolean;
  /** To be handed back with a change, which is refused when somebody else has made one meanwhile; 0: nobody ever did. */
  readonly revision: number;
  /** When it was last changed, and by whom (a person's id); null: never, or by nobody who is known. */
  readonly changedAt: Date | null;
  readonly changedById: string | null;
}
