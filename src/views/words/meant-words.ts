// In: words of a report and the evidence they are of. Out: the same with the names of those whom they only point at.
import type { Evidence } from '../../model/index.ts'
import { quoted } from '../lines/line.ts'
import { oneLine } from './safe-text.ts'

/** Words for showing, and as they are understood: "He [Ann Lee] left" is "Ann Lee left". */
export interface Named {
  readonly shown: string
  readonly understood: string
}

/** Characters behind a pronoun by which it is found again. */
const BEHIND = 12

/** Words with the name of each whom they mean by "he" or "the company"; no name that stands in `line` is told twice. */
export function withNames(words: string, { quote, spans, meant = [] }: Evidence, line: string): Named {
  const [span] = spans
  if (!span || spans.length > 1) return { shown: words, understood: words }
  let [shown, understood] = [words, words]
  for (const { start, end, name } of meant) {
    const behind = quote.slice(end - span.start, end - span.start + BEHIND)
    const pointing = oneLine(quote.slice(start - span.start, end - span.start))
    // A space that ends or begins the words is part of what they are found by.
    const found = `${pointing}${quoted(behind.replace(/\s+/g, ' ')).text}`
    const at = wordAt(shown, found)
    if (at < 0) continue
    const last = name.replace(/'s$/, '').split(' ').at(-1)!
    const isShown = line.includes(last)
    // "The minister's [Ann Lee] plan": behind the ending that the word has.
    const to = at + pointing.length
    const behindWord = to + (/^['’]s?(?!\p{L})/u.exec(shown.slice(to))?.[0].length ?? 0)
    if (!isShown) shown = `${shown.slice(0, behindWord)} [${name}]${shown.slice(behindWord)}`
    const place = wordAt(understood, found)
    if (place >= 0)
      understood = `${understood.slice(0, place)}${name}${understood.slice(place + pointing.length)}`
  }
  return { shown, understood }
}

/** Where words begin that stand as words. */
function wordAt(text: string, words: string): number {
  const at = text.indexOf(words)
  return at > 0 && /\p{L}/u.test(text[at - 1]!) ? -1 : at
}
