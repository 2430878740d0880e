type Numbers = Int32Array | Uint16Array;
type Layout = Readonly<Record<string, typeof Int32Array | typeof Uint16Array>>;
type Columns<L extends Layout> = { [Name in keyof L]: L[Name] extends typeof Int32Array ? Int32Array : Uint16Array };

/** Columns of numbers as bytes, one after the other in the order of the layout: those of four bytes come first, so that each begins where its numbers may. */
export function columns<L extends Layout>(layout: L, numbers: Columns<L>): Buffer {
  return Buffer.concat(Object.keys(layout).map((name) => bytesOf(numbers[name] as Numbers)));
}

/** The columns that bytes hold. */
export function rows<L extends Layout>(layout: L, bytes: Buffer): Columns<L> {
  const types = Object.entries(layout);
  const count = bytes.byteLength / types.reduce((size, [, type]) => size + type.BYTES_PER_ELEMENT, 0);
  // A copy, since what the database driver hands over need not begin where numbers may.
  const { buffer } = Uint8Array.from(bytes);
  let start = 0;
  const read = types.map(([name, type]): [string, Numbers] => {
    const numbers = new type(buffer, start, count);
    start += numbers.byteLength;
    return [name, numbers];
  });
  return Object.fromEntries(read) as Columns<L>;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Buffer => Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
