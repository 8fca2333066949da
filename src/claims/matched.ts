// In: a match of a rule card. Out: what its roles give: parties, words, cells of words tables, spans.
import type { Phrase, Ref } from '../model/index.ts'
import type { Filler, Match } from './rules.ts'
import type { Scene } from './sentence/scene.ts'

/** What a card's kind is built from, by the name of the role or of the field set. */
export interface Matched {
  refs(role: string): Ref[]
  phrase(role: string): Phrase | undefined
  phrases(role: string): Phrase[]
  set(field: string): string | undefined
}

export const matchedOf = (match: Match): Matched => ({
  refs: (role) => [...(match.roles.get(role)?.refs ?? [])],
  phrase: (role) => match.roles.get(role)?.phrases[0],
  phrases: (role) => [...(match.roles.get(role)?.phrases ?? [])],
  set: (field) => cell(match, match.rule.card.set[field]),
})

/** "$role.column" is a cell of the row that the role ("trigger" for the trigger itself) matched; else the text itself. */
function cell(match: Match, source: string | undefined): string | undefined {
  if (source === undefined || !source.startsWith('$')) return source
  const [role, column] = source.slice(1).split('.') as [string, string]
  const row = role === 'trigger' ? match.row : match.roles.get(role)?.row
  return row?.[column] || undefined
}

/**
 * "A wall that he vowed to build", "the rules it promised to ease": words that lack what they speak of take in the noun
 * before the relative clause; undefined where that noun names nothing or stands too far off.
 */
export function wholeOf(scene: Scene, match: Match, role: string, said: Phrase): Phrase | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const at = match.roles.get(role)?.tokens[0]
  const noun = tokens.head[match.trigger]!
  if (at === undefined || noun < 0 || noun > match.trigger || !grammar.isVerb(at)) return said
  // "Money that it refused to spend": a pronoun says no more than its noun.
  const isWhole = grammar.dependents(at, 'obj', 'ccomp').some((one) => !RELATIVES.has(tokens.lower[one]!))
  if (tokens.dep[match.trigger] !== 'acl:relcl' || isWhole) return said
  // "The party that vowed to leave": the noun is who vows, and nothing is missing.
  if (grammar.dependents(match.trigger, 'nsubj').every((token) => RELATIVES.has(tokens.lower[token]!)))
    return said
  if (!fillers.isMatter(noun) || match.trigger - noun > 14) return undefined
  let last = at
  while (last + 1 < tokens.count && tokens.end[last + 1]! <= said.end) last++
  return fillers.phraseOf(grammar.phrase(noun, 'short').first, last, at)
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that'])

export function spansOf(
  scene: Scene,
  roles: ReadonlyMap<string, Filler>,
): Record<string, { start: number; end: number }> {
  const spans: Record<string, { start: number; end: number }> = {}
  for (const [name, filler] of roles) {
    const [token] = filler.tokens
    const phrase = filler.phrases[0]
    if (phrase) spans[name] = { start: phrase.start, end: phrase.end }
    else if (token !== undefined)
      spans[name] = { start: scene.doc.tokens.start[token]!, end: scene.doc.tokens.end[token]! }
  }
  return spans
}

const OPENS: ReadonlySet<string> = new Set(['"', '“', '``'])
const CLOSES: ReadonlySet<string> = new Set(['"', '”', "''"])

/** Where the quotation begins that is open at the last of some tokens. */
export function quotesOpen({ doc }: Scene, first: number, last: number): number | undefined {
  let open: number | undefined
  for (let at = first; at <= last; at++) {
    const form = doc.tokens.form[at]!
    if (open !== undefined && CLOSES.has(form)) open = undefined
    else if (OPENS.has(form)) open = at
  }
  return open
}

/** Words that never end inside a quotation: up to its end, or where that is out of sight up to before it. */
export function balanced(scene: Scene, first: number, last: number, head: number): Phrase {
  const { doc, fillers } = scene
  const open = quotesOpen(scene, first, last)
  if (open === undefined) return fillers.phraseOf(first, last, head)
  const end = Math.min(doc.sents[doc.tokens.sent[last]!]!.last, last + QUOTED)
  for (let at = last + 1; at < end; at++)
    if (CLOSES.has(doc.tokens.form[at]!)) return fillers.phraseOf(first, at, head)
  return fillers.phraseOf(first, open > first ? open - 1 : last, head)
}

/** Tokens within which a quotation that has begun is followed to its end. */
const QUOTED = 30
