// In: CoNLL-U. Out: documents with raw text, sentences and words with their characters.
import { readText } from '../data.ts'

export interface Word {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  /** Index of the head in the sentence, −1 for the root. */
  readonly head: number
  readonly deprel: string
  readonly misc: string
  /** Characters in the document's text; words of a multi-word token share its characters. */
  readonly start: number
  readonly end: number
}

export interface GoldSentence {
  readonly start: number
  readonly end: number
  readonly words: readonly Word[]
}

export interface GoldDocument {
  readonly name: string
  readonly text: string
  readonly sentences: readonly GoldSentence[]
}

/**
 * CoNLL-U (universaldependencies.org/format): sentences joined by a space, paragraphs (`# newpar`) by an empty line.
 * GUM says how many sentences a block and those it begins with hold ("# newpar_block = p (6 s) | figure (1 s) |
 * caption (1 s)"); what follows the last sentence of any of them is a new paragraph.
 */
export function parseConllu(source: string): GoldDocument[] {
  const documents: GoldDocument[] = []
  let name = ''
  let text = ''
  let sentences: GoldSentence[] = []
  let newParagraph = false
  let leftInBlocks: number[] = []
  const close = () => {
    if (sentences.length > 0) documents.push({ name, text, sentences })
    text = ''
    sentences = []
  }
  for (const block of source.split(/\n\s*\n/)) {
    const lines = block.split('\n')
    let sentenceText = ''
    const rows: string[][] = []
    for (const line of lines) {
      if (line.startsWith('# newdoc')) {
        close()
        name = line.slice(line.indexOf('=') + 1).trim()
      } else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block')) newParagraph = true
      else if (line.startsWith('# newpar_block')) leftInBlocks = blockLengths(line)
      else if (line.startsWith('# text =')) sentenceText = line.slice(8).trim()
      else if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'))
    }
    if (rows.length === 0) continue
    if (text !== '') text += newParagraph ? '\n\n' : ' '
    leftInBlocks = leftInBlocks.map((left) => left - 1)
    newParagraph = leftInBlocks.includes(0)
    const start = text.length
    text += sentenceText
    sentences.push({ start, end: text.length, words: wordsOf(rows, sentenceText, start) })
  }
  close()
  return documents
}

/** How many sentences each block of a line "# newpar_block" holds; bold and italic words are no blocks. */
function blockLengths(line: string): number[] {
  return line
    .slice(line.indexOf('=') + 1)
    .split(' | ')
    .filter((block) => !/^\s*(?:hi|incident)\b/.test(block))
    .map((block) => Number(/\((\d+) s\)/.exec(block)?.[1] ?? Number.NaN))
}

function wordsOf(rows: readonly string[][], text: string, offset: number): Word[] {
  const words: Word[] = []
  let at = 0
  let lastOfMulti = 0
  let multi = { start: 0, end: 0 }
  const take = (form: string) => {
    const found = text.indexOf(form, at)
    const start = found < 0 ? at : found
    at = found < 0 ? at : start + form.length
    return { start: offset + start, end: offset + at }
  }
  for (const row of rows) {
    const id = row[0]!
    if (id.includes('.')) continue
    const form = row[1]!
    if (id.includes('-')) {
      multi = take(form)
      lastOfMulti = Number(id.slice(id.indexOf('-') + 1))
      continue
    }
    const { start, end } = Number(id) <= lastOfMulti ? multi : take(form)
    words.push({
      form,
      upos: row[3]!,
      xpos: row[4]!,
      head: Number(row[6]) - 1,
      deprel: row[7]!,
      misc: row[9]!,
      start,
      end,
    })
  }
  return words
}

const cache = new Map<string, GoldDocument[]>()

/** The documents of a file of `parsing/`, read once. */
export function treebank(file: string): GoldDocument[] {
  let documents = cache.get(file)
  if (documents === undefined) {
    documents = parseConllu(readText(`parsing/${file}`))
    cache.set(file, documents)
  }
  return documents
}
