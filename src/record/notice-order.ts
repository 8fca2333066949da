// In: notices. Out: the same in one order, whoever met them first.
import type { Notice } from '../model/index.ts'

/** Notices stand in the order of these: by path, report, place in it, code and words. */
export const noticeKey = ({ path = '', span, code, message }: Notice): string =>
  [path, span?.report ?? '', String(span?.start ?? 0).padStart(9, '0'), code, message].join('\u0001')

export const inOrder = (notices: readonly Notice[]): Notice[] =>
  notices
    .map((notice) => ({ notice, key: noticeKey(notice) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ notice }) => notice)
