// In: nothing. Out: a quantity while it is being read.

/** A quantity over the atoms `[first, next)` before bound and change are looked for. */
export interface Amount {
  readonly first: number
  readonly next: number
  readonly value: number
  readonly high?: number
  readonly unit: string
  readonly scale: number
  /** True for "thousands of": more than the value. */
  readonly more?: true
  /** True for "20+": the value or more. */
  readonly least?: true
  /** Token of the counted noun, where the unit is one. */
  readonly noun?: number
}

export const times = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(12))
