// In: what an instrument does to a duty, by its parts. Out: the find that says so.
import type { Quantity } from '../../language/doc.ts'
import type { ClaimDay, MeasureEffect, MeasureStatus, Phrase, Ref } from '../../model/index.ts'
import { toValue } from '../sentence/fillers.ts'
import type { Found, Scene } from '../sentence/scene.ts'

export interface DutyAct {
  readonly trigger: number
  readonly foundBy: string
  readonly by: readonly Ref[]
  readonly on: readonly Ref[]
  readonly rate?: Quantity | undefined
  readonly effect: MeasureEffect
  readonly days: readonly ClaimDay[]
  readonly name: Phrase
  readonly modality: 'held' | 'planned' | 'conditional'
  readonly condition?: Phrase | undefined
  /** None for goods at large. */
  readonly goods?: readonly Phrase[]
  readonly also?: readonly number[]
}

const STATUS: Partial<Record<MeasureEffect, MeasureStatus>> = { suspend: 'suspended', end: 'ended' }
const EASES: ReadonlySet<MeasureEffect> = new Set(['lower', 'suspend', 'end', 'exempt'])
const TIGHTENS: ReadonlySet<MeasureEffect> = new Set(['set', 'raise', 'resume', 'expand'])

/** The claim that an instrument does this to a duty. */
export function dutyClaim(scene: Scene, act: DutyAct): Found {
  const { rate, effect, by, on, name } = act
  return {
    kind: 'act',
    trigger: act.trigger,
    foundBy: act.foundBy,
    epistemics: {
      polarity: 'affirmed',
      modality: act.modality,
      ...(act.condition ? { condition: act.condition } : {}),
    },
    alsoSentences: (act.also ?? []).filter((one) => one !== scene.sentenceOf(act.trigger)),
    body: {
      type: `tariff: ${effect}`,
      plover: EASES.has(effect) ? 'AGREE' : 'COERCE',
      actor: [...by],
      recipient: [...on],
      object: name,
      about: {
        thread: 'measure',
        type: 'tariff',
        by: [...by],
        on: [...on],
        goods: [...(act.goods ?? [])],
        ...(rate ? { rate: toValue(rate) } : {}),
        effect,
        status: STATUS[effect] ?? 'in force',
        ...(EASES.has(effect) ? { direction: 'eases' as const } : {}),
        ...(TIGHTENS.has(effect) ? { direction: 'tightens' as const } : {}),
        name,
      },
    },
    days: act.days,
  }
}

/** The rates told in tokens `[first, last)`, in their order. */
export const ratesIn = (scene: Scene, first: number, last: number): Quantity[] =>
  scene.doc.quantities.filter((one) => one.unit === '%' && one.first >= first && one.last <= last)

const DUTY: ReadonlySet<string> = new Set(['duty', 'tariff', 'surcharge'])

/** The words that name a duty in tokens `[first, last)`: "additional ad valorem rate of duty"; undefined where none. */
export function dutyName(scene: Scene, first: number, last: number): Phrase | undefined {
  const { tokens } = scene.doc
  // A title in capitals names the section, not the duty.
  for (let at = first; at < last; at++) {
    if (!DUTY.has(tokens.lemma[at]!) || tokens.form[at] !== tokens.lower[at]) continue
    let from = at
    while (
      from > first &&
      /^(rates?|of|additional|ad|valorem|duty|reciprocal|customs|import|heightened|country-specific)$/.test(
        tokens.lower[from - 1]!,
      )
    )
      from--
    return scene.fillers.phraseOf(from, at, at)
  }
  return undefined
}
