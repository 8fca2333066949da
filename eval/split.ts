// In: the name of a document. Out: whether it is for work (may be read and tuned on) or for check (scored in total only).
import { createHash } from 'node:crypto'

export type Side = 'work' | 'check'

/** Endings that belong to the file's format, not to the document's name. */
const FORMATS = /(\.key)?(\.apf)?\.(tml|xml|sgm|txt|ann|json|naf)$/

/** The name a document is split by: its file's name without folders and format endings ("01_WW2", "APW19980213.1310"). */
export function documentName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(FORMATS, '')
}

/** sha1 of the document's name: first hex digit 0–b is work, c–f is check. */
export function sideOf(path: string): Side {
  const digit = createHash('sha1').update(documentName(path)).digest('hex').charAt(0)
  return digit < 'c' ? 'work' : 'check'
}
