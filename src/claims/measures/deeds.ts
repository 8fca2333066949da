// In: a scene. Out: measures told by a verb alone: "Norway banned imports of fish from Peru", "Canada will cap visas".
import { UPOS } from '../../language/doc.ts'
import type { Row } from '../../language/lexicon.ts'
import type { MeasureType } from '../../model/index.ts'
import { withoutTimes } from '../asides.ts'
import { toValue, unique } from '../fillers.ts'
import { signersOf } from '../instruments.ts'
import { verbRow } from '../phrasal.ts'
import type { Found, Scene } from '../scene.ts'
import { goodsPhrase, originOf, partiesHit } from './hit.ts'
import { measureClaim } from './measure-claim.ts'

const PRON = UPOS.indexOf('PRON')
/** What trade is called; a ban on it is of its own type, and what is traded are the goods. */
const TRADE: Readonly<Record<string, MeasureType>> = {
  import: 'import ban',
  shipment: 'ban',
  purchase: 'ban',
  sale: 'ban',
  export: 'export control',
}

/**
 * A verb of `measure-deeds` (lemma, type, noun) with what it hits as its object or passive subject. The measure is named
 * by the verb's noun: "a ban on imports of fish". Persons and pronouns as object make no measure.
 */
export function deeds(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const rows = scene.rows('measure-deeds')
  const found: Found[] = []
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    if (!grammar.isVerb(verb) || doc.tokens.dep[verb] === 'amod') continue
    const row = verbRow(scene, verb, rows)
    const [object] = row ? grammar.objects(verb) : []
    if (!row || object === undefined || doc.tokens.pos[object] === PRON || fillers.persons(object).length > 0)
      continue
    if (!takesObject(scene, row, object) || isKeptFrom(scene, verb)) continue
    const agents = grammar.isPassive(verb) ? grammar.obliques(verb, 'by') : doersOf(scene, verb)
    const by = unique(agents.flatMap((token) => fillers.parties(token)))
    const told = grammar.conjuncts(object)
    const things = told.filter(
      (token) => fillers.partyNamed(token).length === 0 && !fillers.quantityAt(token),
    )
    const goods = things.flatMap((token) => {
      const traded = TRADE[doc.tokens.lemma[token]!] ? grammar.obliques(token, 'of') : []
      return (traded.length > 0 ? traded : [token]).map((one) => goodsPhrase(scene, one))
    })
    const own = new Set(by.flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id]))
    const on = unique([
      ...told.flatMap((token) => [...partiesHit(scene, token), ...originOf(scene, token)]),
      // "Banned exports of waste to Peru", hung on the exports or the waste.
      ...told
        .flatMap((token) => [token, ...grammar.obliques(token, 'of')])
        .flatMap((token) => grammar.obliques(token, 'to'))
        .flatMap((token) => fillers.partyNamed(token)),
      ...['from', 'to']
        .flatMap((word) => grammar.obliques(verb, word))
        .flatMap((one) => fillers.partyNamed(one)),
    ]).filter((ref) => !own.has(ref.id) && !own.has(fillers.sideOf(ref)?.id ?? ref.id))
    if (by.length === 0 && on.length === 0) continue
    if (row.noun === 'cap' && !told.some((token) => isCapped(scene, token))) continue
    const type = told.map((token) => TRADE[doc.tokens.lemma[token]!]).find((one) => one) ?? row.type
    const rate = grammar
      .obliques(verb, 'at')
      .map((token) => fillers.quantityAt(token))
      .find((one) => one !== undefined)
    const said = withoutTimes(scene, object)
    found.push(
      measureClaim(scene, {
        trigger: verb,
        foundBy: 'measure/deed@1',
        type: type as MeasureType,
        row: { lemma: row.lemma ?? '', effect: 'set', status: 'in force', direction: 'tightens' },
        by,
        on,
        goods,
        rate: rate && (row.noun === 'cap' || rate.unit === '%') ? toValue(rate) : undefined,
        name: { ...said, text: `${row.noun} on ${said.text}` },
        days: scene.days([verb, ...told]),
      }),
    )
  }
  return found
}

/** Who does it; of "signed an order banning travel" who signed. */
function doersOf(scene: Scene, verb: number): number[] {
  const act = scene.doc.tokens.head[verb]!
  if (scene.doc.tokens.dep[verb] !== 'acl' || act < 0)
    return scene.grammar.subjects(verb).flatMap((token) => signersOf(scene, token))
  const signers = signersOf(scene, act)
  return signers.includes(act) ? scene.grammar.subjects(verb) : signers
}

/** "Barred Peru from closing its ports": somebody is kept from a deed. */
const isKeptFrom = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar
    .dependents(verb, 'advcl', 'xcomp')
    .some((token) => doc.tokens.tag[token] === 'VBG' && doc.tokens.lower[token - 1] === 'from')

/** Column `needs` of `measure-deeds`: what its object must be: trade, what is traded, people, or one of these nouns. */
function takesObject({ doc, fillers }: Scene, { needs }: Row, object: number): boolean {
  if (!needs) return true
  const lemma = doc.tokens.lemma[object]!
  if (needs === 'trade') return TRADE[lemma] !== undefined
  if (needs === 'traded')
    return TRADE[lemma] !== undefined || /^goods?$/.test(lemma) || fillers.nameAt(object)?.type === 'good'
  if (needs === 'people') return /^NNP?S$/.test(doc.tokens.tag[object]!) && !fillers.nameAt(object)
  return needs.split('|').includes(lemma)
}

/** What can be capped: what is traded, priced, lent, caught or let in; "capped a year of talks" sets no cap. */
function isCapped({ doc, grammar, rows, fillers }: Scene, object: number): boolean {
  const capped = new Set(
    (rows('measure-nouns').get('cap')?.needs ?? '').split('|').map((one) => one.split('=')[0]!),
  )
  const things = [object, ...grammar.dependents(object, 'compound', 'amod', 'nmod')]
  return things.some((token) => {
    const lemma = doc.tokens.lemma[token]!
    return capped.has(lemma) || TRADE[lemma] !== undefined || fillers.nameAt(token)?.type === 'good'
  })
}
