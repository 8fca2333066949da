// In: a text and its blocks (paragraphs). Out: the stretches inside quotation marks, paired, with nesting and continuation.
import type { Range } from '../../model/index.ts'
import { shadowOf } from '../shadow.ts'

/** A stretch inside quotation marks, marks included. */
export interface Quoted extends Range {
  /** The mark's family: “ ” " '' « are double, ‘ ’ ' single. */
  readonly marks: 'double' | 'single'
  /** False where the mark was never closed in its paragraph; `end` is then the end of the paragraph. */
  readonly closed: boolean
  /** Index of the stretch in the paragraph before that this one goes on with, or −1. */
  readonly continues: number
  /** Index of the stretch this one stands inside, or −1. */
  readonly inside: number
}

type Side = 'open' | 'close' | 'either'
interface Mark {
  readonly at: number
  readonly width: number
  readonly marks: 'double' | 'single'
  readonly side: Side
}

const OPEN_BEFORE = /[\s([{\-–—/"“‘'\u0001]/
const CLOSE_AFTER = /[\s.,;:!?)\]}\-–—/"”’'…\u0001]/
const ELIDED = /^(?:em|til|cause|bout|round|tis|twas|n|cuz|nuff|\d\ds?)(?![a-z])/i

/**
 * Pairs the quotation marks of every block. Straight, typographic, doubled single (`''`, as agencies write them) and
 * guillemet marks; an apostrophe is no mark. A double mark left open runs to the end of its paragraph and is taken up
 * by the next paragraph where that begins with an opening mark (the newspapers' way with long quotations).
 * Ordered by start; linear in the blocks' length.
 */
export function findQuoted(text: string, blocks: readonly Range[]): Quoted[] {
  const shadow = shadowOf(text)
  const found: Quoted[] = []
  let pending = -1
  for (const block of blocks) {
    const marks = marksOf(shadow, block)
    const firstAt = skipSpace(shadow, block.start, block.end)
    const continues = pending >= 0 && marks[0]?.at === firstAt && marks[0].side !== 'close' ? pending : -1
    pending = pairBlock(block, marks, continues, found)
  }
  return found
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start
  while (at < end && /\s/.test(text[at]!)) at++
  return at
}

/** Pairs one block's marks into `found`; gives the index of the double stretch left open, or −1. */
function pairBlock(block: Range, marks: readonly Mark[], continues: number, found: Quoted[]): number {
  let double = -1
  let single = -1
  let goesOn = continues
  const settle = (index: number, end: number, closed: boolean) => {
    found[index] = { ...found[index]!, end, closed }
  }
  for (const mark of marks) {
    const end = mark.at + mark.width
    if (mark.marks === 'double') {
      if (double >= 0 && mark.side !== 'open') {
        settle(double, end, true)
        if (single >= 0 && found[single]!.inside === double) settle(single, mark.at, false)
        if (single >= 0 && found[single]!.inside === double) single = -1
        double = -1
      } else if (mark.side !== 'close') {
        if (double >= 0) settle(double, mark.at, false)
        double = found.length
        found.push({
          start: mark.at,
          end: block.end,
          marks: 'double',
          closed: false,
          continues: goesOn,
          inside: single,
        })
        goesOn = -1
      }
    } else if (single >= 0 && mark.side !== 'open') {
      settle(single, end, true)
      if (double >= 0 && found[double]!.inside === single) double = -1
      single = -1
    } else if (single < 0 && mark.side === 'open' && hasClose(marks, mark)) {
      single = found.length
      found.push({
        start: mark.at,
        end: block.end,
        marks: 'single',
        closed: false,
        continues: -1,
        inside: double,
      })
    }
  }
  return double
}

/** An opening single mark counts only where a closing one follows in its block: else it is an apostrophe. */
function hasClose(marks: readonly Mark[], open: Mark): boolean {
  const last = marks.findLast((mark) => mark.marks === 'single' && mark.side !== 'open')
  return last !== undefined && last.at > open.at
}

function marksOf(text: string, block: Range): Mark[] {
  const marks: Mark[] = []
  for (let at = block.start; at < block.end; at++) {
    const ch = text[at]!
    const next = text[at + 1] ?? ' '
    const doubled =
      (ch === "'" && next === "'") || (ch === '`' && next === '`') || (ch === '’' && next === '’')
    if (doubled) {
      marks.push({
        at,
        width: 2,
        marks: 'double',
        side: sideOf(text, at, 2, block, ch === '`' ? 'open' : 'either'),
      })
      at++
    } else if (ch === '"' || ch === '“' || ch === '”' || ch === '„' || ch === '«' || ch === '»') {
      const said: Side = ch === '“' || ch === '„' || ch === '«' ? 'open' : ch === '"' ? 'either' : 'close'
      marks.push({
        at,
        width: 1,
        marks: 'double',
        side: said === 'either' ? sideOf(text, at, 1, block, said) : said,
      })
    } else if (ch === "'" || ch === '‘' || ch === '’') {
      const side = singleSide(text, at, block)
      if (side) marks.push({ at, width: 1, marks: 'single', side })
    }
  }
  return marks
}

/** Which side a straight mark is on, by what stands around it. */
function sideOf(text: string, at: number, width: number, block: Range, given: Side): Side {
  if (given !== 'either') return given
  const before = at > block.start ? text[at - 1]! : ' '
  const after = at + width < block.end ? text[at + width]! : ' '
  const mayOpen = OPEN_BEFORE.test(before) && !/\s/.test(after)
  const mayClose = CLOSE_AFTER.test(after) && !/\s/.test(before)
  return mayOpen === mayClose ? 'either' : mayOpen ? 'open' : 'close'
}

/** The side of a single mark; undefined for an apostrophe. */
function singleSide(text: string, at: number, block: Range): Side | undefined {
  const before = at > block.start ? text[at - 1]! : ' '
  const after = at + 1 < block.end ? text[at + 1]! : ' '
  const ch = text[at]!
  if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return undefined
  if (OPEN_BEFORE.test(before) && /[\p{L}\p{N}$["“(¿…]/u.test(after)) {
    if (ch === '’' || ELIDED.test(text.slice(at + 1, at + 8))) return undefined
    return 'open'
  }
  if (ch === '‘') return 'open'
  return CLOSE_AFTER.test(after) && !/\s/.test(before) ? 'close' : undefined
}
