// In: a short line. Out: the authors it names, where it is a byline ("Written by …", "By A and B, Agency").

const NAME =
  "\\p{Lu}[\\p{L}.'’-]*(?:(?: (?:de|del|della|di|da|dos|la|le|van|von|den|der|bin|al|el|ter|ten)){0,2} \\p{Lu}[\\p{L}.'’-]*){1,4}"
const STARTS =
  /^(?:(?:written|posted|reported|published|words|story|text|analysis|opinion|compiled|edited|reviewed|column|commentary|article|report) by|by|(?:words|text|author|authors|reporter):)\s*:?\s+/iu
const ONE_NAME = new RegExp(`^${NAME}$`, 'u')

/** The names of a byline in order, or undefined where the line is none. */
export function bylineOf(block: string): string[] | undefined {
  const line = block.slice(0, 300).replace(/\s+/g, ' ').trim()
  const start = STARTS.exec(line)
  if (!start || line.length > 200) return undefined
  const rest = line.slice(start[0].length)
  if (!/^[@\p{Lu}]/u.test(rest) || /[.!?]["”]?$/.test(rest.replace(/\b(?:\p{L}\.)+$/u, ''))) return undefined
  const told = rest.split(/\s*[|•·—–(]\s*|\s+(?:-|on|for|updated|published|posted)\s+|,?\s+\d/i)[0]!
  const people = namesOf(told)
    .split(/\s*(?:,|;|&|\band\b|\bwith\b)\s*/u)
    .map((name) => name.replace(/ in \p{Lu}.*$/u, '').trim())
    .map((name) => (name === name.toUpperCase() ? titled(name) : name))
    .filter((name) => name !== '')
  const named: string[] = []
  for (const name of people) {
    if (!ONE_NAME.test(name)) break
    named.push(name)
  }
  if (named.length > 0) return named
  return people.length === 1 && rest.split(' ').length <= 4 ? people : undefined
}

/** The people of a byline: behind the last "and" or the only name, a comma brings their desk or agency. */
function namesOf(told: string): string {
  const comma = told.indexOf(',', Math.max(0, told.search(/ (?:and|&) /)))
  return comma < 0 ? told : told.slice(0, comma)
}

const titled = (name: string) =>
  name
    .toLowerCase()
    .replace(/(^|[ '’-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
