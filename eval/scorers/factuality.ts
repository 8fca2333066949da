// In: MEANTIME's events. Out: macro F1 of certainty, polarity and time.
import type { Modality } from '#parley/language/doc.ts'
import { countClasses, f1, macroF1 } from '../counts.ts'
import { type FactualDocument, type FactualEvent, meantimeEvents } from '../gold/meantime.ts'
import { scorerOf } from '../task.ts'

interface Factuality {
  readonly certainty: string
  readonly polarity: string
  readonly time: string
}

const ASPECTS = ['certainty', 'polarity', 'time'] as const
type Aspect = (typeof ASPECTS)[number]

/** The marks in the classes that are scored; undefined where the annotators left it open. */
const CLASSES: Readonly<Record<Aspect, Readonly<Record<string, string>>>> = {
  certainty: { CERTAIN: 'certain', PROBABLE: 'uncertain', POSSIBLE: 'uncertain' },
  polarity: { POS: 'affirmed', NEG: 'denied' },
  time: { NON_FUTURE: 'not future', FUTURE: 'future' },
}

const FUTURE: ReadonlySet<Modality> = new Set<Modality>([
  'planned',
  'expected',
  'possible',
  'conditional',
  'hypothetical',
])

const goldOf = (event: FactualEvent): Partial<Factuality> => {
  const marks: { -readonly [K in Aspect]?: string } = {}
  for (const aspect of ASPECTS) {
    const label = CLASSES[aspect][event[aspect]]
    if (label !== undefined) marks[aspect] = label
  }
  return marks
}

const ALL = 'factuality of events, MEANTIME, macro F1'
const FOUND = '— events with a stance'

export const factuality = scorerOf<FactualDocument, readonly (Partial<Factuality> | undefined)[]>({
  name: 'factuality',
  data: 'meantime',
  definition:
    "NewsReader's event factuality on given event mentions: certainty (certain; probable or possible), polarity, time (future or not); macro F1 over the classes of each, mean of the three. Marks left empty or underspecified are not scored; an event without a stance counts as missed. Planned, expected, possible, conditional and hypothetical count as future.",
  rows: [
    { name: ALL, floor: 0.65, target: 0.75 },
    ...ASPECTS.map((aspect) => ({ name: `— ${aspect} macro F1` })),
    { name: '— uncertain F1' },
    { name: '— denied F1' },
    { name: '— future F1' },
    { name: FOUND, bounded: false },
  ],
  items: meantimeEvents,
  perfect: ({ events }) => events.map(goldOf),
  nothing: ({ events }) => events.map(() => undefined),
  missing: (layers) => layers.lacks('startDraft', 'tag', 'parse', 'findStances'),
  answer: ({ text, events }, layers) => {
    const { stances, tokens } = layers.read(text)
    const placed = [...stances.values()].map((stance) => ({
      stance,
      start: tokens.start[stance.token]!,
      end: tokens.end[stance.token]!,
    }))
    return events.map((event) => {
      const stance = placed.findLast(({ start, end }) => start < event.end && event.start < end)?.stance
      if (stance === undefined) return undefined
      return {
        certainty: stance.certainty === 'certain' ? 'certain' : 'uncertain',
        polarity: stance.polarity,
        time: FUTURE.has(stance.modality) ? 'future' : 'not future',
      }
    })
  },
  measure: (items, answers) => {
    const events = items.flatMap(({ events }) => events)
    const found = answers.flat()
    const of = (aspect: Aspect) =>
      countClasses(
        events.flatMap((event, i) => {
          const gold = goldOf(event)[aspect]
          return gold === undefined ? [] : [[gold, found[i]?.[aspect]] as const]
        }),
      )
    const classes = { certainty: of('certainty'), polarity: of('polarity'), time: of('time') }
    const means = ASPECTS.map((aspect) => macroF1(classes[aspect]))
    const one = (aspect: Aspect, label: string) =>
      f1(classes[aspect].get(label) ?? { right: 0, found: 0, gold: 0 })
    return {
      [ALL]: { value: means.reduce((sum, { value }) => sum + value, 0) / means.length, n: events.length },
      ...Object.fromEntries(ASPECTS.map((aspect, i) => [`— ${aspect} macro F1`, means[i]!])),
      '— uncertain F1': one('certainty', 'uncertain'),
      '— denied F1': one('polarity', 'denied'),
      '— future F1': one('time', 'future'),
      [FOUND]: {
        value: found.filter((each) => each !== undefined).length / Math.max(1, events.length),
        n: events.length,
      },
    }
  },
  errors: ({ name, text, events }, found) =>
    events.flatMap((event, i) => {
      const gold = goldOf(event)
      const answer = found[i]
      const wrong = ASPECTS.filter(
        (aspect) => gold[aspect] !== undefined && gold[aspect] !== answer?.[aspect],
      )
      if (wrong.length === 0) return []
      const near = `${text.slice(Math.max(0, event.start - 90), event.start)}[[${event.words}]]${text.slice(event.end, event.end + 50)}`
      const what =
        answer === undefined ? 'NO STANCE' : wrong.map((a) => `${gold[a]} → ${answer[a]}`).join(', ')
      return [`${name} ${what} ${JSON.stringify(near)}`]
    }),
})
