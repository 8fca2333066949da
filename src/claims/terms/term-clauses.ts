// In: a scene and a verb. Out: whether a clause tells what is owed or laid down, of whom, and in whose words.
import type { Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

/** Verbs of which an agreement is the subject where they tell what stands in it: "the deal provides for", "it permits". */
export const LAYS_DOWN: ReadonlySet<string> = new Set(
  'provide permit allow require oblige obligate commit bind entitle cover call foresee envisage stipulate specify set cap limit ban bar forbid prohibit guarantee grant freeze exempt exclude introduce establish swap replace run last'.split(
    ' ',
  ),
)

/** Verbs by which a text asks others for something: "the resolution calls on Norway to", "the declaration demanded that". */
export const ASKS: ReadonlySet<string> = new Set(['call', 'demand', 'urge'])

/** Verbs that tell it too, or only what comes of it: taken where the deal is to do it ("would cut"), by no one's verdict. */
export const CHANGES: ReadonlySet<string> = new Set(
  'give cut lower reduce raise increase lift remove abolish scrap extend keep maintain restore double triple halve protect preserve create phase open reopen'.split(
    ' ',
  ),
)

/** Verbs that tell what comes of a deal, or what somebody makes of it. */
export const COMMENTS: ReadonlySet<string> = new Set(
  'be mean help make need like love prefer say expect hope welcome mark benefit hurt cost save boost ease avoid avert come have depend require take continue face struggle want see bring lead become represent give allow seem appear know think end hit fall'.split(
    ' ',
  ),
)

/** "Would be called the Lima Pact", "will be known as": a name, and nothing owed. */
export const isNaming = ({ doc, grammar }: Scene, verb: number): boolean =>
  /^(?:name|dub|title|rename|know)$/.test(doc.tokens.lemma[verb]!) ||
  (doc.tokens.lemma[verb] === 'call' &&
    grammar.isPassive(verb) &&
    !/^(?:for|on|off)$/.test(doc.tokens.lower[verb + 1] ?? ''))

/** What comes of a deal, or what it needs to stand: "create jobs", "require further study". */
const EFFECTS: ReadonlySet<string> = new Set(
  'job growth opportunity uncertainty chance problem wealth revenue risk incentive certainty confidence work time patience study effort attention approval ratification consent vote trade investment cost price burden'.split(
    ' ',
  ),
)

/** Verbs that tell such effects as often as terms. */
const EFFECTING: ReadonlySet<string> = new Set(
  'create require protect preserve increase raise reduce lower double triple cost boost open give'.split(' '),
)

/** "Would create thousands of jobs", "will require further study", "would raise prices": no promise of anybody. */
export function isEffect({ doc, grammar }: Scene, verb: number): boolean {
  const { lemma } = doc.tokens
  if (!EFFECTING.has(lemma[verb]!)) return false
  const objects = grammar.objects(verb)
  return objects
    .flatMap((object) => [object, ...grammar.obliques(object, 'of')])
    .some((object) => EFFECTS.has(lemma[object]!))
}

const DUE: ReadonlySet<string> = new Set(['will', 'shall', 'must', 'would', "'ll"])

/** "Will pay", "is to pay", "pays": what is laid down, not what was done. */
export const owes = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((aux) => DUE.has(doc.tokens.lower[aux]!)) ||
  isToBe({ doc, grammar }, verb)

/** "The union is to receive it". */
export const isToBe = ({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, verb: number): boolean => {
  const { lower, lemma, tag } = doc.tokens
  // On the surface too, wherever a parser hangs the "to".
  const isBehind =
    tag[verb] === 'VB' && lower[verb - 1] === 'to' && /^(?:is|are)$/.test(lower[verb - 2] ?? '')
  if (isBehind && grammar.dependents(verb, 'nsubj', 'nsubj:outer').length > 0) return true
  const marks = grammar.dependents(verb, 'mark').filter((mark) => lower[mark] === 'to')
  return marks.some((mark) => lemma[mark - 1] === 'be' && /^VB[ZP]$/.test(tag[mark - 1]!))
}

/** Who "is to" do it: the noun before. */
export const subjectOfToBe = ({ grammar, doc }: Scene, verb: number): number => {
  const [mark = verb] = grammar.dependents(verb, 'mark').filter((one) => doc.tokens.lower[one] === 'to')
  return Math.max(0, mark - 2)
}

/** Who is to do it; of a passive the doers; of "Peru's share is to rise" nobody. */
export const subjectsOf = (scene: Scene, verb: number): Ref[] => {
  const own = scene.grammar.subjects(verb)
  const all = own.length === 0 && isToBe(scene, verb) ? [subjectOfToBe(scene, verb)] : own
  return all.filter((token) => !isThing(scene, token)).flatMap((token) => scene.fillers.parties(token))
}

/** Whether somebody's own words hold the verb: a verdict more often than a term. */
export const isInMarks = (scene: Scene, verb: number): boolean =>
  scene.attributions(verb).some(({ form }) => form === 'direct')

/** What a clause is said of: who does it, or what is done to. */
export const toldOf = ({ grammar }: Scene, verb: number): number | undefined =>
  grammar.dependents(verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')[0] ?? grammar.subjects(verb)[0]

/** A duty, a fee, a quota: what an accord sets. */
export const isThing = ({ rows, doc }: Pick<Scene, 'rows' | 'doc'>, noun: number): boolean =>
  ['measure-nouns', 'agreement-nouns', 'accord-things'].some((table) =>
    rows(table).has(doc.tokens.lemma[noun]!),
  )
