// In: nothing. Out: a little WebAssembly for the sums and products of the reader, several numbers at a time.
import {
  constant,
  eachBelow,
  F32X4_ADD,
  F32X4_MUL,
  get,
  I32,
  I32_ADD,
  I32_LT_U,
  I32_MUL,
  I32_SHL,
  I32_SUB,
  load,
  section,
  set,
  simd,
  splat,
  store,
  tee,
  text,
  unsigned,
  V128,
} from './assembler.ts'
import { ELEMENTWISE } from './elementwise.ts'

// The part of the WebAssembly interface that is used; the libraries this package is checked against lack it.
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => WasmMemory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> }
}
interface WasmMemory {
  readonly buffer: ArrayBuffer
  readonly grow: (pages: number) => number
}

/** Parameters of `multiply`: byte addresses of a, b and c, the shape, bytes to the next row and strip of b; then its locals. */
const A = 0
const B = 1
const C = 2
const N = 3
const K = 4
const M = 5
const NEXT_ROW = 6
const NEXT_STRIP = 7
const AT = 8
const END = 9
const WEIGHT = 10
const WIDTH = 11
const DEPTH = 12
const STRIP_END = 13
const ROWS_LEFT = 14
const FROM = 15
const TARGET = 16
const SUM = 17
const FACTOR = 25
const VALUE = 29

/** Columns that are summed at once, all in registers: two vectors of four. */
const STRIP = 8

/** Leaves address + rows × stride on the stack. */
const below = (address: number, stride: number, rows: number): number[] =>
  rows === 0 ? get(address) : [...get(address), ...get(stride), ...constant(rows), I32_MUL, I32_ADD]

/** Goes on with `rows` rows of a and c at once, in one strip. */
function blockCode(rows: number): number[] {
  const sums = Array.from({ length: rows * 2 }, (_, i) => ({ row: i >> 1, field: i & 1, sum: SUM + i }))
  const use = (code: (sum: number, field: number) => number[]): number[] =>
    sums.flatMap(({ row, field, sum }) => [
      ...(field === 0 ? [...below(TARGET, WIDTH, row), ...set(AT)] : []),
      ...code(sum, field),
    ])
  return [
    ...use((sum, field) => [...get(AT), ...load(field * 16), ...set(sum)]),
    ...[...get(FROM), ...tee(AT), ...get(DEPTH), I32_ADD, ...set(END), ...get(B), ...set(WEIGHT)],
    ...eachBelow(AT, 4, END, [
      ...Array.from({ length: rows }, (_, row) => [
        ...below(AT, DEPTH, row),
        ...splat(0),
        ...set(FACTOR + row),
      ]).flat(),
      ...[0, 1].flatMap((field) => [
        ...[...get(WEIGHT), ...load(field * 16), ...set(VALUE)],
        ...sums.flatMap(({ row, field: own, sum }) =>
          own === field
            ? [...get(sum), ...get(VALUE), ...get(FACTOR + row), ...F32X4_MUL, ...F32X4_ADD, ...set(sum)]
            : [],
        ),
      ]),
      ...[...get(WEIGHT), ...get(NEXT_ROW), I32_ADD, ...set(WEIGHT)],
    ]),
    ...use((sum, field) => [...get(AT), ...get(sum), ...store(field * 16)]),
    ...[...below(TARGET, WIDTH, rows), ...set(TARGET), ...below(FROM, DEPTH, rows), ...set(FROM)],
    ...[...get(ROWS_LEFT), ...constant(rows), I32_SUB, ...set(ROWS_LEFT)],
  ]
}

/** Repeats `code` while at least `rows` rows are left. */
const whileRows = (rows: number, code: readonly number[]): number[] => [
  ...[0x02, 0x40, 0x03, 0x40, ...get(ROWS_LEFT), ...constant(rows), I32_LT_U, 0x0d, 1],
  ...code,
  ...[0x0c, 0, 0x0b, 0x0b],
]

/**
 * `multiply(a, b, c, n, k, m, row, strip)`: c += a · b for matrices n × k, k × m, n × m of float32, a and c row-major; m is a
 * multiple of 16, addresses are in bytes. Every sum runs in one fixed order, so results are the same on every machine.
 */
function multiplyCode(): number[] {
  return [
    // Locals: nine integers, thirteen vectors.
    ...[2, 9, I32, 13, V128],
    ...[...get(M), ...constant(2), I32_SHL, ...set(WIDTH)],
    ...[...get(K), ...constant(2), I32_SHL, ...set(DEPTH)],
    ...[...get(C), ...get(WIDTH), I32_ADD, ...set(STRIP_END)],
    ...[0x03, 0x40],
    ...[...get(N), ...set(ROWS_LEFT), ...get(A), ...set(FROM), ...get(C), ...set(TARGET)],
    ...[4, 3, 2, 1].flatMap((rows) => whileRows(rows, blockCode(rows))),
    ...[...get(B), ...get(NEXT_STRIP), I32_ADD, ...set(B)],
    ...[...get(C), ...constant(STRIP * 4), I32_ADD, ...tee(C), ...get(STRIP_END), I32_LT_U],
    ...[0x0d, 0, 0x0b, 0x0b],
  ]
}

const I32_EQZ = 0x45
const LOAD_I32 = [0x28, 2, 0]
const I16X8_ADD_SATURATED = simd(0x8f)
const I16X8_LARGER = simd(0x98)
const LOAD_8X8 = simd(1)
const I32X4_DOT = simd(0xba)
const I32X4_ADD = simd(0xae)
const ZERO = [...simd(12), ...new Array<number>(16).fill(0)]
const lane = (index: number): number[] => [...simd(27), index]

/** Parameters of `gather`, then its locals. */
const ROWS = 0
const ROW_COUNT = 1
const WIDE = 2
const WIDE_COUNT = 3
const OUT = 4
const OUT_END = 5
const SHIFTED = 6
const LIST = 7
const LIST_END = 8
const ROW = 9
const TOTAL = 10

/** Adds to eight sums the rows whose addresses are listed; a row is read by `read(i)` from `ROW` plus the column. */
const addListed = (list: number, count: number, scale: number, read: (i: number) => number[]): number[] => [
  ...[0x02, 0x40, ...get(count), I32_EQZ, 0x0d, 0],
  ...[...get(list), ...tee(LIST), ...get(count), ...constant(2), I32_SHL, I32_ADD, ...set(LIST_END)],
  ...eachBelow(LIST, 4, LIST_END, [
    ...[...get(LIST), ...LOAD_I32, ...get(SHIFTED)],
    ...(scale === 2 ? [...constant(1), I32_SHL] : []),
    ...[I32_ADD, ...set(ROW)],
    ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [
      ...get(TOTAL + i),
      ...get(ROW),
      ...read(i),
      ...I16X8_ADD_SATURATED,
      ...set(TOTAL + i),
    ]),
  ]),
  0x0b,
]

/**
 * `gather(rows, rowCount, wide, wideCount, out, outEnd)`: out = max(0, sum of rows) in int16, saturating. `rows` lists
 * addresses of int8 rows, `wide` of int16 rows; outEnd − out is twice the width, a multiple of 128 bytes.
 */
function gatherCode(): number[] {
  return [
    ...[2, 4, I32, 8, V128],
    ...eachBelow(OUT, 128, OUT_END, [
      ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [...ZERO, ...set(TOTAL + i)]),
      ...addListed(ROWS, ROW_COUNT, 1, (i) => [...LOAD_8X8, 0, ...unsigned(i * 8)]),
      ...addListed(WIDE, WIDE_COUNT, 2, (i) => load(i * 16)),
      ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [
        ...get(OUT),
        ...get(TOTAL + i),
        ...ZERO,
        ...I16X8_LARGER,
        ...store(i * 16),
      ]),
      ...[...get(SHIFTED), ...constant(64), I32_ADD, ...set(SHIFTED)],
    ]),
    0x0b,
  ]
}

/** Parameters of `dots`, then its locals. */
const HIDDEN = 0
const HIDDEN_END = 1
const TABLE = 2
const SCORES = 3
const SCORES_END = 4
const PLACE = 5
const TOTALS = 6

/**
 * `dots(hidden, hiddenEnd, table, scores, scoresEnd)`: adds to each int32 score the product of `hidden` (int16) with
 * the next row of `table` (int16).
 */
function dotsCode(): number[] {
  return [
    ...[2, 1, I32, 1, V128],
    ...eachBelow(SCORES, 4, SCORES_END, [
      ...[...ZERO, ...set(TOTALS), ...get(HIDDEN), ...set(PLACE)],
      ...eachBelow(PLACE, 16, HIDDEN_END, [
        ...[...get(TOTALS), ...get(PLACE), ...load(0), ...get(TABLE), ...load(0)],
        ...[...I32X4_DOT, ...I32X4_ADD, ...set(TOTALS)],
        ...[...get(TABLE), ...constant(16), I32_ADD, ...set(TABLE)],
      ]),
      ...[...get(SCORES), ...get(SCORES), ...LOAD_I32],
      ...[0, 1, 2, 3].flatMap((i) => [...get(TOTALS), ...lane(i), I32_ADD]),
      ...[0x36, 2, 0],
    ]),
    0x0b,
  ]
}

const integers = (count: number): number[] => new Array<number>(count).fill(I32)

/** All functions of the module, each with the types of what it takes, and its code. */
const FUNCTIONS = {
  multiply: { takes: integers(8), code: multiplyCode() },
  gather: { takes: integers(6), code: gatherCode() },
  dots: { takes: integers(5), code: dotsCode() },
  ...ELEMENTWISE,
}

function moduleBytes(): Uint8Array {
  const all = Object.entries(FUNCTIONS)
  const count = all.length
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [count, ...all.flatMap(([, { takes }]) => [0x60, takes.length, ...takes, 0])]),
    ...section(2, [1, ...text('m'), ...text('m'), 2, 0, 1]),
    ...section(3, [count, ...all.map((_, at) => at)]),
    ...section(7, [count, ...all.flatMap(([name], at) => [...text(name), 0, at])]),
    ...section(10, [count, ...all.flatMap(([, { code }]) => [...unsigned(code.length), ...code])]),
  ])
}

/** Memory that matrices live in and the multiplication over it. Addresses count float32 numbers. */
export interface Workspace {
  readonly memory: WasmMemory
  /** All of the memory; take it anew after {@link Workspace.reserve}. */
  numbers: Float32Array
  /** First free address. */
  top: number
  /** c += a · b; see `multiply` above, addresses in numbers; b as {@link layInStrips} leaves it, or row-major. */
  readonly multiply: (
    a: number,
    b: number,
    c: number,
    n: number,
    k: number,
    m: number,
    inStrips?: boolean,
  ) => void
  /** See `gather` and `dots` above, and the others in elementwise.ts; addresses in bytes. */
  readonly gather: Kernel
  readonly dots: Kernel
  readonly squash: Kernel
  readonly runThrough: Kernel
  readonly add: Kernel
  readonly round: Kernel
}

type Kernel = (...numbers: number[]) => void

export function makeWorkspace(): Workspace {
  const memory = new WebAssembly.Memory({ initial: 16 })
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { m: { m: memory } })
  const { multiply: raw, ...others } = instance.exports as Record<keyof typeof FUNCTIONS, Kernel>
  return {
    memory,
    numbers: new Float32Array(memory.buffer),
    top: 16,
    multiply: (a, b, c, n, k, m, inStrips = false) =>
      raw(a * 4, b * 4, c * 4, n, k, m, 4 * (inStrips ? STRIP : m), 4 * STRIP * (inStrips ? k : 1)),
    ...others,
  }
}

/** The address of `count` fresh numbers, all 0. Views of the memory made before are void where it had to grow. */
export function reserve(space: Workspace, count: number): number {
  const at = space.top
  space.top = at + ((count + 15) & ~15)
  const missing = space.top * 4 - space.memory.buffer.byteLength
  if (missing > 0) {
    space.memory.grow(Math.ceil(missing / 65536) + 16)
    space.numbers = new Float32Array(space.memory.buffer)
  }
  return at
}

/**
 * Puts a row-major matrix times `scale` at an address, laid out as it is read: its first columns as one strip, then the
 * next, which is read a fifth faster.
 */
export function layInStrips(
  { numbers }: Workspace,
  to: number,
  matrix: ArrayLike<number>,
  columns: number,
  scale: number,
): void {
  for (let from = 0; from < columns; from += STRIP)
    for (let row = from; row < matrix.length; row += columns)
      for (let c = row; c < row + STRIP; c++) numbers[to++] = matrix[c]! * scale
}
