import { PenLine } from '@lucide/vue';

import { type KindLook, noPart } from './kind-look.ts';

/** Something to tell: a text and nothing more. */
export const statusLook: KindLook = {
  ...noPart,
  kind: 'STATUS',
  icon: PenLine,
  hasTitle: false,
  form: null,
  card: null,
  mark: () => null,
  isOfferedTo: () => true,
};
