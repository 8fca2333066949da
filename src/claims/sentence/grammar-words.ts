// In: nothing. Out: words by which the grammar of clauses tells who does what: verbs of giving, judging and saying, and who a bare infinitive is of.

/** Verbs of which somebody is given something. */
export const GIVING: ReadonlySet<string> = new Set('offer promise grant give hand award deny'.split(' '))

/** "Killed, by Norwegian tallies", "rejected by a wide margin": how it was counted or sent, nobody who did it. */
export const COUNTED_BY: ReadonlySet<string> = new Set(
  'tally count estimate account figure reckoning calculation margin definition standard default chance mistake accident means phone telephone video mail letter email air sea land rail road train'.split(
    ' ',
  ),
)
/** Verbs whose subject, not whose object, does what the complement says ("promised Peru to sign"). */
export const SUBJECT_CONTROL: ReadonlySet<string> = new Set([
  'promise',
  'vow',
  'pledge',
  'threaten',
  'agree',
  'refuse',
])

/** Verbs whose object does what the infinitive says, wherever the parser hung it ("called on Peru to sign"). */
export const OBJECT_CONTROL: ReadonlySet<string> = new Set([
  'persuade',
  'convince',
  'urge',
  'ask',
  'tell',
  'order',
  'press',
  'pressure',
  'push',
  'lobby',
  'beg',
  'warn',
  'request',
  'force',
  'compel',
  'call',
  'appeal',
  'plead',
])

/** Verbs whose object did what stands behind "for" or "of". */
export const JUDGING: ReadonlySet<string> = new Set(
  'criticise criticize blame accuse condemn denounce praise thank fault fine punish attack slam blast commend applaud rebuke chide sue hail'.split(
    ' ',
  ),
)

/** Participles by which who speaks goes on speaking. */
export const SAYING: ReadonlySet<string> = new Set(
  'add cite note warn refer urge call describe stress quote speak accuse argue insist say express blame point promise vow ask'.split(
    ' ',
  ),
)

export const TELLING: ReadonlySet<string> = new Set(['tell', 'say', 'report'])
