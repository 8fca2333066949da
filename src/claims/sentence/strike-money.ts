// In: a read report, a noun. Out: whether it only names what money is for: "strike pay", "the strike fund".
import type { Doc } from '../../language/doc.ts'

const MONEY: ReadonlySet<string> = new Set(
  'assistance benefit benefits check checks cheque cheques fund funds money pay stipend stipends'.split(' '),
)

/** "The strike pay starts on the eighth day": no strike does, however what stands behind it is parsed. */
export const isStrikeMoney = ({ tokens: { lemma, lower } }: Doc, noun: number): boolean =>
  /^(?:strike|lockout|stoppage|walkout)$/.test(lemma[noun]!) && MONEY.has(lower[noun + 1] ?? '')
