// In: any text. Out: the same as inert HTML.
import { withoutSteering } from '../words/safe-text.ts'

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML text or a quoted attribute: no character of it can begin markup, steer the page or turn the writing direction. */
export const html = (text: string): string =>
  withoutSteering(text).replace(/[&<>"']/g, (char) => NAMED[char] ?? '')

/** An id as an HTML id: letters, digits, "-" and "_" only. */
export const anchor = (id: string): string => `x-${id.replace(/[^A-Za-z0-9_-]/g, '-')}`
