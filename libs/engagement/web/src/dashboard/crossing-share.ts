/** The share of ties that cross departments, 0 to 1, that an E-I index says: (E − I) / (E + I) is 2 E / (E + I) − 1. Undefined: nothing is known. */
export const crossingShare = (eiIndex: number | null | undefined): number | undefined => (eiIndex == null ? undefined : (1 + eiIndex) / 2);
