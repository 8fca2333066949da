// In: a draft with references. Out: persons whose office is told by "its" or "the union's", each of the body or state meant.
import type { Name, Reference } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { NameWords } from '../names/words.ts'

/** Words of an office at most. */
const LONGEST = 6
const OFFICE = /^(?:NN|NNP|JJ|HYPH|VBG)$/
const PAST = /^(?:former|ex|onetime|late|then)$/

/**
 * "Its chief executive, Ann Lee, said", "Ann Lee, the union's president,": Ann Lee speaks for whom "its" and "the union" mean, at
 * every mention; "its Irish secretary" is no less the union's.
 */
export function findOfficesHeld(draft: Draft, words: NameWords): void {
  const sides = new Map<string, { readonly of: string; readonly not: string | undefined }>()
  const at = new Map(draft.names.map((name) => [name.first, name]))
  const ends = new Map(draft.names.map((name) => [name.last, name]))
  for (const reference of draft.references) {
    const side = sideOf(draft, reference)
    const office = side === '' ? -1 : officeBehind(draft, reference, words)
    if (office < 0) continue
    const { form } = draft.tokens
    const name =
      at.get(form[office + 1] === ',' ? office + 2 : office + 1) ??
      (form[reference.first - 1] === ',' ? ends.get(reference.first - 1) : undefined)
    if (name?.type !== 'person' || sides.has(name.id) || name.id === reference.id) continue
    let inside: Name | undefined
    for (let one = reference.last; one < office; one++) inside ??= at.get(one)
    if (name.of === undefined || name.of === inside?.of) sides.set(name.id, { of: side, not: inside?.of })
  }
  if (sides.size > 0) draft.names = draft.names.map((name) => withSide(name, sides.get(name.id)))
}

const withSide = (
  name: Name,
  side: { readonly of: string; readonly not: string | undefined } | undefined,
): Name => (side && (name.of === undefined || name.of === side.not) ? { ...name, of: side.of } : name)

/** The body or state that a possessive stands for; of "her spokesman" whom she speaks for herself. */
function sideOf({ tokens, names }: Draft, { first, last, id, kind, name }: Reference): string {
  const owns = kind === 'pronoun' ? tokens.tag[first] === 'PRP$' : /^['’]s?$/.test(tokens.form[last] ?? '')
  if (!owns || kind === 'group' || /^(?:phrase|group|event|outlet|place|law):/.test(id)) return ''
  // "The country's president": which country is too often another; "their spokesman" is of people, and no state.
  if (!id.startsWith('person:'))
    return (kind === 'role' || tokens.lower[first] === 'their') && !id.startsWith('org:') ? '' : id
  const isVoice = /^spokes/.test(tokens.lower[kind === 'pronoun' ? last : last + 1] ?? '')
  return isVoice ? (names[name]?.of ?? '') : ''
}

/** The last word of the office behind a possessive, right before a name, a comma or what the office is for; −1 where none stands there. */
function officeBehind({ tokens }: Draft, { last, kind }: Reference, { offices }: NameWords): number {
  const { tag, lower, sent, form } = tokens
  const from = kind === 'pronoun' ? last : last + 1
  for (let at = from; at < from + LONGEST && sent[at] === sent[last - 1]; at++) {
    if (!OFFICE.test(tag[at] ?? '') || PAST.test(lower[at]!)) return -1
    if (offices.has(lower[at]!) && (form[at + 1] === ',' || /^(?:NNP|IN|\.)$/.test(tag[at + 1] ?? '')))
      return at
  }
  return -1
}
