// In: a statement. Out: how much it says beside other statements.
import type { EntryOf } from '../../model/index.ts'
import { openIn } from './open-words.ts'
import { isHeadline, substanceOf } from './substance.ts'

/** What a report retells it found worth retelling; what it quotes whole is as often said well as it says much. */
const OF_FORM: Readonly<Record<EntryOf<'statement'>['body']['form'], number>> = {
  indirect: 1,
  mixed: 0.85,
  direct: 0.5,
}

/** Verbs that bind or deny, beside those that only say. */
const BINDING =
  /^(?:threaten|warn|refuse|refusal|reject|deny|offer|propose|promise|pledge|vow|demand|insist|agree|announce|confirm|rule|commit|accept|estimate|forecast|order|decide|require|ask|request|urge)$/
const BINDS = 1.2
/** What cannot be understood alone. */
const LEAVES_OPEN = 0.75
/** A headline says in few words what the report says in full. */
const IN_A_HEADLINE = 0.5

/** A factor: 1 for what is retold without number, day or condition. */
export const weightOfStatement = ({
  body,
  evidence,
}: Pick<EntryOf<'statement'>, 'body' | 'evidence'>): number =>
  OF_FORM[body.form] *
  substanceOf(body.content) *
  (BINDING.test(body.cue) ? BINDS : 1) *
  (openIn(body.content) ? LEAVES_OPEN : 1) *
  (evidence.every(isHeadline) ? IN_A_HEADLINE : 1)
