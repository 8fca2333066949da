// In: expected.json. Out: what a perfect reader gets from the five reports, typed (format in README.md).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../data.ts'

export type Want =
  | string
  | number
  | boolean
  | null
  | { readonly any: readonly Want[] }
  | readonly Want[]
  | { readonly [party: string]: readonly string[] }
export type Fields = Readonly<Record<string, Want>>

export interface Fact {
  readonly id: string
  readonly level: 'must' | 'should' | 'may'
  readonly kind: readonly string[]
  readonly words: readonly (readonly [number, number])[]
  readonly is: Fields
  readonly more?: Fields
}

export interface Never {
  readonly kind: readonly string[]
  readonly is: Fields
  readonly why: string
}

export interface ExpectedSentence {
  readonly n: number
  readonly start: number
  readonly end: number
  readonly role: 'body' | 'headline' | 'standfirst' | 'heading' | 'byline' | 'furniture'
  readonly facts: readonly Fact[] | 'nothing'
  readonly never?: readonly Never[]
}

export interface ExpectedReport {
  readonly id: string
  readonly file: string
  readonly sha256: string
  readonly length: number
  readonly published: {
    readonly stated: string | null
    readonly earliest: string
    readonly latest: string
    readonly surely: readonly [string, string]
  }
  readonly sentences: readonly ExpectedSentence[]
}

export interface RecordCheck {
  readonly id: string
  readonly check:
    | 'entry'
    | 'apart'
    | 'dispute'
    | 'no dispute between'
    | 'in no dispute'
    | 'only here'
    | 'no evidence in'
    | 'no entry'
    | 'no day after'
  readonly kind?: string | readonly string[]
  readonly is?: Fields
  readonly reports?: readonly string[]
  readonly count?: number
  readonly sentence?: string
  readonly sentences?: readonly string[]
  readonly class?: string
  readonly type?: Want
  readonly values?: readonly number[]
  readonly roles?: readonly string[]
  readonly day?: string
  readonly orDispute?: boolean
}

export interface Expected {
  readonly version: 1
  readonly parties: Readonly<Record<string, { readonly of?: string; readonly names: readonly string[] }>>
  readonly reports: readonly ExpectedReport[]
  readonly record: readonly RecordCheck[]
}

export const expected = JSON.parse(
  readFileSync(join(repository, 'eval/madrid/expected.json'), 'utf8'),
) as Expected

/** The sentence with this name, "002:21". */
export function sentenceOf(name: string): { report: ExpectedReport; sentence: ExpectedSentence } {
  const [id, n] = name.split(':')
  const report = expected.reports.find((r) => r.id === id)
  const sentence = report?.sentences[Number(n)]
  if (report === undefined || sentence === undefined) throw new Error(`no sentence ${name} in expected.json`)
  return { report, sentence }
}
