// In: TimeBank, AQUAINT (TIMEX3) and WikiWars (TIMEX2). Out: texts with their marked times and the day they were written.
import { filesIn, readText } from '../data.ts'
import { documentName, type Side, sideOf } from '../split.ts'
import { readMarkedText } from './marked-text.ts'

export interface GoldTime {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly type: string
}

export interface TimeDocument {
  readonly name: string
  readonly text: string
  /** Day of writing, "" where the document gives none. */
  readonly written: string
  readonly times: readonly GoldTime[]
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/

function inside(source: string, tag: string): string {
  const start = source.indexOf('>', source.indexOf(`<${tag}`)) + 1
  return source.slice(start, source.indexOf(`</${tag}>`, start))
}

/** TimeML 1.2: the TIMEX3 inside TEXT; empty ones (times that the text only implies) are left out, as in TempEval-3. */
export function parseTimeMl(name: string, source: string): TimeDocument {
  const { text, marks } = readMarkedText(inside(source, 'TEXT'))
  const written = /<DCT>[\s\S]*?value="([^"]*)"/.exec(source)?.[1] ?? ''
  return {
    name,
    text,
    written: ISO_DAY.exec(written)?.[0] ?? '',
    times: marks
      .filter((mark) => mark.tag === 'TIMEX3' && mark.end > mark.start)
      .map(({ start, end, attributes }) => ({
        start,
        end,
        value: attributes.value ?? '',
        type: attributes.type ?? '',
      })),
  }
}

/** WikiWars' inline key (Mazur & Dale 2010): TIMEX2 inside TEXT; `val` may be absent (times without a value). */
export function parseWikiWars(name: string, source: string): TimeDocument {
  const { text, marks } = readMarkedText(inside(source, 'TEXT'))
  const written = /<DATETIME>[\s\S]*?val="([^"]*)"/i.exec(source)?.[1] ?? ''
  return {
    name,
    text,
    written: ISO_DAY.exec(written)?.[0] ?? '',
    times: marks
      .filter((mark) => mark.tag === 'TIMEX2')
      .map(({ start, end, attributes }) => ({
        start,
        end,
        value: attributes.val ?? '',
        type: 'set' in attributes ? 'SET' : '',
      })),
  }
}

export function timeBankAndAquaint(side: Side): TimeDocument[] {
  return ['TimeBank', 'AQUAINT'].flatMap((folder) =>
    filesIn(`dates/tbaq/${folder}`, '.tml')
      .filter((file) => sideOf(file) === side)
      .map((file) => parseTimeMl(documentName(file), readText(`dates/tbaq/${folder}/${file}`))),
  )
}

export function wikiWars(side: Side): TimeDocument[] {
  return filesIn('dates/wikiwars/keyinline', '.key.xml')
    .filter((file) => sideOf(file) === side)
    .map((file) => parseWikiWars(documentName(file), readText(`dates/wikiwars/keyinline/${file}`)))
}
