/**
 * Who is meant: the value of the first part of a distinguished name (RFC 4514), or the text itself when it is none.
 * « uid=cdupont,ou=people,dc=corp » and « cdupont » both give « cdupont ».
 */
export function identifierOf(value: string): string {
  const first = /^\s*(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)\s*=\s*((?:\\.|[^,+;\\])*)/.exec(value)?.[1];
  if (first === undefined) return value.trim();
  return unescape(first.trim()).trim();
}

function unescape(value: string): string {
  // Two hexadecimal digits are one byte of UTF-8, and several of them in a row one letter: « \C3\A9 » is « é ».
  return value
    .replace(/(?:\\[0-9A-Fa-f]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString('utf8'))
    .replace(/\\(.)/g, '$1');
}
