// In: a parsed draft with names. Out: verbs of giving with two objects: whom it is given to, and what.
import type { Draft } from '../draft.ts'
import { headOf, NOUNS, VERB } from './tree-steps.ts'

/** Verbs of which a name right behind them is given what stands next. */
const GIVES: ReadonlySet<string> = new Set(
  'offer promise grant give hand award deny send lend pay sell show allow guarantee pledge owe'.split(' '),
)
/** What a second nominal begins with that is no part of the name before it. */
const OPENS = /^(?:DT|CD|PRP\$|\$)$/
const INSIDE = /^(?:det|nummod|amod|advmod|compound|nmod:poss|punct)/
/** Names that may share what is given. */
const MOST = 4

/** "Offered Peru and Chile an exemption", "promised Peru 40 million dollars": the names are given it. */
export function mendGiven(draft: Draft): void {
  const { tokens, names } = draft
  const { head, dep, tag, pos, lemma, lower, sent, count } = tokens
  for (let at = 0; at < names.length; at++) {
    const first = names[at]!.first
    const verb = lower[first - 1] === 'the' ? first - 2 : first - 1
    if (verb < 0 || pos[verb] !== VERB || !GIVES.has(lemma[verb]!) || sent[verb] !== sent[first]) continue
    let to = at
    while (to - at < MOST && isJoined(draft, to)) to++
    const heads = names.slice(at, to + 1).map((name) => headOf(draft, name))
    const next = names[to]!.last
    if (next >= count || sent[next] !== sent[verb]) continue
    let thing = next
    while (INSIDE.test(dep[thing]!) && head[thing]! > thing) thing = head[thing]!
    if (
      !NOUNS.has(pos[thing]!) ||
      sent[thing] !== sent[verb] ||
      draft.times.some((time) => time.first === next)
    )
      continue
    // "Peru and Chile copper" is no name; "Peru copper" may be.
    const apart = to > at || OPENS.test(tag[next]!)
    if (!apart && dep[heads[0]!] === 'compound') continue
    const hangs = head[thing] === verb ? /^(?:obj|obl)/.test(dep[thing]!) : heads.includes(head[thing]!)
    if (!hangs && !(head[heads[0]!] === verb && dep[thing] === 'appos')) continue
    heads.forEach((token, n) => {
      head[token] = n === 0 ? verb : heads[0]!
      dep[token] = n === 0 ? 'iobj' : 'conj'
    })
    head[thing] = verb
    dep[thing] = 'obj'
  }
}

/** "Peru and Chile", "Peru, Chile and Kenya": a name joined to the next. */
function isJoined({ tokens: { lower, sent }, names }: Draft, at: number): boolean {
  const name = names[at]!
  const next = names[at + 1]
  if (!next || sent[next.first] !== sent[name.first]) return false
  const between = lower.slice(name.last, next.first).filter((word) => word !== 'the')
  return between.length > 0 && between.length < 3 && between.every((word) => word === 'and' || word === ',')
}
