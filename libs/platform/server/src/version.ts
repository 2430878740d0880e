/** Of this Parvis: that of package.json, which does not go along with the built server. */
export const version = '0.1.0';
