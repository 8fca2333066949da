// In: a stream of bytes and a limit. Out: all of them, or how many came before the limit was passed; or their lines.

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** All bytes of a stream; `undefined` where there are more than the limit. */
export async function allBytes(stream: Bytes, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > limit) return undefined
    chunks.push(chunk)
  }
  return joined(chunks, length)
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** The lines of a stream as bytes, without their line feed; a line longer than the limit comes as its length. */
export async function* linesOf(stream: Bytes, limit: number): AsyncGenerator<Uint8Array | number> {
  let chunks: Uint8Array[] = []
  let length = 0
  const line = () => {
    const done = length > limit ? length : joined(chunks, length)
    chunks = []
    length = 0
    return done
  }
  for await (const chunk of stream) {
    let at = 0
    for (;;) {
      const end = chunk.indexOf(10, at)
      const piece = chunk.subarray(at, end < 0 ? chunk.length : end)
      length += piece.length
      if (length <= limit) chunks.push(piece)
      else chunks = []
      if (end < 0) break
      yield line()
      at = end + 1
    }
  }
  if (length > 0) yield line()
}
