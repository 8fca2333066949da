import { describe, expect, it } from 'vitest'
import { cleanAddress, hashOf, hostOf, reportId } from './identity.ts'

it('hashes as SHA-256 does', () => {
  expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(hashOf(new TextEncoder().encode('abc'))).toBe(hashOf('abc'))
})

it.each([
  ['https://A.example/x?utm_source=m&id=7&fbclid=z#top', 'https://a.example/x?id=7'],
  ['https://a.example/x?b=2&a=1', 'https://a.example/x?a=1&b=2'],
  ['https://user:pass@a.example/x', 'https://a.example/x'],
  [' urn:x:1 ', 'urn:x:1'],
  ['no address', 'no address'],
])('the address %s is %s', (address, expected) => {
  expect(cleanAddress(address)).toBe(expected)
})

it.each([
  ['https://www.a.example/x', 'a.example'],
  ['https://m.a.example/', 'a.example'],
  ['nothing', undefined],
  [undefined, undefined],
])('the host of %s is %s', (address, expected) => {
  expect(hostOf(address)).toBe(expected)
})

describe('the id of a report', () => {
  const report = { outlet: 'A', url: 'https://a.example/x?utm_source=m', title: 'T', text: 'The text.' }
  it('does not change with tracking in its address', () => {
    expect(reportId({ ...report, url: 'https://a.example/x#part' })).toBe(reportId(report))
  })
  it.each<[string, Partial<typeof report>]>([
    ['outlet', { outlet: 'B' }],
    ['address', { url: 'https://a.example/y' }],
    ['title', { title: 'U' }],
    ['text', { text: 'The text' }],
  ])('changes with its %s', (_, change) => {
    expect(reportId({ ...report, ...change })).not.toBe(reportId(report))
    expect(reportId(report)).toMatch(/^[0-9a-f]{16}$/)
  })
})
