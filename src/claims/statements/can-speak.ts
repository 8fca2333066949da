// In: a quotation without a named speaker. Out: whether its source is somebody who speaks, or a paper that is read.
import type { Quotation } from '../../language/doc.ts'
import type { Range } from '../../model/index.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { meantBy } from './teller.ts'

/** The head noun of an unresolved source is somebody: an office, a role, a group of people, a body. */
export function canSpeak(scene: Scene, quotation: Quotation): boolean {
  const [given] = quotation.source
  if (!given) return false
  const meant = meantBy(scene, given)
  const source = meant ?? given
  const people = scene.rows('speaker-nouns')
  const ordinary = meant ? undefined : scene.rows('private-nouns')
  const offices = scene.lexicon.list('offices')
  const { tokens } = scene.doc
  for (
    let at = tokenAt(scene, source.start);
    at >= 0 && at < tokens.count && tokens.start[at]! < source.end;
    at++
  ) {
    const head = tokens.head[at]!
    // "A person close to the owners": the noun before, whatever the parser hung it on.
    const isKnowing =
      /^(?:close|familiar|briefed)$/.test(tokens.lower[at + 1] ?? '') && tokens.start[at + 1]! < source.end
    const outside =
      isKnowing || head < 0 || tokens.start[head]! < source.start || tokens.start[head]! >= source.end
    if (!outside) continue
    // "One of the envoys": an envoy.
    if (tokens.lower[at + 1] === 'of' && /^(?:CD|DT|JJ)$/.test(tokens.tag[at]!))
      return canBeOne(scene, at, source)
    const name = scene.fillers.nameAt(at)
    if (name)
      return name.type !== 'product' && name.type !== 'good' && name.type !== 'law' && name.type !== 'outlet'
    const noun = tokens.lemma[at]!
    if (/^(?:TO|VB)$/.test(tokens.tag[at]!)) return false
    return (
      people.has(noun) ||
      offices.has(tokens.lower[at]!) ||
      (!meant && isByTrade(scene, at)) ||
      isTellingPaper(scene, at, quotation) ||
      // In the name of a paper others' words are told.
      (ordinary?.has(noun) === true && !scene.rows('paper-nouns').has(noun))
    )
  }
  return false
}

/** "One of the envoys", "several of its members": the first noun behind is somebody who speaks. */
function canBeOne(scene: Scene, of: number, source: Range): boolean {
  const { tokens } = scene.doc
  for (let at = of + 2; at < tokens.count && tokens.start[at]! < source.end; at++)
    if (tokens.tag[at]!.startsWith('NN'))
      return (
        scene.rows('speaker-nouns').has(tokens.lemma[at]!) ||
        scene.rows('private-nouns').has(tokens.lemma[at]!)
      )
  return false
}

/** "Rice millers", "two pollsters": several who are called by what they do. */
const isByTrade = ({ doc: { tokens } }: Scene, at: number): boolean =>
  tokens.tag[at] === 'NNS' &&
  !/^(?:obl|nmod)/.test(tokens.dep[at]!) &&
  TRADE.test(tokens.lower[at]!) &&
  !THINGS.has(tokens.lemma[at]!)
const TRADE = /\p{L}{3}(?:ers|ors|ists|ians|men|women)$/u
/** Things whose names end as those of trades do. */
const THINGS: ReadonlySet<string> = new Set(
  (
    'answer banner barrier border center cluster computer corner counter disaster disorder error factor figure filter finger ' +
    'folder helicopter indicator island layer ledger letter manner marker matter member meter mirror motor newspaper number ' +
    'offer order other paper parameter pointer poster power quarter register reminder river rumor sector server shelter specimen ' +
    'sticker tanker theater trailer transfer tremor tumor vector weather winter'
  ).split(' '),
)

/** "The joint statement said that …", "the decree adds that …": papers that sides, states and courts put out, in verbs of saying. */
const isTellingPaper = ({ doc: { tokens } }: Scene, at: number, { cueLemma }: Quotation): boolean =>
  PAPERS.has(tokens.lemma[at]!) && !MEDIA.test(tokens.lower[at - 1] ?? '') && STATING.has(cueLemma)
/** "Media reports": what others wrote, told again. */
const MEDIA = /^(?:media|news|press|newspaper|television|tv|radio)$/
const PAPERS: ReadonlySet<string> = new Set(
  (
    'communique communiqué complaint declaration decree filing indictment lawsuit letter memo memorandum notice order petition ' +
    'proclamation report resolution ruling statement suit summary text verdict'
  ).split(' '),
)
const STATING: ReadonlySet<string> = new Set(
  'say state add note warn declare stress reaffirm affirm stipulate specify conclude allege argue acknowledge call'.split(
    ' ',
  ),
)
