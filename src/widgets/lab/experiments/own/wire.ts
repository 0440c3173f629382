/** One field of a protobuf message: its number, and its value as it stands on the wire. */
export type Field =
  | { readonly number: number; readonly kind: 'number'; readonly value: bigint }
  | { readonly number: number; readonly kind: 'bytes'; readonly value: Uint8Array };

/** The bytes are not a protobuf message. */
export class NotProtobuf extends Error {}

/**
 * The fields of a protobuf message one after another, without copying their bytes. Takes time in proportion to the
 * message's length, whatever the bytes claim.
 *
 * @throws NotProtobuf when a length leads beyond the end, or a tag cannot be one
 */
export function* fieldsOf(message: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new NotProtobuf('it ends inside a number');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, value);
    }
    throw new NotProtobuf('a number is longer than ten bytes');
  };
  const slice = (length: number): Uint8Array => {
    if (!(length >= 0 && at + length <= message.length))
      throw new NotProtobuf(`a part of ${length} bytes goes beyond the end`);
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = Number(varint());
    const number = Math.floor(tag / 8);
    if (number < 1 || tag > 0xffffffff) throw new NotProtobuf(`a field has the number ${number}`);
    const type = tag % 8;
    if (type === 0) yield { number, kind: 'number', value: varint() };
    else if (type === 2) yield { number, kind: 'bytes', value: slice(Number(varint())) };
    else if (type === 1) slice(8);
    else if (type === 5) slice(4);
    else throw new NotProtobuf(`a field has the wire type ${type}`);
  }
}

/** The message in a field of that number, each time that it occurs. */
export function* messagesIn(message: Uint8Array, number: number): Generator<Uint8Array> {
  for (const field of fieldsOf(message))
    if (field.number === number && field.kind === 'bytes') yield field.value;
}

/** The last whole number in a field of that number, or undefined. */
export function numberIn(message: Uint8Array, number: number): number | undefined {
  let found: number | undefined;
  for (const field of fieldsOf(message))
    if (field.number === number && field.kind === 'number') found = Number(field.value);
  return found;
}

/** The last text in a field of that number, or ''. */
export function textIn(message: Uint8Array, number: number, longest = 1000): string {
  let found = '';
  for (const bytes of messagesIn(message, number)) found = decoder.decode(bytes.subarray(0, longest));
  return found;
}

const decoder = new TextDecoder();
