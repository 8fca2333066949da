// In: nothing. Out: the kernel's functions that take numbers one by one: gates squashed and run through, sums, rounding.
import {
  constant,
  eachBelow,
  F32X4_ADD,
  F64,
  get,
  I32,
  I32_ADD,
  I32_LT_U,
  I32_SUB,
  load,
  set,
  simd,
  store,
  tee,
  V128,
} from './assembler.ts'

// Two float32 are computed with as float64 and rounded once, as arithmetic on a Float32Array is.
const loadTwo = (offset = 0): number[] => [...simd(0x5d), 2, offset, ...simd(0x5f)]
const STORE_64 = [...simd(0x5b), 2, 0, 0]
const STORE_TWO = [...simd(0x5e), ...STORE_64]
const SPLAT = simd(0x14)
const ABS = simd(0xec)
const ADD = simd(0xf0)
const SUB = simd(0xf1)
const MUL = simd(0xf2)
const DIV = simd(0xf3)
const FLOOR = simd(0x75)
const TO_I32 = simd(0xfc)
/** The lower halves of the first two int32 of two vectors. */
const LOWER_HALVES = [...simd(0x0d), 0, 1, 4, 5, 16, 17, 20, 21, ...new Array<number>(8).fill(0)]
const both = (value: number): number[] => [
  ...simd(0x0c),
  ...new Uint8Array(Float64Array.of(value, value).buffer),
]
const [HALF, ONE] = [both(0.5), both(1)]

/** `squash(at, end, width)`: rows of `width` bytes, of which every first is u → ½ + ½u / (1 + |u|) and every second u / (1 + |u|). */
function squashCode(): number[] {
  const [AT, END, WIDTH, ROW_END, U] = [0, 1, 2, 3, 4]
  const row = (code: readonly number[]): number[] => [
    ...[...get(AT), ...get(WIDTH), I32_ADD, ...set(ROW_END)],
    ...eachBelow(AT, 8, ROW_END, [...get(AT), ...code, ...STORE_TWO]),
  ]
  const u = [...get(AT), ...loadTwo(), ...tee(U)]
  const size = [...ONE, ...get(U), ...ABS, ...ADD]
  return [
    ...[2, 1, I32, 1, V128],
    ...[0x03, 0x40],
    ...row([...HALF, ...HALF, ...u, ...MUL, ...size, ...DIV, ...ADD]),
    ...row([...u, ...size, ...DIV]),
    ...[...get(AT), ...get(END), I32_LT_U, 0x0d, 0, 0x0b],
    0x0b,
  ]
}

/**
 * `runThrough(gates, nextGates, out, nextOut, before, rows, width)`: out = before + gate · (candidate − before), row by row;
 * `before` is the row before it, of the first what is given. Steps and width in bytes.
 */
function runThroughCode(): number[] {
  const [GATES, NEXT_GATES, OUT, NEXT_OUT, BEFORE, ROWS, WIDTH, AT, WAS] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const place = (row: number): number[] => [...get(row), ...get(AT), I32_ADD]
  return [
    ...[2, 1, I32, 1, V128],
    ...[0x03, 0x40, ...constant(0), ...set(AT)],
    ...eachBelow(AT, 8, WIDTH, [
      ...place(OUT),
      ...[...place(BEFORE), ...loadTwo(), ...tee(WAS)],
      ...[...place(GATES), ...loadTwo()],
      ...[...place(GATES), ...get(WIDTH), I32_ADD, ...loadTwo()],
      ...[...get(WAS), ...SUB, ...MUL, ...ADD, ...STORE_TWO],
    ]),
    ...[...get(OUT), ...set(BEFORE)],
    ...[...get(OUT), ...get(NEXT_OUT), I32_ADD, ...set(OUT)],
    ...[...get(GATES), ...get(NEXT_GATES), I32_ADD, ...set(GATES)],
    ...[...get(ROWS), ...constant(1), I32_SUB, ...tee(ROWS), 0x0d, 0, 0x0b],
    0x0b,
  ]
}

/** `add(a, b, out, end)`: out = a + b, four float32 at a time. */
function addCode(): number[] {
  const [A, B, OUT, END] = [0, 1, 2, 3]
  const next = (at: number): number[] => [...get(at), ...constant(16), I32_ADD, ...set(at)]
  return [
    0,
    ...eachBelow(OUT, 16, END, [
      ...[...get(OUT), ...get(A), ...load(0), ...get(B), ...load(0), ...F32X4_ADD, ...store(0)],
      ...[...next(A), ...next(B)],
    ]),
    0x0b,
  ]
}

/** `round(from, out, end, scale)`: out = ⌊from · scale + ½⌋ as int16, four at a time. */
function roundCode(): number[] {
  const [FROM, OUT, END, SCALE, FACTOR] = [0, 1, 2, 3, 4]
  const two = (offset: number): number[] => [
    ...[...get(FROM), ...loadTwo(offset), ...get(FACTOR), ...MUL, ...HALF, ...ADD, ...FLOOR, ...TO_I32],
  ]
  return [
    ...[1, 1, V128],
    ...[...get(SCALE), ...SPLAT, ...set(FACTOR)],
    ...eachBelow(OUT, 8, END, [
      ...[...get(OUT), ...two(0), ...two(8), ...LOWER_HALVES, ...STORE_64],
      ...[...get(FROM), ...constant(16), I32_ADD, ...set(FROM)],
    ]),
    0x0b,
  ]
}

/** Each with the types of what it takes, and its code. */
export const ELEMENTWISE = {
  squash: { takes: [I32, I32, I32], code: squashCode() },
  runThrough: { takes: [I32, I32, I32, I32, I32, I32, I32], code: runThroughCode() },
  add: { takes: [I32, I32, I32, I32], code: addCode() },
  round: { takes: [I32, I32, I32, F64], code: roundCode() },
}
