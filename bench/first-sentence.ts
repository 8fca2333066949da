// In: nothing. Out: on standard output the wall and CPU milliseconds from the start of the process to the first sentence read.
import { home, loadEngine } from '#parley/reading/engine.ts'
import { readDoc } from '#parley/reading/read-report.ts'

const engine = loadEngine()
const text = 'Delegates from Peru and Chile met in Lima on Monday.'
const doc = readDoc(
  {
    id: 'first',
    path: home,
    authors: [],
    genre: 'news',
    genreBy: 'given',
    language: 'en',
    text,
    parts: [{ start: 0, end: text.length, role: 'body', n: 0 }],
    published: { how: 'none' },
    source: { mediaType: 'text/plain', sha256: '', extractor: 'none' },
    derivedFrom: [],
  },
  engine,
)
if (doc.tokens.count === 0) throw new Error('nothing was read')
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ wall: performance.now(), cpu: (user + system) / 1000 }))
