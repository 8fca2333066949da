// In: a scene, what is done to a measure. Out: whether it comes to nothing: dropped, refused, only asked for or talked of.
import { isActual } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'
import { isSupposed } from './measure-claim.ts'

/** What tells nothing of a measure: that it is not even spoken of ("a deal to avert imposing"), that somebody hopes to escape it. */
export function isMoot(scene: Scene, { token, row }: Doing): boolean {
  const { polarity, modality } = scene.epistemics(token)
  if (polarity === 'denied' && modality === 'hypothetical') return true
  if (isDropped(scene, token) || isOnlyAble(scene, token) || isTalkedOf(scene, token)) return true
  if (isSupposed(scene, token) || (polarity !== 'denied' && isRefusedIn(scene, token))) return true
  if (isAskedFor(scene, token) || wouldHave(scene, token) || isOrElse(scene, token)) return true
  const isByItself = row.effect === 'end' && row.uses === 'subject'
  if (row.effect !== 'stand' && !isByItself && isOwed(scene, token)) return true
  return row.subject === 'target' && /^(?:postpone|suspend)$/.test(row.effect ?? '') && !isActual(modality)
}

/** "Over its refusal to lift the ban": not done, however it is parsed. */
const isRefusedIn = ({ doc, grammar }: Scene, token: number): boolean =>
  grammar
    .dependents(token, 'mark')
    .some((to) => /^(?:failure|refusal|reluctance|unwillingness)$/.test(doc.tokens.lower[to - 1] ?? ''))

/** "Exchanged positions on the lifting of the ban", "discussed lifting it": what words or a meeting are about. */
function isMatterOfTalk({ doc, grammar }: Scene, token: number): boolean {
  const { dep, head, lemma } = doc.tokens
  let at = token
  for (let steps = 0; steps < 4 && dep[at] === 'conj' && head[at]! >= 0; steps++) at = head[at]!
  const over = head[at] ?? -1
  if (over < 0) return false
  if (dep[at] === 'obj' || dep[at] === 'xcomp') return TALKS_OF.has(lemma[over]!)
  const isAbout = [at, token].some((one) => ABOUT.test(grammar.caseOf(one)))
  // "Held talks on lifting the ban", hung on the verb.
  const near = [at, over, ...(grammar.isVerb(over) ? grammar.objects(over) : [])].filter((one) => one < token)
  return isAbout && near.some((one) => TALK.has(lemma[one]!) || TALKS_OF.has(lemma[one]!))
}

const ABOUT = /^(?:on|about|over|regarding|concerning)$/
const TALK: ReadonlySet<string> = new Set(
  'argument consultation conversation debate dialogue disagreement discussion exchange idea meeting negotiation opinion position question session stance talk thought understanding view'.split(
    ' ',
  ),
)
const TALKS_OF: ReadonlySet<string> = new Set(
  'argue confer consult debate discuss disagree exchange explore haggle negotiate raise speak talk'.split(
    ' ',
  ),
)

/** "Lifting the ban had been accepted in principle", "ending the duty is up to Peru": a deed that is only talked of. */
const isTalkedOf = (scene: Scene, token: number): boolean => {
  const { doc, grammar } = scene
  const { dep, head, tag } = doc.tokens
  if (isMatterOfTalk(scene, token)) return true
  const over = head[token]!
  if (tag[token] !== 'VBG' || over < token || !grammar.isVerb(over)) return false
  // The only subject there is, hung as a clause beside it.
  const isOnly = dep[token] === 'advcl' && grammar.dependents(over, 'nsubj').length === 0
  return isOnly || /^(?:csubj|nsubj)/.test(dep[token]!)
}

/** "Asks for a quota and for the suspension of the duties": a deed that is a noun and only asked for, which positions tell. */
function isAskedFor({ doc, grammar }: Scene, token: number): boolean {
  const { dep, head, lemma } = doc.tokens
  if (grammar.isVerb(token)) return false
  let at = token
  for (let steps = 0; steps < 4 && at >= 0 && !grammar.isVerb(at); steps++) {
    if (at !== token && ASKED.has(lemma[at]!)) return true
    if (!/^(?:conj|obj|obl|nmod)/.test(dep[at]!)) return false
    at = head[at]!
  }
  return at >= 0 && ASKS.has(lemma[at]!)
}

const ASKS: ReadonlySet<string> = new Set(
  'appeal ask call clamour clamor demand insist petition plead press push request seek urge want'.split(' '),
)
const ASKED: ReadonlySet<string> = new Set('appeal call demand insistence petition plea request'.split(' '))

/** "Would have ended on 17 June": what did not come. */
const wouldHave = ({ doc, grammar }: Scene, token: number): boolean => {
  const aux = grammar.dependents(token, 'aux').map((one) => doc.tokens.lower[one]!)
  return aux.includes('have') && aux.some((word) => /^(?:would|could|might|should)$/.test(word))
}

/** "Must lift its ban", "has to scrap the quota": what somebody says ought to be done, which positions tell; under an accord it is agreed. */
function isOwed({ doc, grammar }: Scene, token: number): boolean {
  const { dep, head, lemma, lower } = doc.tokens
  const isDue = grammar.dependents(token, 'aux').some((one) => /^(?:must|should|ought)$/.test(lower[one]!))
  const over = dep[token] === 'xcomp' ? head[token]! : -1
  const hasTo = over >= 0 && /^(?:have|ought|need)$/.test(lemma[over]!)
  const isAgreed = [token, ...(over >= 0 ? [over] : [])].some((at) =>
    ['under', 'by'].some((word) => grammar.obliques(at, word).some((one) => ACCORD.test(lemma[one]!))),
  )
  return (isDue || hasTo) && !isAgreed
}

const ACCORD =
  /^(?:accord|agreement|compromise|deal|decision|framework|judgment|law|order|pact|ruling|terms?|treaty)$/

/** "Has until Monday, or faces a probe": what is to come if not. */
const isOrElse = ({ doc, grammar }: Scene, token: number): boolean =>
  grammar
    .dependents(token, 'cc')
    .some((one) => doc.tokens.lower[one] === 'or' && doc.tokens.form[one - 1] === ',')

const DROPS: ReadonlySet<string> = new Set([
  'avert',
  'avoid',
  'prevent',
  'stop',
  'block',
  'abandon',
  'drop',
  'scrap',
  'shelve',
  'ditch',
])
/** What is done to a threat that is over: "withdrew its threat". */
const WITHDRAWS: ReadonlySet<string> = new Set([
  'withdraw',
  'revoke',
  'lift',
  'remove',
  'retract',
  'rescind',
  'recede',
  'back',
])

/** What somebody could do, or goes without: "the power to tax", "without lifting the ban". */
const ABLE: ReadonlySet<string> = new Set(
  'ability authority flexibility discretion power right capacity freedom option chance able free way tool'.split(
    ' ',
  ),
)

/** "Has the authority to lift", "curb its ability to impose", "without first lifting": nothing is planned, let alone done. */
function isOnlyAble({ doc, grammar }: Scene, token: number): boolean {
  const { dep, head, lemma, lower } = doc.tokens
  const marks = grammar.dependents(token, 'mark', 'case').map((mark) => lower[mark])
  if (marks.includes('without')) return true
  let first = token
  while (dep[first] === 'conj' && head[first]! >= 0) first = head[first]!
  const to = grammar.dependents(first, 'mark').find((mark) => lower[mark] === 'to')
  if (to === undefined) return false
  // "The authority to tax", also where the parser hangs it on "give".
  return (head[first]! >= 0 && ABLE.has(lemma[head[first]!]!)) || ABLE.has(lemma[to - 1] ?? '')
}

/** "Looking to avert the threat to impose", "abandoned plans to impose": what is not to be, or is no longer, planned. */
function isDropped({ doc, grammar }: Scene, token: number): boolean {
  const { dep, head, lemma, lower, tag } = doc.tokens
  let at = token
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    if (grammar.children(at).some((child) => /^(?:not|n't|never|no)$/.test(lower[child]!))) return false
    // "Left after Peru imposed a duty": what a clause of its own tells is none of what the verb above does.
    if (/^(?:advcl|acl:relcl|parataxis)/.test(dep[at]!) && /^VB[DPZ]$/.test(tag[at]!)) return false
    const noun = !grammar.isVerb(at)
    // "Without any assurance that Peru will lift the ban".
    if (noun && at !== token && grammar.caseOf(at) === 'without') return true
    at = head[at]!
    if (at >= 0 && (DROPS.has(lemma[at]!) || (noun && steps === 0 && WITHDRAWS.has(lemma[at]!)))) return true
  }
  return false
}
