/** Somebody who was to confirm who they are came back as somebody else, or their session is over. */
export class OtherPerson extends Error {}
