// In: a scene, a verb of giving a term. Out: whether the bill that gives it was made law, is only proposed, or nothing is told.
import { isActual } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

/** What may become law and is none yet. */
const BILLS: ReadonlySet<string> = new Set(
  'bill measure plan proposal resolution legislation package amendment draft offer stopgap version text order decree'.split(
    ' ',
  ),
)
/** Verbs by which a bill becomes law, by one hand or by all chambers. */
const MAKES: ReadonlySet<string> = new Set(['sign', 'enact'])
const PASSES: ReadonlySet<string> = new Set(['pass', 'approve', 'adopt', 'clear'])
/** Chambers that pass a bill first, and what only readies one. */
const CHAMBER = /^(?:house|chamber|commons|assembly|committee|panel)$/

/** What became of the bill that "funds the ministry until 3 May", "would lift the cap until June". */
export function fateOf(scene: Scene, verb: number): 'law' | 'proposed' | undefined {
  const { grammar, doc } = scene
  const { lower, lemma, dep, head, tag } = doc.tokens
  const modal = grammar
    .dependents(verb, 'aux')
    .some((aux) => /^(?:would|could|might|may|should)$/.test(lower[aux]!))
  // "Signed a bill on Friday to fund it until May", parsed as an aim of the signing.
  const aimed =
    dep[verb] === 'advcl' && lower[verb - 1] === 'to'
      ? grammar.objects(head[verb]!).find((token) => token < verb && BILLS.has(lemma[token]!))
      : undefined
  const isClause = /^acl/.test(dep[verb]!) || aimed !== undefined
  const noun = aimed ?? (isClause ? head[verb]! : grammar.subjects(verb)[0])
  const bill = noun !== undefined && noun >= 0 && BILLS.has(lemma[noun]!) ? noun : undefined
  if (modal && (bill !== undefined || isClause)) return 'proposed'
  // "Would amend it so that it funds the ministry": what stands under an aim is not done.
  const over = grammar.isVerb(head[verb] ?? -1) ? head[verb]! : -1
  if (
    over >= 0 &&
    dep[verb] === 'advcl' &&
    grammar.dependents(verb, 'mark').some((mark) => lower[mark] === 'so')
  )
    return isActual(scene.epistemics(over).modality) ? undefined : 'proposed'
  if (bill === undefined || !isClause) return undefined
  const doing = grammar.governor(bill)
  if (doing < 0 || !grammar.isVerb(doing)) return undefined
  const { polarity, modality } = scene.epistemics(doing)
  const isObject = grammar.objects(doing).includes(bill)
  const done = polarity === 'affirmed' && isActual(modality) && /^VB[DN]$/.test(tag[doing]!) && isObject
  if (done && MAKES.has(lemma[doing]!)) return 'law'
  if (done && PASSES.has(lemma[doing]!))
    return (byOneChamber(scene, doing) && !nextSays(scene, doing, SIGNED)) || nextSays(scene, doing, SENT_ON)
      ? 'proposed'
      : 'law'
  return isObject ? 'proposed' : undefined
}

const SIGNED = /\b(?:signed|enacted) (?:it|the (?:bill|measure|act|law|legislation|resolution))\b/

const SENT_ON =
  /^(?:it|the (?:bill|measure|resolution|legislation)) (?:now |then )?(?:returns|goes|moves|heads|must (?:now )?(?:go|return)) (?:now |back )?to the\b/

/** "The House cleared the bill. The president signed it the same day", "… The bill now returns to the other chamber." */
function nextSays({ doc }: Scene, verb: number, what: RegExp): boolean {
  const next = doc.sents[doc.tokens.sent[verb]! + 1]
  return next !== undefined && what.test(doc.tokens.lower.slice(next.first, next.last).join(' '))
}

/** "The Senate passed", unless it did so with the other, or last. */
function byOneChamber(scene: Scene, verb: number): boolean {
  const { doc, grammar } = scene
  const doers = [...grammar.subjects(verb), ...grammar.obliques(verb, 'by')]
  const chambers = doers.filter((token) => CHAMBER.test(doc.tokens.lower[token]!))
  return chambers.length === 1 && doers.length === 1
}
