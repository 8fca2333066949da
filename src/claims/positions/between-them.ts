// In: who tells a position of another. Out: whether he stands between the sides: what he tells, no opponent tells.
import type { Doc, Name } from '../../language/doc.ts'
import type { Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

const BETWEEN: ReadonlySet<string> = new Set('mediator facilitator intermediary conciliator'.split(' '))
const GOING_BETWEEN: ReadonlySet<string> = new Set('mediate facilitate broker'.split(' '))

const known = new WeakMap<Doc, ReadonlySet<string>>()

/** Whether the report tells that he, or his state, mediates; or "both sides" without him take the stand. */
export function isBetween(scene: Scene, trigger: number, party: Ref, teller: Ref): boolean {
  const side = scene.fillers.sideOf(teller)?.id ?? teller.id
  const between = known.get(scene.doc) ?? mediatorsOf(scene.doc)
  known.set(scene.doc, between)
  if (between.has(teller.id) || (between.has(side) && !between.has(party.id))) return true
  const { tokens, references } = scene.doc
  return references.some(({ kind, first, id }) => {
    if (kind !== 'group' || tokens.sent[first] !== tokens.sent[trigger] || first > trigger) return false
    const members = id.replace(/^group:/, '').split('+')
    return (
      members.length > 1 &&
      scene.grammar.subjects(trigger).some((token) => token >= first && token < first + SHORT) &&
      members.includes(party.id) &&
      !members.includes(side)
    )
  })
}

/** Words of "the two neighbouring countries", at most. */
const SHORT = 5

/** Ids, and states, of those told to mediate: "Oman, which mediates", "Eva Lind, the mediator", "mediators Oman and Kenya". */
function mediatorsOf({ tokens, names }: Doc): ReadonlySet<string> {
  const { form, lower, lemma, sent } = tokens
  const found = new Set<string>()
  const behind = ({ first, last }: Name): boolean => {
    if (form[last] !== ',' || sent[last + 1] !== sent[first]) return false
    const isClause = /^(?:who|which)$/.test(lower[last + 1] ?? '')
    for (let at = last + 1; at < Math.min(tokens.count, last + 7) && form[at] !== ','; at++)
      if ((isClause ? GOING_BETWEEN : BETWEEN).has(lemma[at]!)) return sent[at] === sent[first]
    return false
  }
  const isLinked = (one: Name | undefined, first: number): boolean =>
    one?.last === first - 1 && found.has(one.id)
  for (const [n, name] of names.entries()) {
    const { first, id, of } = name
    const by = lower[first - 1] === 'the' ? first - 2 : first - 1
    const before =
      BETWEEN.has(lemma[first - 1] ?? '') ||
      (lower[by] === 'by' && GOING_BETWEEN.has(lemma[by - 1] ?? '')) ||
      (/^(?:and|,)$/.test(lower[first - 1] ?? '') && isLinked(names[n - 1], first))
    if (!(before || behind(name)) || !/^(?:person|government|place|organisation)$/.test(name.type)) continue
    found.add(id)
    if (of !== undefined) found.add(of)
  }
  return found
}
