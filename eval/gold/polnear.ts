// In: PolNeAR's texts and brat standoff. Out: who said what, with characters in UTF-16.
import type { Range } from '#parley/model/range.ts'
import { filesIn, readText } from '../data.ts'
import type { Side } from '../split.ts'
import { documentName } from '../split.ts'

/** One attribution; each role may stand in several pieces or be absent. */
export interface Attribution {
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

export interface AttributedDocument {
  readonly name: string
  readonly text: string
  readonly attributions: readonly Attribution[]
}

/** brat counts in Unicode code points, Parley in UTF-16 code units. */
function utf16Offsets(text: string): (codePoint: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (offset) => offset
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    offsets.push(at)
    at += character.length
  }
  offsets.push(at)
  return (offset) => offsets[offset] ?? at
}

/** brat standoff: `T` lines are spans (pieces joined by ";"), `E` lines tie them into attributions. */
export function parseBrat(text: string, standoff: string): Attribution[] {
  const place = utf16Offsets(text)
  const spans = new Map<string, Range[]>()
  const attributions: Attribution[] = []
  const events: string[] = []
  for (const line of standoff.split('\n')) {
    const [id, body] = line.split('\t')
    if (id === undefined || body === undefined) continue
    if (id.startsWith('E')) events.push(body)
    if (!id.startsWith('T')) continue
    const pieces = body.slice(body.indexOf(' ') + 1).split(';')
    spans.set(
      id,
      pieces.map((piece) => {
        const [start, end] = piece.split(' ').map(Number)
        return { start: place(start!), end: place(end!) }
      }),
    )
  }
  for (const body of events) {
    const roles: { source: Range[]; cue: Range[]; content: Range[] } = { source: [], cue: [], content: [] }
    for (const part of body.split(' ')) {
      const [role, id] = part.split(':')
      const name = role!.toLowerCase().replace(/\d+$/, '')
      if (name !== 'source' && name !== 'cue' && name !== 'content') continue
      roles[name].push(...(spans.get(id!) ?? []))
    }
    if (roles.source.length + roles.cue.length + roles.content.length === 0) continue
    attributions.push({
      source: mergeTouching(text, roles.source),
      cue: mergeTouching(text, roles.cue),
      content: mergeTouching(text, roles.content),
    })
  }
  return attributions
}

/** Pieces in order of the text; pieces with only white space between them become one. */
export function mergeTouching(text: string, ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && text.slice(last.end, range.start).trim() === '') {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else merged.push({ start: range.start, end: range.end })
  }
  return merged
}

/** Work is train, check is dev; of several annotators' files the first by name. */
export function polnear(side: Side, keep: (name: string) => boolean): AttributedDocument[] {
  const root = `attribution/polnear/${side === 'work' ? 'train' : 'dev'}`
  const standoffs = filesIn(`${root}/attributions`, '.ann')
  return filesIn(`${root}/text`, '.txt')
    .map(documentName)
    .filter(keep)
    .flatMap((name) => {
      const file = standoffs.find((each) => each.startsWith(`${name}_`) && each.length === name.length + 9)
      if (file === undefined) return []
      const text = readText(`${root}/text/${name}.txt`)
      return [{ name, text, attributions: parseBrat(text, readText(`${root}/attributions/${file}`)) }]
    })
}
