// In: a count. Out: so many made-up reports of one story, each with its own day, outlet and numbers.
import { KARI, type Told, told } from '../fixtures/dossiers.ts'
import { deadline, duty, said, talks } from '../fixtures/readings.ts'

const PLACES = ['Bergen', 'Lima', 'Tromso', 'Cusco', 'Oslo']

/** Reports that differ, and tell of some things alike. */
export const manyTold = (count: number): Told[] =>
  Array.from({ length: count }, (_, at) => {
    const day = `2031-${String(1 + (Math.floor(at / 28) % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
    return told(
      `reports/${at}.txt`,
      { published: day, outlet: `Outlet ${at % 7}`, outside: [at, at + 1000] },
      [
        talks(PLACES[at % PLACES.length]!, { days: [{ value: day }] }),
        duty(20 + (at % 9)),
        deadline(at % 2 === 0 ? '2031-12-01' : undefined, at % 4),
        said(KARI, `We will land ${at % 11} thousand tonnes, and no more.`),
      ],
    )
  })
