// In: the HTML page in a real browser. Out: that it is whole, quiet, safe, and works with and without its script.
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { briefPage } from '../../src/views/first-page/brief.ts'
import { htmlOf } from '../../src/views/format/html.ts'
import { harbourRecord } from '../fixtures/harbour-record.ts'

const CHROMIUM = process.env.PARLEY_CHROMIUM ?? '/usr/bin/chromium'
const required = (process.env.PARLEY_REQUIRE ?? '').split(',').includes('browser')
const present = existsSync(CHROMIUM)
if (!present && !required) console.warn(`not run: browser (no Chromium at ${CHROMIUM}; set PARLEY_CHROMIUM)`)

const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )

describe.skipIf(!present && !required)('the brief as a page', () => {
  let browser: Browser
  const record = harbourRecord()
  const source = htmlOf(briefPage(record, { all: false }), record)

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
  }, 60_000)
  afterAll(async () => browser?.close())

  /** The page opened, with everything it asked for or complained about. */
  const opened = async (options: Parameters<Browser['newContext']>[0] = {}) => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('console', (message) => troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith('data:') && request.url() !== 'about:blank') troubles.push(request.url())
    })
    await page.setContent(source)
    return { page, troubles }
  }

  const shownLines = (page: Page) => page.locator('main .line:not(.hidden)').count()

  test('it asks for nothing and complains of nothing', async () => {
    const { page, troubles } = await opened()
    expect(await page.title()).toBe('Norland and Sudria: state of play')
    await page.waitForTimeout(200)
    expect(troubles).toEqual([])
  })

  test('its policy lets no other script or style in', async () => {
    const { page, troubles } = await opened()
    await page.evaluate(`
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      document.body.append(script)
      document.body.setAttribute('style', 'display:none')
    `)
    expect(await page.evaluate(`'intruder' in window`)).toBe(false)
    expect(await page.evaluate(`getComputedStyle(document.body).display`)).not.toBe('none')
    expect(troubles.join(' ')).toContain('Content Security Policy')
  })

  test('a line unfolds to its sentence, marked', async () => {
    const { page } = await opened()
    const line = page.locator('#x-meridian')
    expect(await line.locator('mark').first().isVisible()).toBe(false)
    await line.locator('summary').click()
    expect(await line.locator('mark').first().innerText()).toContain(
      'must hand over its dock leases by 20 May 2031',
    )
  })

  test('the filter keeps what holds the words, marks narrow it, Escape brings all back', async () => {
    const { page } = await opened()
    const all = await shownLines(page)
    await page.fill('#filter', 'crane')
    expect(await shownLines(page)).toBeLessThan(all)
    expect(await page.locator('#x-cranes').isVisible()).toBe(true)
    expect(await page.locator('#x-fish').isVisible()).toBe(false)
    await page.focus('#filter')
    await page.keyboard.press('Escape')
    expect(await shownLines(page)).toBe(all)
    await page.click('button[data-mark=planned]')
    expect(await page.locator('#x-timber').isVisible()).toBe(true)
    expect(await page.locator('#x-quay').isVisible()).toBe(false)
  })

  test('a mark in the drawing leads to its line', async () => {
    const { page } = await opened()
    await page.locator('svg a[href="#x-meridian"]').first().click()
    // The browser tells of the new address some time after the click.
    await page.locator('#x-meridian[open]').waitFor({ timeout: 5000 })
    expect(await page.evaluate(`document.getElementById('x-meridian').open`)).toBe(true)
  })

  test('without script it is whole', async () => {
    const { page } = await opened({ javaScriptEnabled: false })
    expect(await page.locator('#tools').isVisible()).toBe(false)
    await page.locator('#x-meridian summary').click()
    expect(await page.locator('#x-meridian mark').first().isVisible()).toBe(true)
  })

  test.each([
    ['wide and light', { width: 1280, height: 900 }, 'light'],
    ['wide and dark', { width: 1280, height: 900 }, 'dark'],
    ['narrow', { width: 360, height: 740 }, 'light'],
  ] as const)('%s: nothing runs over the side, and text can be read', async (_, viewport, colorScheme) => {
    const { page } = await opened({ viewport, colorScheme })
    expect(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true)
    const [ink, paper] = (await page.evaluate(
      `[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]`,
    )) as [string, string]
    expect(contrast(ink, paper)).toBeGreaterThan(7)
  })

  test('printed, it is paper: no tools, black on white', async () => {
    const { page } = await opened({ colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#tools').isVisible()).toBe(false)
    expect(await page.evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(255, 255, 255)')
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  })
})

/** Contrast of two colours given as "rgb(r, g, b)" (WCAG 2). */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
    const value = Number(part) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
