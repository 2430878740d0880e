/** Something that the administrator can put right: shown as one line, without a stack, before the process ends with code 1. */
export class StartFault extends Error {}
