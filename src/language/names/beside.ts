// In: a board, the tokens of a name or an office. Out: the state or body told right before or behind them.
import { type Board, type Found, nameAt } from './found.ts'

/** What a name gives as a side: a state itself, a ministry's state, an organisation itself. */
export function sideOf(one: Found): string {
  if (one.type === 'government') return one.of || (one.id.includes(':') ? '' : one.id)
  // A town lends its state's side only where it is the state's capital.
  if (one.type === 'place') return one.form === 'capital' || !one.id.includes(':') ? one.of : ''
  if (one.type === 'organisation' || one.type === 'outlet') return one.id
  return ''
}

const SKIP = new Set(
  'senior top chief former then deputy vice new current acting outgoing incoming longtime veteran hardline first second lead leading embattled main state - ex the'.split(
    ' ',
  ),
)

/** "China's …", "Chinese …", "U.S. …" before token `first`, over a few adjectives. */
export function sideBefore(board: Board, first: number): string {
  const { lower, sent, start, end } = board.draft.tokens
  const begin = board.draft.sents[sent[first]!]!.first
  let i = first - 1
  for (let steps = 0; i >= begin && steps < 4; steps++) {
    if (lower[i] === "'s" || lower[i] === "'") {
      i--
      continue
    }
    const name = nameAt(board, i)
    if (name)
      return POSTED.test(lower.slice(i + 1, first + 3).join(' ')) ? senderOf(board, name) : sideOf(name)
    if (!SKIP.has(lower[i]!) || (lower[i] === '-' && end[i] !== start[i + 1])) return ''
    i--
  }
  return ''
}

/** Who is sent to a body by a state: "U.N. ambassador", "permanent WTO representative". */
const POSTED = /^(?:deputy |permanent |acting |chief )*(?:ambassador|envoy|representative|delegate)\b/

/**
 * "Peru's WTO envoy", "Finnish U.N. ambassador": the state before the body to which somebody is sent.
 */
function senderOf(board: Board, body: Found): string {
  const { lower } = board.draft.tokens
  const isOwned = /^['’]s?$/.test(lower[body.first - 1] ?? '')
  const state = nameAt(board, body.first - (isOwned ? 2 : 1))
  const sender = state && body.type !== 'person' ? sideOf(state) : ''
  return sender === '' ? sideOf(body) : sender
}

/** "ministry of Japan", "the commerce ministry in Beijing". */
export function sideAfterOf(board: Board, last: number): string {
  const { lower } = board.draft.tokens
  if (lower[last] !== 'of' && lower[last] !== 'in') return ''
  let i = last + 1
  if (lower[i] === 'the') i++
  const name = nameAt(board, i)
  return name && (name.form === 'name' || name.form === 'capital') ? name.of : ''
}
