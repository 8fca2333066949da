// In: amounts as people write them. Out: whole numbers of minor units, and back. ISO 4217.

/** Currencies that have not two decimals. */
const DECIMALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
])

const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2

/** "1,250.50" → 125050. Undefined where it is no amount, has more decimals than the currency, or is too large to count. */
export function minorOf(text: string, currency: string): number | undefined {
  const match = /^(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim())
  const decimals = decimalsOf(currency)
  const fraction = (match?.[2] ?? '').replace(/0+$/, '')
  if (!match || fraction.length > decimals) return undefined
  const digits = (match[1] ?? '').replace(/[, ]/g, '') + fraction.padEnd(decimals, '0')
  const minor = Number(digits)
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** 125050 → "USD 1,250.50". */
export function moneyWords(minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${currency} ${minor < 0 ? '−' : ''}${whole}${rest}`
}
