// In: an attribution. Out: whether its words were left unsaid, and whether they are so all the same.
import type { Doc, Quotation } from '../../language/doc.ts'
import type { Grammar } from './grammar.ts'
import { firstFrom } from './nearby.ts'

interface Place {
  readonly doc: Doc
  readonly grammar: Grammar
}

/** What one does who keeps silent on something: "failed to mention", "refused to say". */
const OMITTING: ReadonlySet<string> = new Set('fail neglect omit forget decline refuse avoid'.split(' '))
/** Verbs that leave something out themselves. */
const HIDING: ReadonlySet<string> = new Set('omit conceal hide'.split(' '))
const NOT: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'without',
  'hardly',
  'rarely',
  'seldom',
  'nor',
])
/** Verbs whose clause may be so or not where they are denied; what one fails to mention, or does not know, is so. */
const OPEN: ReadonlySet<string> = new Set(
  'say tell claim confirm announce report argue suggest state declare insist believe think explain specify write promise'.split(
    ' ',
  ),
)
const NOBODY = /^(?:neither|no|nobody|none|few)\b/i

/** "Did not say that …", "fails to mention …", "without saying …", "is less likely to mention …": nobody tells it there. */
export function isUnsaid(place: Place, quotation: Quotation): boolean {
  if (quotation.form === 'direct' || quotation.cue.length === 0) return false
  const [source] = quotation.source
  if (source && NOBODY.test(place.doc.text.slice(source.start, source.end))) return true
  const verb = cueOf(place, quotation)
  if (verb < 0) return false
  if (HIDING.has(place.doc.tokens.lemma[verb]!)) return true
  return isDenied(place, verb) || isLeftOut(place, verb) || isGuessed(place, verb)
}

/** "Did not say that …": nor is it told to be so; "failed to mention that …" is. */
export const isLeftOpen = (place: Place, quotation: Quotation): boolean =>
  OPEN.has(quotation.cueLemma) && isUnsaid(place, quotation)

function cueOf({ doc: { tokens } }: Place, { cue: [cue], cueLemma }: Quotation): number {
  const word = cueLemma.split(' ')[0]
  for (let at = firstFrom(tokens, cue!.start); at < tokens.count && tokens.start[at]! < cue!.end; at++)
    if (tokens.lemma[at] === word) return at
  return -1
}

/** A word of denial before the verb, with nothing but its auxiliaries and adverbs between. */
function isDenied({ doc: { tokens } }: Place, verb: number): boolean {
  const { lower, tag, sent } = tokens
  for (let at = verb - 1; at >= 0 && sent[at] === sent[verb]; at--) {
    if (NOT.has(lower[at]!)) return lower[at + 1] !== 'only'
    if (!/^(?:MD|VB[DZPN]?|RB)$/.test(tag[at]!)) return false
  }
  return false
}

/** "Lee may believe it": the writer's guess. */
const isGuessed = ({ doc: { tokens }, grammar }: Place, verb: number): boolean =>
  /^(?:believe|think|hope|fear|feel|assume)$/.test(tokens.lemma[verb]!) &&
  grammar.dependents(verb, 'aux').some((aux) => /^(?:may|might)$/.test(tokens.lower[aux]!))

/** "Failed to mention", "is unlikely to mention". */
function isLeftOut(place: Place, verb: number): boolean {
  const { doc, grammar } = place
  const { tokens } = doc
  const over = tokens.head[verb]!
  if (over < 0 || tokens.lower[verb - 1] !== 'to' || !/^(?:xcomp|advcl|acl)/.test(tokens.dep[verb]!))
    return false
  const word = tokens.lower[over]!
  if (OMITTING.has(tokens.lemma[over]!)) return !isDenied(place, over)
  const isLess = grammar.children(over).some((child) => /^(?:less|least|not|n't)$/.test(tokens.lower[child]!))
  return word === 'unlikely' || (word === 'likely' && isLess)
}
