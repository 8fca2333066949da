// In: a scene and what a measure hits. Out: the goods in their own words, with the tariff code told behind them.
import { type Doc, UPOS } from '../../language/doc.ts'
import type { Phrase } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

const ADP = UPOS.indexOf('ADP')
const OF_GOODS: ReadonlySet<string> = new Set([
  'of',
  'from',
  'like',
  'as',
  'including',
  'such',
  'outside',
  'beyond',
])

/** Goods in their own words: what follows them by "in", "to", "over" belongs to the deed ("on steel in a move …"). */
export function goodsPhrase({ doc, grammar, fillers }: Scene, token: number): Phrase {
  const whole = grammar.phrase(token, 'short')
  const { last } = whole
  // "Their bottles": whose they are is not in their name; nor is "that" of "told them that cod will pay".
  const isOutside = doc.tokens.tag[whole.first] === 'PRP$' || doc.tokens.lower[whole.first] === 'that'
  let first = isOutside ? Math.min(whole.first + 1, token) : whole.first
  // "Since 3 May all steel has paid 25 %", taken for one phrase.
  for (let at = token - 1; at >= first; at--) if (fillers.timeAt(at)) first = at + 1
  let end = token
  let from = false
  for (let at = token + 1; at <= last; at++) {
    const word = doc.tokens.lower[at]!
    from ||= word === 'from'
    if (doc.tokens.pos[at] === ADP && !OF_GOODS.has(word) && !(from && word === 'in')) break
    if (fillers.timeAt(at) || fillers.quantityAt(at)?.unit === '%') break
    // "Cod of Peru subject to the levy".
    if (/^(?:subject|liable)$/.test(word) && doc.tokens.lower[at + 1] === 'to') break
    // "Flights, suspended by Peru, …": what is told of them is none of their name.
    const isAside =
      /^(?:VB[DNG]|W.*)$/.test(doc.tokens.tag[at + 1] ?? '') ||
      /^(?:due|exempt|free|liable|subject|worth)$/.test(doc.tokens.lower[at + 1] ?? '')
    if (doc.tokens.form[at] === ',' && isAside) break
    end = at
  }
  while (
    end > token &&
    /^(?:[,;:–—-]|of|from|like|as|including|such|and|or|the|an?|in|effective|starting|beginning)$/.test(
      doc.tokens.lower[end]!,
    )
  )
    end--
  return fillers.phraseOf(first, withCode(doc, end), token)
}

/** A number of the Harmonized System: a chapter and heading, then a subheading and national digits. */
const CODE = String.raw`\d{4}(?:\.?\d{2}){0,3}`
/** "Chips (HS 8541.10)", "aluminium under headings 7601 and 7604", right behind the goods. */
const CODED = new RegExp(
  String.raw`^ ?(?:\( ?)?(?:(?:classified )?(?:under|of|in|within) )?(?:the )?(?:HS|HTS(?:US)?|CN|(?:sub|tariff )?headings?|tariff (?:lines?|codes?|subheadings?))(?: codes?| headings?)?:? ${CODE}(?:(?:, | and | or | to |, and )${CODE})*(?: ?\))?(?![\d%])`,
)

/** The last token of goods with the tariff code told behind them. */
function withCode(doc: Doc, last: number): number {
  const { tokens, text } = doc
  const behind = text.slice(tokens.end[last]!, tokens.end[last]! + 160).replace(/\s/g, ' ')
  const length = CODED.exec(behind)?.[0].length
  if (length === undefined) return last
  let at = last
  while (at + 1 < tokens.count && tokens.end[at + 1]! <= tokens.end[last]! + length) at++
  return at
}
