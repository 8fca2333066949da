// In: nothing. Out: nouns whose infinitive tells what is planned.

/** "The decision to leave", "the threat of Peru to tax cod". */
export const PLANS: ReadonlySet<string> = new Set(
  'strategy plan effort bid attempt push move campaign drive proposal initiative threat decision pledge promise vow'.split(
    ' ',
  ),
)
