// In: nothing. Out: the page's own small script: filter, marks, unfolding. The page is whole without it.

/** Runs in the reader's browser. It reads the page and hides or opens parts of it; it writes no text from reports. */
export const SCRIPT = `
(() => {
  const box = document.getElementById('filter')
  const bar = document.getElementById('tools')
  if (!box || !bar) return
  bar.hidden = false
  const lines = [...document.querySelectorAll('main .line')]
  // What merely stands around a sentence is not what its line says.
  const own = (line) =>
    [...line.querySelectorAll('.around')].reduce((text, around) => text.replace(around.textContent, ' '), line.textContent)
  const texts = new Map(lines.map((line) => [line, own(line).toLowerCase()]))
  const count = document.getElementById('count')
  const chosen = new Set()
  const chips = [...bar.querySelectorAll('button[data-mark]')]
  const apply = () => {
    const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean)
    const active = words.length + chosen.size > 0
    let shown = 0
    for (const line of lines) {
      const text = texts.get(line)
      const marked = [...chosen].every((mark) => line.querySelector(':scope > summary .mark.' + mark + ', :scope > .tail .mark.' + mark))
      const fits = !active || (words.every((word) => text.includes(word)) && marked)
      line.classList.toggle('hidden', !fits)
      if (fits) shown++
    }
    for (const item of document.querySelectorAll('main li'))
      item.classList.toggle('hidden', active && !item.querySelector('.line:not(.hidden)'))
    for (const item of document.querySelectorAll('main li'))
      if (active && !item.classList.contains('hidden')) {
        const own = item.querySelector(':scope > .line')
        if (own) own.classList.remove('hidden')
      }
    for (const row of document.querySelectorAll('main tbody tr'))
      row.classList.toggle('hidden', active && !row.querySelector('.line:not(.hidden)'))
    for (const section of document.querySelectorAll('main section[data-lines]'))
      section.classList.toggle('hidden', active && !section.querySelector('.line:not(.hidden)'))
    count.textContent = active ? shown + ' of ' + lines.length : ''
  }
  box.addEventListener('input', apply)
  for (const chip of chips)
    chip.addEventListener('click', () => {
      const mark = chip.dataset.mark
      const on = !chosen.has(mark)
      if (on) chosen.add(mark)
      else chosen.delete(mark)
      chip.setAttribute('aria-pressed', String(on))
      apply()
    })
  const all = document.getElementById('unfold')
  all.addEventListener('click', () => {
    const open = all.getAttribute('aria-pressed') !== 'true'
    for (const line of document.querySelectorAll('main details.line')) line.open = open
    all.setAttribute('aria-pressed', String(open))
    all.textContent = open ? 'Fold all' : 'Unfold all'
  })
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1))
    if (target && 'open' in target) target.open = true
  }
  addEventListener('hashchange', unfold)
  unfold()
  addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== box) {
      event.preventDefault()
      box.focus()
    }
    if (event.key === 'Escape' && document.activeElement === box) {
      box.value = ''
      apply()
    }
  })
})()
`
