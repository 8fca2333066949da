// In: the scorers. Out: all of them in the order of the scoreboard.
import type { Scorer } from '../task.ts'
import { acts } from './acts.ts'
import { belief } from './belief.ts'
import { briefs, mixed } from './briefs.ts'
import { disputes } from './disputes.ts'
import { factuality } from './factuality.ts'
import { credits, paths, speakers } from './judged.ts'
import { madrid } from './madrid.ts'
import { names } from './names.ts'
import { official } from './official.ts'
import { origins, upstream } from './origins.ts'
import { parsing } from './parsing.ts'
import { precision } from './precision.ts'
import { quantities } from './quantities.ts'
import { quotations } from './quotations.ts'
import { sameEvents } from './same-events.ts'
import { sentences } from './sentences.ts'
import { stories } from './stories.ts'
import { times, wikiwars } from './times.ts'

export const scorers: readonly Scorer[] = [
  sentences,
  parsing,
  names,
  times,
  wikiwars,
  quantities,
  quotations,
  paths,
  speakers,
  factuality,
  acts,
  madrid,
  stories,
  briefs,
  mixed,
  official,
  precision,
  belief,
  disputes,
  origins,
  upstream,
  credits,
  sameEvents,
]
