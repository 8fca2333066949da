// In: a scene and the finds so far. Out: the steps of a measure whose rates are told as a row: "10 % on 1 July, 15 % on 1 August".
import type { Quantity, TimeExpression } from '../../language/doc.ts'
import { isActual, type MeasurePart } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { toValue } from '../sentence/fillers.ts'
import type { Found, Scene } from '../sentence/scene.ts'

interface Rung {
  readonly rate: Quantity
  readonly time: TimeExpression
}

/** Sentences back in which the measure is looked for that a row of rates belongs to. */
const BACK = 6

/** One claim a rung, of the measure told last before it; none where no measure with its imposer was told near. */
export function findLadders(scene: Scene, before: readonly Found[]): Found[] {
  return [...rungsOf(scene)].flatMap(([sentence, rungs]) => {
    if (rungs.length < 2 || isDone(scene, before, sentence) || isOfShares(scene, sentence)) return []
    const measure = measureBefore(scene, before, sentence)
    return measure ? rungs.map((rung, at) => step(scene, rung, rungs[at - 1], measure)) : []
  })
}

/** By sentence, rates each right before a day of its own. */
function rungsOf(scene: Scene): Map<number, Rung[]> {
  const { doc } = scene
  const times = new Map(doc.times.map((time) => [time.first, time]))
  const rungs = new Map<number, Rung[]>()
  for (const rate of doc.quantities) {
    const time = times.get(rate.last) ?? times.get(rate.last + 1)
    const sentence = scene.sentenceOf(rate.first)
    if (rate.unit !== '%' || time?.type !== 'DATE' || scene.sentenceOf(time.first) !== sentence) continue
    const list = rungs.get(sentence)
    if (list) list.push({ rate, time })
    else rungs.set(sentence, [{ rate, time }])
  }
  return rungs
}

/** "Their share rose from 1 % in 2019 to 8 %": per cent of something else, where no measure is named. */
function isOfShares({ doc, rows }: Scene, sentence: number): boolean {
  const { first, last } = doc.sents[sentence]!
  const words = doc.tokens.lemma.slice(first, last)
  return words.some((word) => SHARES.has(word)) && !words.some((word) => rows('measure-nouns').has(word))
}

const SHARES: ReadonlySet<string> = new Set(
  'demand growth inflation majority margin output participation poll price production profit sale share stake support turnout unemployment vote yield'.split(
    ' ',
  ),
)

/** "It was raised to 12 % on 8 May and lowered to 9 % on 20 June": steps told as done are no schedule. */
const isDone = (scene: Scene, found: readonly Found[], sentence: number): boolean =>
  found.some((one) => {
    const { about } = one.body as { about?: MeasurePart }
    return (
      about?.thread === 'measure' &&
      /^(?:raise|lower)$/.test(about.effect) &&
      about.rate !== undefined &&
      isActual(one.epistemics?.modality ?? 'held') &&
      scene.sentenceOf(one.trigger) === sentence
    )
  })

function measureBefore(scene: Scene, found: readonly Found[], sentence: number): MeasurePart | undefined {
  let best: { sentence: number; part: MeasurePart } | undefined
  for (const one of found) {
    const { about } = one.body as { about?: MeasurePart }
    if (about?.thread !== 'measure' || about.type !== 'tariff' || about.by.length === 0) continue
    const own = scene.sentenceOf(one.trigger)
    if (own > sentence || own < sentence - BACK) continue
    if (!best || own > best.sentence || (own === best.sentence && about.rate && !best.part.rate))
      best = { sentence: own, part: about }
  }
  return best?.part
}

function step(scene: Scene, { rate, time }: Rung, previous: Rung | undefined, measure: MeasurePart): Found {
  const down = previous !== undefined && previous.rate.value > rate.value
  const effect = down ? 'lower' : 'raise'
  const { authority: _authority, ...rest } = measure
  return {
    kind: 'act',
    trigger: rate.first,
    foundBy: 'measure/ladder@1',
    // A row of days is a schedule, not what happened.
    epistemics: { polarity: 'affirmed', modality: 'planned' },
    body: {
      type: `tariff: ${effect}`,
      plover: down ? 'AGREE' : 'COERCE',
      actor: measure.by,
      recipient: measure.on,
      object: measure.name,
      about: {
        ...rest,
        rate: toValue(rate),
        effect,
        status: 'announced',
        direction: down ? 'eases' : 'tightens',
      },
    },
    days: [claimDay(scene.doc, time, 'from')],
  }
}
