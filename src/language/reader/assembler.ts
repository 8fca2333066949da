// In: nothing. Out: the few instructions of WebAssembly that the reader's kernel is written in, as bytes.

const LOCAL_GET = 0x20
const LOCAL_SET = 0x21
const LOCAL_TEE = 0x22
const I32_CONST = 0x41
export const I32_LT_U = 0x49
export const I32_ADD = 0x6a
export const I32_SHL = 0x74
export const I32_SUB = 0x6b
export const I32_MUL = 0x6c
export const V128 = 0x7b
export const I32 = 0x7f
export const F64 = 0x7c

export const unsigned = (value: number): number[] => {
  const out: number[] = []
  do {
    const low = value & 0x7f
    value >>>= 7
    out.push(value ? low | 0x80 : low)
  } while (value)
  return out
}
const signed = (value: number): number[] => {
  const out: number[] = []
  for (;;) {
    const low = value & 0x7f
    value >>= 7
    if ((value === 0 && !(low & 0x40)) || (value === -1 && low & 0x40)) return [...out, low]
    out.push(low | 0x80)
  }
}
export const get = (local: number): number[] => [LOCAL_GET, local]
export const set = (local: number): number[] => [LOCAL_SET, local]
export const tee = (local: number): number[] => [LOCAL_TEE, local]
export const constant = (value: number): number[] => [I32_CONST, ...signed(value)]
export const simd = (code: number): number[] => [0xfd, ...unsigned(code)]
export const load = (offset: number): number[] => [...simd(0), 2, ...unsigned(offset)]
export const splat = (offset: number): number[] => [...simd(9), 2, ...unsigned(offset)]
export const store = (offset: number): number[] => [...simd(11), 2, ...unsigned(offset)]
export const F32X4_ADD = simd(0xe4)
export const F32X4_MUL = simd(0xe6)
export const section = (id: number, body: readonly number[]): number[] => [
  id,
  ...unsigned(body.length),
  ...body,
]
export const text = (value: string): number[] => [value.length, ...[...value].map((ch) => ch.charCodeAt(0))]

/** Does `code` with the address in local `at`, then so many bytes further, as long as that is below local `end`; once at least. */
export const eachBelow = (at: number, bytes: number, end: number, code: readonly number[]): number[] => [
  ...[0x03, 0x40, ...code],
  ...[...get(at), ...constant(bytes), I32_ADD, ...tee(at), ...get(end), I32_LT_U, 0x0d, 0, 0x0b],
]
