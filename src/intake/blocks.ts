// In: a plain text. Out: its blocks (paragraphs, headings, single lines), each with its place in the text.

/** What an extractor already knows of a block; plain text has none. */
export type BlockKind = 'heading' | 'title' | 'paragraph' | 'item' | 'caption' | 'furniture' | 'cell'

/** A paragraph, heading or line `[start, end)` of a text, without the white space around it. A line break inside is a soft wrap. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly kind?: BlockKind
}

interface Line {
  readonly start: number
  readonly end: number
  readonly indent: number
}

const isBreak = (code: number) =>
  code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 11 || code === 12
const isBlank = (code: number) =>
  code === 32 ||
  code === 9 ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200b)

/** Groups of lines that no blank line parts; each line without the white space at its ends. */
function groupsOf(text: string): Line[][] {
  const groups: Line[][] = []
  let group: Line[] = []
  let at = 0
  while (at <= text.length) {
    let stop = at
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop += 1
    let start = at
    let end = stop
    while (start < end && isBlank(text.charCodeAt(start))) start += 1
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
    if (end > start) group.push({ start, end, indent: start - at })
    else if (group.length) {
      groups.push(group)
      group = []
    }
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1)
  }
  if (group.length) groups.push(group)
  return groups
}

const WIDEST_WRAP = 120
const NARROWEST_WRAP = 50

/** The column at which the text's lines were broken by a machine, or undefined where a line is a paragraph. */
function wrapWidth(groups: readonly Line[][]): number | undefined {
  const lengths: number[] = []
  let lines = 0
  let wider = 0
  for (const group of groups)
    for (const [at, line] of group.entries()) {
      const length = line.end - line.start + line.indent
      if (at < group.length - 1) lengths.push(length)
      if (length > WIDEST_WRAP) wider += 1
      lines += 1
    }
  if (lengths.length < 3 || wider > lines * 0.1) return undefined
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)]!
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return undefined
  const near = lengths.filter((length) => length >= width * 0.8).length
  return near >= lengths.length * 0.5 ? width : undefined
}

const ENDS_SENTENCE = /[.!?:;]["'”’»)\]]*$/
const BULLET = /^(?:[-*•‣◦▪●–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)/

/** True where `next` goes on the paragraph of `line`. */
function goesOn(text: string, line: Line, next: Line, width: number | undefined): boolean {
  const ended = ENDS_SENTENCE.test(text.slice(Math.max(line.start, line.end - 8), line.end))
  const first = text.slice(next.start, next.start + 8)
  if (BULLET.test(first)) return false
  if (width === undefined)
    return !ended && /^\p{Ll}/u.test(first) && !text.slice(next.start, next.end).includes('://')
  if (next.indent >= line.indent + 2 && ended) return false
  // A line that could have taken the next word was ended on purpose.
  const word = text.slice(next.start, next.end).search(/\s/)
  const room = line.indent + (line.end - line.start) + 1 + (word < 0 ? next.end - next.start : word)
  return room > width * 0.85 || (!ended && /^[\p{Ll}\d(]/u.test(first))
}

/** The blocks of a text in order. A text broken into lines by a machine is joined again; else each line is a block. */
export function blocksOf(text: string): Block[] {
  const groups = groupsOf(text)
  const width = wrapWidth(groups)
  const blocks: Block[] = []
  for (const group of groups) {
    let first = group[0]!
    let last = first
    for (const line of group.slice(1)) {
      if (!goesOn(text, last, line, width)) {
        blocks.push({ start: first.start, end: last.end })
        first = line
      }
      last = line
    }
    blocks.push({ start: first.start, end: last.end })
  }
  return blocks
}
