// In: the open sets of marked names. Out: documents with spans of persons, organisations, places and other names.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../eval/data.ts'
import { sideOf } from '../eval/split.ts'
import { gumNames, meantimeNames, type NameDocument } from './name-marks.ts'

/** A marked span; `kind` is an index into the finder's KINDS. */
export interface KindMark {
  readonly start: number
  readonly end: number
  readonly kind: number
}

export interface KindDocument {
  readonly text: string
  readonly marks: readonly KindMark[]
  readonly unsure: readonly { readonly start: number; readonly end: number }[]
  readonly until: number
}

const KIND_OF = { person: 0, organisation: 1, place: 2 } as const

function fromNames(document: NameDocument): KindDocument {
  const names = document.names.map(({ start, end, type }) => ({ start, end, kind: KIND_OF[type] }))
  const free = document.others.filter(
    (other) => !names.some((mark) => mark.start < other.end && other.start < mark.end),
  )
  const marks = [...names, ...free.map((other) => ({ start: other.start, end: other.end, kind: 3 }))]
  return { text: document.text, marks, unsure: document.ignore, until: document.until }
}

/** GUM's train part and MEANTIME's work part. */
export const treebankNames = (): KindDocument[] => [
  ...gumNames('gum-open-train.conllu').map(fromNames),
  ...meantimeNames()
    .filter((document) => sideOf(document.name) === 'work')
    .map(fromNames),
]

const KINDS: Readonly<Record<string, number>> = {
  PER: 0,
  person: 0,
  ORG: 1,
  corporation: 1,
  group: 1,
  LOC: 2,
  location: 2,
  MISC: 3,
  product: 3,
  'creative-work': 3,
}

/** A file of "word LABEL" lines, IO or BIO; `lines` sentences make a document (texts of many unrelated lines: 1). */
export function columnNames(path: string, lines: number): KindDocument[] {
  const source = readFileSync(join(dataFolder, 'names', path), 'utf8')
  const documents: KindDocument[] = []
  let text = ''
  let marks: { start: number; end: number; kind: number }[] = []
  let inDocument = 0
  let before = 'O'
  const close = () => {
    if (marks.length > 0 || documents.length % 4 === 0)
      documents.push({ text, marks, unsure: [], until: text.length })
    text = ''
    marks = []
    inDocument = 0
  }
  for (const block of source.split(/\n\s*\n/)) {
    before = 'O'
    for (const line of block.split('\n')) {
      const cut = Math.max(line.lastIndexOf('\t'), line.lastIndexOf(' '))
      if (cut <= 0) continue
      const form = line.slice(0, cut).trim()
      const label = line.slice(cut + 1).trim()
      if (form === '' || form === '-DOCSTART-') continue
      if (text !== '' && !/^(?:[,.;:!?%)\]]|'s|n't|'re|'ve|'ll|'d|'m|')$/.test(form) && !text.endsWith('('))
        text += ' '
      const start = text.length
      text += form
      const kind = KINDS[label.slice(2)]
      if (kind !== undefined) {
        const last = marks.at(-1)
        if (last && before.slice(2) === label.slice(2) && !label.startsWith('B-')) last.end = text.length
        else marks.push({ start, end: text.length, kind })
      }
      before = label
    }
    inDocument++
    if (inDocument >= lines) close()
    else text += '\n'
  }
  close()
  return documents
}
