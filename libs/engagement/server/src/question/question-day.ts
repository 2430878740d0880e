import { columns, rows } from '../day/columns.ts';

/** The questions asked on one day: where their writers stood, and what became of them. */
export interface QuestionDay {
  place: Int32Array;
  /** Minutes until somebody else answered first; −1: nobody has. */
  minutes: Int32Array;
  /** 1: the asker has accepted an answer. */
  isAccepted: Uint16Array;
}

const layout = { place: Int32Array, minutes: Int32Array, isAccepted: Uint16Array } as const;

export const encodeQuestions = (day: QuestionDay): Buffer => columns(layout, day);
export const decodeQuestions = (bytes: Buffer): QuestionDay => rows(layout, bytes);
