// In: a stand told by a verb that else only says something. Out: whether its clause makes no stand of it.
import type { Match } from '../rules.ts'
import type { Scene } from '../sentence/scene.ts'
import { hasSide } from './own-stands.ts'
import { isTabled } from './stand-matters.ts'

/**
 * A column `clause` of `stance-verbs` says which clause makes a stand of a verb that else only says something: `own`, what
 * the party itself would do ("warned that it would sue"); `asked`, what is to be ("insists that it be paid"), not what is;
 * `none` no clause ("protested that it was late"); `duty` only what must or should be ("says the treaty should cover
 * it"), told by one who has a say; `would` that the verb stands with that word ("would like votes").
 */
export function isOnlySaid(scene: Scene, { trigger, row, roles }: Match): boolean {
  const { grammar, doc } = scene
  const { tokens } = doc
  const [content] = roles.get('content')?.tokens ?? []
  if (row?.clause === 'would')
    return (
      // "Would like to stress that": words to come.
      (content !== undefined && grammar.isInfinitive(content) && STRESSES.has(tokens.lemma[content]!)) ||
      !grammar.dependents(trigger, 'aux').some((aux) => /^(?:would|'d)$/.test(tokens.lower[aux]!)) ||
      (content !== undefined &&
        grammar.dependents(content, 'aux').some((aux) => tokens.lower[aux] === 'have'))
    )
  if (row?.clause === 'duty') return content === undefined || !isDuty(scene, trigger, content, roles)
  if (content === undefined) return false
  // "I want to be clear", "she wants to thank": words about the speaker's own words.
  const said = scene.rows('speech-verbs').get(tokens.lemma[content]!)
  const infinitive = grammar.isInfinitive(content)
  if (infinitive && !scene.grammar.isVerb(content) && SPOKEN.has(tokens.lemma[content]!)) return true
  const mine = grammar.subjects(trigger)
  if (infinitive && row?.lemma === 'want' && EFFECTS.has(tokens.lemma[content]!)) return true
  // "Sought to reassure dockers": an effort in words, no demand.
  if (
    infinitive &&
    row?.lemma === 'seek' &&
    (EFFECTS.has(tokens.lemma[content]!) || (said?.kind === 'speech' && !said.frames?.includes('person')))
  )
    return true
  if (infinitive && said?.kind === 'speech' && mine.some((token) => OWN.has(tokens.lower[token]!)))
    return true
  // "Refused to condemn the quota": a silence, no stand against it.
  const judges = said?.kind === 'speech' && /^object(?: of| as)?$/.test(said.frames ?? '')
  if (infinitive && row?.lemma === 'refuse' && tokens.lemma[content] === 'rule') return true
  // "Refused to name a figure": what is asked of it in talks.
  const isTerm = grammar.dependents(content, 'obj').some((at) => TERMS.has(tokens.lemma[at]!))
  if (infinitive && row?.lemma === 'refuse' && judges && !isTerm && !TREATED.has(tokens.lemma[content]!))
    return true
  if (!row?.clause || !(tokens.dep[content] === 'ccomp' || isSaidBehind(scene, trigger, content)))
    return false
  if (row.clause === 'none') return true
  if (row.clause === 'own') return !isOwnThreat(scene, content, mine)
  const words = grammar.dependents(content, 'aux', 'cop').map((token) => tokens.lower[token]!)
  const asked =
    words.some((word) => /^(must|should)$/.test(word)) ||
    // "That it be paid"; "that it will be paid" foresees.
    (words.includes('be') && !words.some((word) => /^(?:will|would|can|could|may|might|to)$/.test(word))) ||
    (words.length === 0 && tokens.tag[content] === 'VB')
  return !asked
}

/** Bodies that study or report and bargain for nothing. */
const STUDIES =
  /\b(?:institute|university|college|school|cent(?:er|re)|foundation|society|observatory|think tank)\b/i

/** "The levy should go, Peru said": the clause before its saying. */
const isSaidBehind = ({ doc: { tokens } }: Scene, trigger: number, content: number): boolean =>
  tokens.dep[trigger] === 'parataxis' && tokens.head[trigger] === content

/** "That the treaty should cover it": of somebody with a say, of something else than himself, and not of what is past. */
function isDuty(scene: Scene, trigger: number, content: number, roles: Match['roles']): boolean {
  const { grammar, doc, fillers, rows } = scene
  const { lower, dep, tag } = doc.tokens
  if (dep[content] !== 'ccomp' && !isSaidBehind(scene, trigger, content)) return false
  const words = grammar.dependents(content, 'aux', 'cop').map((at) => lower[at]!)
  if (!words.some((word) => word === 'must' || word === 'should') || words.includes('have')) return false
  const about = grammar.dependents(content, 'nsubj', 'nsubj:pass')
  const said = (tokens: readonly number[]) =>
    tokens.flatMap((at) => fillers.parties(at)).map((ref) => fillers.sideOf(ref)?.id ?? ref.id)
  const own = said(grammar.subjects(trigger))
  if (
    about.length === 0 ||
    about.some((at) => tag[at]!.startsWith('PRP') || /^(?:this|that|there)$/.test(lower[at]!))
  )
    return false
  if (said(about).some((id) => own.includes(id))) return false
  // "The sun should come out", "the right should not extend": nobody can settle it.
  const isSettled = (at: number) =>
    isTabled(scene, at) ||
    fillers.parties(at).length > 0 ||
    rows('actor-nouns').has(doc.tokens.lemma[at]!) ||
    rows('private-nouns').has(doc.tokens.lemma[at]!)
  if (!about.some(isSettled)) return false
  const parties = roles.get('party')?.refs ?? []
  const offices = rows('speaker-nouns')
  return parties.every(({ id, name }) => {
    if (id.startsWith('org:')) return !STUDIES.test(name)
    if (!id.startsWith('person:')) return true
    const titles = doc.names.flatMap((one) => (one.id === id && one.title ? [one.title.toLowerCase()] : []))
    if (titles.length === 0) return hasSide(scene, { id, name })
    return !titles.some((title) => offices.has(title.split(' ').at(-1)!))
  })
}

/** "That it would sue", "that the fees will rise unless …": the party's own deed, or what comes if it is not heard. */
function isOwnThreat({ doc, grammar, fillers }: Scene, verb: number, speakers: readonly number[]): boolean {
  const { lower } = doc.tokens
  const modals = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const sides = (tokens: readonly number[]) =>
    tokens
      .flatMap((token) => fillers.parties(token))
      .map((ref) => {
        const side = fillers.sideOf(ref) ?? ref
        return (fillers.sideOf(side) ?? side).id
      })
  const mine = sides(speakers)
  // "It" is a state's own, not people's.
  const many = speakers.some(
    (token) => fillers.nameAt(token)?.type !== 'government' && lower[token]!.endsWith('s'),
  )
  const doers = grammar.dependents(verb, 'nsubj').filter((token) => !(many && lower[token] === 'it'))
  const own = sides(doers).some((side) => mine.includes(side))
  if (own) return modals.some((word) => FUTURE.has(word))
  const unheard = grammar.dependents(verb, 'advcl').some((clause) => {
    const { first, last } = grammar.phrase(clause, 'clause')
    for (let at = first; at <= last; at++) if (UNHEARD.has(lower[at]!)) return true
    return false
  })
  return unheard && modals.includes('will')
}

/** What talks do with a matter, though it is done in words. */
const TREATED: ReadonlySet<string> = new Set(
  'discuss debate address publish renounce retract veto disavow'.split(' '),
)
/** What a side is asked to put on the table. */
const TERMS: ReadonlySet<string> = new Set('figure number amount sum price date day deadline'.split(' '))
/** What one does to how something looks or feels. */
const EFFECTS: ReadonlySet<string> = new Set(
  'minimize minimise calm ease soothe assuage allay quell distance portray frame cast paint reassure persuade convince play justify explain'.split(
    ' ',
  ),
)
const FUTURE: ReadonlySet<string> = new Set(['will', 'would', 'could', 'may', 'might', 'shall', "'ll"])
const UNHEARD: ReadonlySet<string> = new Set(['unless', 'not', "n't", 'no', 'without', 'fails', 'fail'])
const STRESSES: ReadonlySet<string> = new Set(
  'stress emphasise emphasize underline underscore note thank congratulate remind reiterate repeat clarify add say tell'.split(
    ' ',
  ),
)
const OWN: ReadonlySet<string> = new Set(['i', 'we'])
const SPOKEN: ReadonlySet<string> = new Set(['clear', 'honest', 'sure', 'careful', 'frank', 'fair', 'blunt'])
