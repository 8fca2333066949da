import { describe, expect, it } from 'vitest'
import type { Value } from '../../model/index.ts'
import { mayBeOne } from './same-value.ts'

const value = (told: string): Value => {
  const [, bound, number, high, unit] = /^([=≈≤≥<>]?)([\d.]+)(?:-([\d.]+))? (.+)$/.exec(told)!
  return {
    value: Number(number),
    ...(high ? { high: Number(high) } : {}),
    unit: unit!,
    bound: (bound || '=') as Value['bound'],
  }
}

describe('two values of one quantity', () => {
  it.each([
    ['40 %', '40 %', true],
    ['≈40 %', '41 %', true],
    ['40 %', '45 %', false],
    ['≤40 %', '15 %', true],
    ['>6000 soldier', '6400 soldier', true],
    ['>6000 soldier', '5400 soldier', false],
    ['>6000 soldier', '≥9000 soldier', true],
    ['133000 arrest', '132887 arrest', true],
    ['133000 arrest', '132400 arrest', false],
    ['60 %', '63 %', false],
    ['3.5 %', '3.25 %', false],
    ['3.3 %', '3.25 %', true],
    ['40-45 %', '42 %', true],
    ['40-45 %', '50 %', false],
    ['5 %', '5 USD', false],
  ])('%s and %s: %s', (a, b, one) => {
    expect(mayBeOne(value(a), value(b))).toBe(one)
    expect(mayBeOne(value(b), value(a))).toBe(one)
  })
})
